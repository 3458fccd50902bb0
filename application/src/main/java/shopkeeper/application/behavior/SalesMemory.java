package shopkeeper.application.behavior;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import shopkeeper.application.kernel.Logged;
import shopkeeper.application.kernel.Memory;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseRecorded;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseVoided;
import shopkeeper.domain.behavior.ReceiptLine;
import shopkeeper.domain.behavior.Sold;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.ProductId;

/** In how many baskets each product was, in memory from the log. */
final class SalesMemory implements CountSales, Memory {
    private final Map<ProductId, Integer> baskets = new ConcurrentHashMap<>();
    private final AtomicInteger all = new AtomicInteger();

    @Override
    public String name() {
        return "sales";
    }

    @Override
    public Sold sold() {
        return new Sold(baskets, all.get());
    }

    @Override
    public void remember(Logged<? extends Fact> logged) {
        if (logged.fact() instanceof PurchaseRecorded bought) {
            count(bought.lines().stream().map(ReceiptLine::product).toList(), 1);
        } else if (logged.fact() instanceof PurchaseVoided undone) {
            count(undone.left().keySet(), -1);
        }
    }

    private void count(Collection<ProductId> products, int more) {
        all.addAndGet(more);
        new HashSet<>(products)
                .forEach(product ->
                        baskets.merge(
                                product, more, (before, change) -> positive(before + change)));
    }

    /** Nothing is forgotten that was sold once. */
    private static int positive(int count) {
        return Math.max(0, count);
    }
}
