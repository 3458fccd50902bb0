package shopkeeper.domain.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An amount in a currency, always at the currency's own number of digits. Mixed currencies are a
 * bug and throw.
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {
    private static final BigDecimal LIMIT = new BigDecimal("1e15");

    /**
     * @throws IllegalArgumentException when the amount is finer than the currency's smallest unit
     *     or beyond 10^15
     */
    public Money {
        if (amount.precision() - amount.scale() > 15 || amount.abs().compareTo(LIMIT) > 0) {
            throw new IllegalArgumentException("amount is beyond what a shop charges");
        }
        int digits = digits(currency);
        BigDecimal plain =
                amount.scale() < digits ? amount.setScale(digits) : amount.stripTrailingZeros();
        if (plain.scale() > digits) {
            throw new IllegalArgumentException(
                    "%s has %d decimal places, %s"
                            .formatted(currency, digits, "the amount is finer than that"));
        }
        amount = plain.setScale(digits, RoundingMode.UNNECESSARY);
    }

    /**
     * @param amount a decimal string such as 19.95
     */
    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /** The one place where an unrounded result becomes money; retail rounds half up. */
    public static Money rounded(BigDecimal amount, Currency currency) {
        return new Money(amount.setScale(digits(currency), RoundingMode.HALF_UP), currency);
    }

    public Money plus(Money other) {
        return new Money(amount.add(same(other).amount), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(same(other).amount), currency);
    }

    public Money times(BigDecimal factor) {
        return rounded(amount.multiply(factor), currency);
    }

    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(same(other).amount);
    }

    /**
     * Splits this amount over the weights without losing a cent: largest remainder first, ties by
     * line order.
     *
     * @param weights none negative, at least one positive
     */
    public List<Money> allocate(List<BigDecimal> weights) {
        BigDecimal total = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total.signum() <= 0 || weights.stream().anyMatch(weight -> weight.signum() < 0)) {
            throw new IllegalArgumentException(
                    "weights must not be negative and at least one must be positive");
        }
        BigDecimal unit = BigDecimal.ONE.movePointLeft(digits(currency));
        List<BigDecimal> shares = new ArrayList<>();
        List<BigDecimal> remainders = new ArrayList<>();
        BigDecimal given = BigDecimal.ZERO;
        for (BigDecimal weight : weights) {
            BigDecimal exact = amount.multiply(weight);
            BigDecimal share = exact.divide(total, digits(currency), RoundingMode.DOWN);
            shares.add(share);
            remainders.add(exact.subtract(share.multiply(total)).abs());
            given = given.add(share);
        }
        int left = amount.subtract(given).abs().divide(unit).intValueExact();
        BigDecimal step = unit.multiply(BigDecimal.valueOf(amount.signum()));
        IntStream.range(0, shares.size())
                .boxed()
                .sorted(Comparator.comparing(remainders::get, Comparator.reverseOrder()))
                .limit(left)
                .forEach(line -> shares.set(line, shares.get(line).add(step)));
        return shares.stream().map(share -> new Money(share, currency)).toList();
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot mix " + currency + " and " + other.currency);
        }
        return other;
    }

    private static int digits(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }
}
