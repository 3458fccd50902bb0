package shopkeeper.application.recommendation;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.recommendation.FeedbackEvent;
import shopkeeper.domain.recommendation.FeedbackEvent.FeedbackGiven;
import shopkeeper.domain.recommendation.Reception;
import shopkeeper.domain.recommendation.Verdict;
import shopkeeper.domain.recommendation.Wishes;

/** How suggestions were received: by each customer, and all of them counted. */
final class Receptions implements CountFeedback {
    private final Map<CustomerId, Reception> ofCustomers = new ConcurrentHashMap<>();

    /** When each was heard of last; who was heard of longest ago comes first. */
    private final SequencedMap<CustomerId, Instant> heardOf = new LinkedHashMap<>();

    private final Map<Verdict, LongAdder> counts = new EnumMap<>(Verdict.class);

    Receptions() {
        for (Verdict verdict : Verdict.values()) {
            counts.put(verdict, new LongAdder());
        }
    }

    synchronized void take(FeedbackEvent event) {
        switch (event) {
            case FeedbackGiven given -> {
                Optional.ofNullable(counts.get(given.verdict())).ifPresent(LongAdder::increment);
                var heard = given.at().received();
                given.customer().ifPresent(customer -> take(customer, given, heard));
                forget(heard);
            }
        }
    }

    private void take(CustomerId customer, FeedbackGiven given, Instant heard) {
        var reception = ofCustomers.computeIfAbsent(customer, _ -> new Reception());
        reception.take(given);
        reception.forget(heard);
        heardOf.putLast(customer, heard);
    }

    /** Of who does not come any more nothing is kept but what they said. */
    private void forget(Instant now) {
        while (!heardOf.isEmpty()
                && heardOf.firstEntry().getValue().isBefore(now.minus(Reception.TIRED_FOR))) {
            ofCustomers.computeIfPresent(
                    heardOf.pollFirstEntry().getKey(),
                    (_, reception) -> {
                        reception.forget(now);
                        return reception.isEmpty() ? null : reception;
                    });
        }
    }

    /** Of how many something is kept. */
    int people() {
        return ofCustomers.size();
    }

    Wishes wishes(Collection<CustomerId> customers, Instant now) {
        return customers.stream()
                .flatMap(customer -> Optional.ofNullable(ofCustomers.get(customer)).stream())
                .reduce(Reception::and)
                .map(reception -> reception.wishes(now))
                .orElse(Wishes.NONE);
    }

    @Override
    public Map<Verdict, Long> counts() {
        var now = new EnumMap<Verdict, Long>(Verdict.class);
        counts.forEach((verdict, count) -> now.put(verdict, count.sum()));
        return now;
    }
}
