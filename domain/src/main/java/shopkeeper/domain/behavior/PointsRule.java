package shopkeeper.domain.behavior;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;
import shopkeeper.domain.kernel.Money;

/**
 * How many points a sum of money is worth: one for each full step.
 *
 * @param version the name under which a statement says how it was computed
 * @param steps by currency; where none is named a step is one whole unit, such as one euro
 */
public record PointsRule(String version, Map<Currency, BigDecimal> steps) {
    /** A yen is worth about a cent. */
    public static final PointsRule CURRENT =
            new PointsRule("points-1", Map.of(Currency.getInstance("JPY"), new BigDecimal("100")));

    public PointsRule {
        steps = Map.copyOf(steps);
    }

    /** None for nothing and for less than nothing. */
    public long points(Money net) {
        if (net.isNegative()) {
            return 0;
        }
        var step = steps.getOrDefault(net.currency(), BigDecimal.ONE);
        return net.amount().divide(step, 0, RoundingMode.DOWN).longValueExact();
    }
}
