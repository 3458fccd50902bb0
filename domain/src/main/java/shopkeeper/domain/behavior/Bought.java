package shopkeeper.domain.behavior;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopkeeper.domain.behavior.BehaviorEvent.NothingSold;
import shopkeeper.domain.behavior.BehaviorEvent.Parked;
import shopkeeper.domain.behavior.BehaviorEvent.ParkedRefused;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseRecorded;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseVoided;
import shopkeeper.domain.behavior.BehaviorEvent.ReturnRecorded;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.ProductId;

/** A product that a customer bought on one receipt and kept. */
public record Bought(ReceiptId receipt, ProductId product, Money unitPrice, Instant at) {
    private record Line(ReceiptId receipt, ProductId product) {}

    private static final class Left {
        private final Bought bought;
        private BigDecimal quantity = BigDecimal.ZERO;

        Left(Bought bought) {
            this.bought = bought;
        }
    }

    /**
     * What is left of what these facts of one customer tell, in their order. What comes back
     * without a receipt is taken from where that product was bought last.
     */
    public static List<Bought> kept(List<BehaviorEvent> facts) {
        var left = new LinkedHashMap<Line, Left>();
        var last = new HashMap<ProductId, Line>();
        for (BehaviorEvent fact : facts) {
            switch (fact) {
                case PurchaseRecorded bought ->
                        bought.lines().forEach(line -> add(bought, line, left, last));
                case ReturnRecorded back ->
                        back.lines().forEach(line -> less(back, line, left, last));
                case PurchaseVoided undone ->
                        undone.left()
                                .keySet()
                                .forEach(product -> left.remove(new Line(undone.sale(), product)));
                case Parked _, ParkedRefused _, NothingSold _ -> {}
            }
        }
        var kept = new ArrayList<Bought>();
        left.values().stream()
                .filter(line -> line.quantity.signum() > 0)
                .forEach(line -> kept.add(line.bought));
        return List.copyOf(kept);
    }

    private static void add(
            PurchaseRecorded bought,
            ReceiptLine line,
            Map<Line, Left> left,
            Map<ProductId, Line> last) {
        var where = new Line(bought.receipt(), line.product());
        var one =
                new Bought(
                        bought.receipt(),
                        line.product(),
                        line.unitPrice(),
                        bought.at().effective());
        var known = left.computeIfAbsent(where, _ -> new Left(one));
        known.quantity = known.quantity.add(line.quantity());
        last.put(line.product(), where);
    }

    private static void less(
            ReturnRecorded back,
            ReceiptLine line,
            Map<Line, Left> left,
            Map<ProductId, Line> last) {
        var where =
                back.sale()
                        .map(sale -> new Line(sale, line.product()))
                        .or(() -> Optional.ofNullable(last.get(line.product())));
        where.map(left::get)
                .ifPresent(known -> known.quantity = known.quantity.subtract(line.quantity()));
    }
}
