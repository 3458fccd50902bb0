package shopkeeper.domain.behavior;

import java.util.List;
import java.util.stream.Stream;
import shopkeeper.domain.kernel.Money;

/**
 * A customer's points and where they come from: computed anew from what is left of each sale, never
 * by adding and subtracting, so that it does not matter in which order the facts came.
 *
 * @param rule how a receipt's points were computed
 * @param entries what each receipt is worth now, below zero for a return without receipt
 * @param balance never below zero
 */
public record PointsStatement(String rule, long opening, List<Entry> entries, long balance) {
    /** One receipt's share. */
    public record Entry(ReceiptId receipt, Kind kind, Money net, long points) {}

    /** What a receipt was. */
    public enum Kind {
        SALE,
        VOIDED,
        UNLINKED_RETURN
    }

    public PointsStatement {
        entries = List.copyOf(entries);
    }

    public static PointsStatement of(PointsRule rule, PurchaseHistory history) {
        var entries =
                Stream.concat(
                                history.sales().stream().map(sale -> entry(rule, sale)),
                                history.unlinked().stream().map(back -> entry(rule, back)))
                        .toList();
        long balance = history.openingPoints() + entries.stream().mapToLong(Entry::points).sum();
        return new PointsStatement(
                rule.version(), history.openingPoints(), entries, Math.max(0, balance));
    }

    private static Entry entry(PointsRule rule, SaleNet sale) {
        return new Entry(
                sale.receipt(),
                sale.voided() ? Kind.VOIDED : Kind.SALE,
                sale.net(),
                rule.points(sale.net()));
    }

    private static Entry entry(PointsRule rule, UnlinkedReturn back) {
        return new Entry(
                back.receipt(),
                Kind.UNLINKED_RETURN,
                back.total().negated(),
                -rule.points(back.total()));
    }
}
