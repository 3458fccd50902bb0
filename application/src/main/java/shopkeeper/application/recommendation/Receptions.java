package shopkeeper.application.recommendation;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
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
    private final Map<Verdict, LongAdder> counts = new EnumMap<>(Verdict.class);

    Receptions() {
        for (Verdict verdict : Verdict.values()) {
            counts.put(verdict, new LongAdder());
        }
    }

    void take(FeedbackEvent event) {
        switch (event) {
            case FeedbackGiven given -> {
                Optional.ofNullable(counts.get(given.verdict())).ifPresent(LongAdder::increment);
                given.customer()
                        .ifPresent(customer ->
                                ofCustomers.merge(
                                        customer,
                                        Reception.NONE.with(given),
                                        (before, _) -> before.with(given)));
            }
        }
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
