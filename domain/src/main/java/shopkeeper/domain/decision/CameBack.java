package shopkeeper.domain.decision;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import shopkeeper.domain.behavior.BehaviorEvent;
import shopkeeper.domain.behavior.BehaviorEvent.NothingSold;
import shopkeeper.domain.behavior.BehaviorEvent.Parked;
import shopkeeper.domain.behavior.BehaviorEvent.ParkedRefused;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseRecorded;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseVoided;
import shopkeeper.domain.behavior.BehaviorEvent.ReturnRecorded;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.behavior.ReceiptLine;
import shopkeeper.domain.behavior.ReturnReason;
import shopkeeper.domain.kernel.ProductId;

/**
 * What a decision suggested, was bought after it, and came back.
 *
 * @param whole whether nothing of it was kept
 * @param why the last reason that was given
 * @param at when it came back last
 */
public record CameBack(ProductId product, boolean whole, Optional<ReturnReason> why, Instant at) {
    private record Line(ReceiptId receipt, ProductId product) {}

    private static final class Followed {
        private BigDecimal left = BigDecimal.ZERO;
        private boolean back;
        private Optional<ReturnReason> why = Optional.empty();
        private Instant at = Instant.MIN;
    }

    /**
     * What came back of what was suggested, in the order in which it was bought. What is bought
     * more than 14 days later has other reasons. A return without a receipt is taken for the last
     * purchase of that product, and what was voided was never bought.
     *
     * @param facts of one person's receipts, in the order of the log
     */
    public static List<CameBack> of(
            Set<ProductId> suggested, Instant decidedAt, List<BehaviorEvent> facts) {
        // Receipts know seconds only.
        var from = decidedAt.truncatedTo(ChronoUnit.SECONDS);
        var until = decidedAt.plus(SlateQuality.FOLLOWED);
        var bought = new LinkedHashMap<Line, Followed>();
        var last = new HashMap<ProductId, Line>();
        for (BehaviorEvent fact : facts) {
            switch (fact) {
                case PurchaseRecorded sale -> {
                    var at = sale.at().effective();
                    boolean follows = !at.isBefore(from) && !at.isAfter(until);
                    for (ReceiptLine line : sale.lines()) {
                        var where = new Line(sale.receipt(), line.product());
                        last.put(line.product(), where);
                        if (follows && suggested.contains(line.product())) {
                            var one = bought.computeIfAbsent(where, _ -> new Followed());
                            one.left = one.left.add(line.quantity());
                        }
                    }
                }
                case ReturnRecorded back ->
                        back.lines().forEach(line -> less(back, line, bought, last));
                case PurchaseVoided undone ->
                        bought.keySet().removeIf(line -> line.receipt().equals(undone.sale()));
                case Parked _, ParkedRefused _, NothingSold _ -> {}
            }
        }
        return summed(bought);
    }

    private static void less(
            ReturnRecorded back,
            ReceiptLine line,
            Map<Line, Followed> bought,
            Map<ProductId, Line> last) {
        var product = line.product();
        @Nullable Line where =
                back.sale().map(sale -> new Line(sale, product)).orElseGet(() -> last.get(product));
        @Nullable Followed one = where == null ? null : bought.get(where);
        if (one != null) {
            one.left = one.left.subtract(line.quantity());
            one.back = true;
            one.at = back.at().effective();
            one.why = Optional.ofNullable(back.why().get(product)).or(() -> one.why);
        }
    }

    /** Of several purchases of one product that came back, one is told. */
    private static List<CameBack> summed(Map<Line, Followed> bought) {
        var told = new LinkedHashMap<ProductId, CameBack>();
        bought.forEach((line, one) -> {
            if (one.back) {
                boolean all =
                        bought.entrySet().stream()
                                .filter(other -> other.getKey().product().equals(line.product()))
                                .allMatch(other -> other.getValue().left.signum() <= 0);
                told.merge(
                        line.product(),
                        new CameBack(line.product(), all, one.why, one.at),
                        CameBack::later);
            }
        });
        return new ArrayList<>(told.values());
    }

    private CameBack later(CameBack other) {
        return other.at.isBefore(at)
                ? new CameBack(product, whole, why.or(other::why), at)
                : new CameBack(product, whole, other.why.or(this::why), other.at);
    }
}
