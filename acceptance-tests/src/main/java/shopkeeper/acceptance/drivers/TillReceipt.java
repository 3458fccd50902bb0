package shopkeeper.acceptance.drivers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.profile.Identifier;

/**
 * A till's paper with one line on it.
 *
 * @param begin what tells two papers of one number apart
 * @param sale the paper it speaks of, with the time that one began
 */
public record TillReceipt(
        Kind kind,
        String number,
        Money total,
        String product,
        Optional<Identifier> customer,
        Instant begin,
        Optional<Linked> sale) {
    /** What the till wrote it for. */
    public enum Kind {
        SALE,
        RETURN,
        VOID,
        TRAINING,
        CANCELLED
    }

    /** Another paper of the same till. */
    public record Linked(String number, Instant begin) {}

    public static TillReceipt of(String number, Money total, Instant begin) {
        return new TillReceipt(
                Kind.SALE, number, total, "thing", Optional.empty(), begin, Optional.empty());
    }

    public TillReceipt by(Identifier who) {
        return new TillReceipt(kind, number, total, product, Optional.of(who), begin, sale);
    }

    public TillReceipt with(String what) {
        return new TillReceipt(kind, number, total, what, customer, begin, sale);
    }

    public TillReceipt as(Kind other) {
        return new TillReceipt(other, number, total, product, customer, begin, sale);
    }

    public TillReceipt of(Linked other) {
        return new TillReceipt(kind, number, total, product, customer, begin, Optional.of(other));
    }

    /** Tills of these scenes live by universal time. */
    public static LocalDate day(Instant begin) {
        return LocalDate.ofInstant(begin, ZoneOffset.UTC);
    }
}
