package shopkeeper.domain.decision;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import shopkeeper.domain.behavior.BehaviorEvent;
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
        private final Instant boughtAt;
        private final boolean follows;
        private BigDecimal left = BigDecimal.ZERO;
        private boolean back;
        private Optional<ReturnReason> why = Optional.empty();
        private Instant at = Instant.MIN;

        Followed(Instant boughtAt, boolean follows) {
            this.boughtAt = boughtAt;
            this.follows = follows;
        }
    }

    /**
     * What came back of what was suggested, in the order in which it was bought. What is bought
     * more than 14 days later has other reasons. A return without a receipt is taken for the last
     * purchase of that product before it, and what was voided was never bought.
     *
     * @param facts of one person's receipts, under whatever names, in any order
     */
    public static List<CameBack> of(
            Set<ProductId> suggested, Instant decidedAt, List<BehaviorEvent> facts) {
        // Receipts know seconds only.
        var from = decidedAt.truncatedTo(ChronoUnit.SECONDS);
        var until = decidedAt.plus(SlateQuality.FOLLOWED);
        var bought = new LinkedHashMap<Line, Followed>();
        for (PurchaseRecorded sale : stillBought(facts)) {
            var at = sale.at().effective();
            boolean follows = !at.isBefore(from) && !at.isAfter(until);
            for (ReceiptLine line : sale.lines()) {
                var one =
                        bought.computeIfAbsent(
                                new Line(sale.receipt(), line.product()),
                                _ -> new Followed(at, follows));
                one.left = one.left.add(line.quantity());
            }
        }
        inTime(facts, ReturnRecorded.class, back -> back.at().effective())
                .forEach(back -> back.lines().forEach(line -> less(back, line, bought)));
        bought.entrySet()
                .removeIf(one ->
                        !one.getValue().follows || !suggested.contains(one.getKey().product()));
        return summed(bought);
    }

    private static List<PurchaseRecorded> stillBought(List<BehaviorEvent> facts) {
        var voided =
                facts.stream()
                        .filter(PurchaseVoided.class::isInstance)
                        .map(undone -> ((PurchaseVoided) undone).sale())
                        .collect(Collectors.toSet());
        return inTime(facts, PurchaseRecorded.class, sale -> sale.at().effective()).stream()
                .filter(sale -> !voided.contains(sale.receipt()))
                .toList();
    }

    private static <E extends BehaviorEvent> List<E> inTime(
            List<BehaviorEvent> facts, Class<E> kind, Function<E, Instant> at) {
        return facts.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .sorted(Comparator.comparing(at))
                .toList();
    }

    private static void less(ReturnRecorded back, ReceiptLine line, Map<Line, Followed> bought) {
        var product = line.product();
        var at = back.at().effective();
        Optional<Followed> followed =
                back.sale()
                        .map(sale -> Optional.ofNullable(bought.get(new Line(sale, product))))
                        .orElseGet(() -> lastBefore(at, product, bought));
        followed.ifPresent(one -> {
            one.left = one.left.subtract(line.quantity());
            one.back = true;
            one.at = at;
            one.why = Optional.ofNullable(back.why().get(product)).or(() -> one.why);
        });
    }

    private static Optional<Followed> lastBefore(
            Instant at, ProductId product, Map<Line, Followed> bought) {
        return bought.entrySet().stream()
                .filter(one -> one.getKey().product().equals(product))
                .map(Map.Entry::getValue)
                .filter(one -> !one.boughtAt.isAfter(at))
                .reduce((_, later) -> later);
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
