package shopkeeper.domain.decision;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import shopkeeper.domain.behavior.Bought;
import shopkeeper.domain.decision.SlateQuality.Hits;
import shopkeeper.domain.decision.SlateQuality.Served;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.recommendation.Interval;

/** Of which slates something was bought, counted for each customer who saw them. */
final class SlateHits {
    private static final double Z_95 = 1.959964;
    private static final long SEED = 1;

    private final Map<CustomerId, Own> people = new LinkedHashMap<>();
    private int items;
    private int right;

    private record Own(int slates, int hits) {
        Own and(Own other) {
            return new Own(slates + other.slates, hits + other.hits);
        }
    }

    private SlateHits() {}

    /** Empty where fewer people can be followed than anything is said about. */
    static Optional<Hits> of(
            List<Served> served, Function<CustomerId, Optional<List<Bought>>> later, Instant now) {
        var all = new SlateHits();
        served.stream()
                .filter(one -> !one.items().isEmpty())
                .filter(one -> !end(one).isAfter(now))
                .forEach(one ->
                        one.customer()
                                .ifPresent(customer ->
                                        later.apply(customer)
                                                .ifPresent(
                                                        bought -> all.add(customer, one, bought))));
        return all.people.size() < SlateQuality.LEAST_PEOPLE
                ? Optional.empty()
                : Optional.of(all.hits());
    }

    private void add(CustomerId customer, Served one, List<Bought> bought) {
        int found = found(one, bought);
        people.merge(customer, new Own(1, found > 0 ? 1 : 0), Own::and);
        items += one.items().size();
        right += found;
    }

    private static int found(Served one, List<Bought> bought) {
        Set<ProductId> after = new HashSet<>();
        for (Bought line : bought) {
            if (line.at().isAfter(one.at()) && !line.at().isAfter(end(one))) {
                after.add(line.product());
            }
        }
        return (int) one.items().stream().filter(item -> after.contains(item.product())).count();
    }

    private static Instant end(Served one) {
        return one.at().plus(SlateQuality.FOLLOWED);
    }

    /**
     * Slates of one customer are alike, so customers are drawn. Where every slate is a hit, or none
     * is, drawing tells nothing: the bounds are never closer than Wilson's.
     */
    private Hits hits() {
        var drawn =
                Interval.of(
                        people.values().stream().mapToDouble(Own::hits).toArray(),
                        people.values().stream().mapToDouble(Own::slates).toArray(),
                        SEED);
        int slates = people.values().stream().mapToInt(Own::slates).sum();
        var alone = wilson(drawn.mean(), slates);
        return new Hits(
                people.size(),
                slates,
                drawn.mean(),
                Math.min(drawn.low(), alone.low()),
                Math.max(drawn.high(), alone.high()),
                (double) right / items);
    }

    /** Wilson's interval: E. B. Wilson, JASA 22 (1927). */
    private static Interval wilson(double rate, int slates) {
        double z2 = Z_95 * Z_95;
        double middle = (rate + z2 / (2 * slates)) / (1 + z2 / slates);
        double half =
                Z_95
                        / (1 + z2 / slates)
                        * Math.sqrt(rate * (1 - rate) / slates + z2 / (4.0 * slates * slates));
        return new Interval(rate, Math.max(0, middle - half), Math.min(1, middle + half));
    }
}
