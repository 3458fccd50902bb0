package shopkeeper.application.recommendation;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import shopkeeper.application.catalog.BrowseCatalog;
import shopkeeper.application.kernel.Logged;
import shopkeeper.application.kernel.Memory;
import shopkeeper.domain.behavior.BehaviorEvent;
import shopkeeper.domain.behavior.BehaviorEvent.NothingSold;
import shopkeeper.domain.behavior.BehaviorEvent.Parked;
import shopkeeper.domain.behavior.BehaviorEvent.ParkedRefused;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseRecorded;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseVoided;
import shopkeeper.domain.behavior.BehaviorEvent.ReturnRecorded;
import shopkeeper.domain.behavior.ReceiptLine;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.recommendation.Baskets;
import shopkeeper.domain.recommendation.Companion;
import shopkeeper.domain.recommendation.Counts;
import shopkeeper.domain.recommendation.PersonalHistory;
import shopkeeper.domain.recommendation.Slate;
import shopkeeper.domain.recommendation.SlateMaker;
import shopkeeper.domain.recommendation.SlateQuestion;

/** All baskets and every customer's own, in memory from the log; many may ask while one learns. */
final class RecommendationMemory implements Memory, Recommend {
    private static final int COMPANIONS_KEPT = 50;

    private final BrowseCatalog catalog;
    private final Baskets baskets = new Baskets();
    private final Map<CustomerId, PersonalHistory> histories = new ConcurrentHashMap<>();
    private final Map<ProductId, Counted> companions = new ConcurrentHashMap<>();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    /** Companions as they were when the product had been in so many baskets. */
    private record Counted(int baskets, List<Companion> companions) {}

    RecommendationMemory(BrowseCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public String name() {
        return "recommendation";
    }

    @Override
    public String modelVersion() {
        return reading(() -> "baskets-" + baskets.version());
    }

    @Override
    public Slate slate(
            Collection<CustomerId> customers,
            List<ProductId> context,
            Optional<StoreId> store,
            int limit) {
        var history =
                customers.stream()
                        .flatMap(customer -> Optional.ofNullable(histories.get(customer)).stream())
                        .reduce(PersonalHistory::and);
        var question = new SlateQuestion(context, history, this::isSold, isHere(store), limit);
        return reading(() -> SlateMaker.slate(new FromMemory(), question));
    }

    @Override
    public void remember(Logged<? extends Fact> logged) {
        if (logged.fact() instanceof BehaviorEvent event) {
            switch (event) {
                case PurchaseRecorded bought -> {
                    var quantities = quantities(bought.lines());
                    bought.customer()
                            .ifPresent(customer ->
                                    change(customer, history -> history.bought(quantities)));
                    learn(quantities.keySet());
                }
                case ReturnRecorded back ->
                        back.customer()
                                .ifPresent(customer ->
                                        change(
                                                customer,
                                                history ->
                                                        history.returned(
                                                                quantities(back.lines()))));
                case PurchaseVoided voided -> {
                    voided.customer()
                            .ifPresent(customer ->
                                    change(customer, history -> history.voided(voided.left())));
                    forget(voided.left().keySet());
                }
                case Parked _, ParkedRefused _, NothingSold _ -> {}
            }
        }
    }

    private void change(CustomerId customer, UnaryOperator<PersonalHistory> change) {
        histories.compute(
                customer,
                (_, history) -> change.apply(history == null ? PersonalHistory.EMPTY : history));
    }

    private void learn(Collection<ProductId> basket) {
        lock.writeLock().lock();
        try {
            baskets.learn(basket);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void forget(Collection<ProductId> basket) {
        lock.writeLock().lock();
        try {
            baskets.forget(basket);
            // A count that was there before may come again with other companions.
            basket.forEach(companions::remove);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private <T> T reading(Supplier<T> read) {
        lock.readLock().lock();
        try {
            return read.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private boolean isSold(ProductId product) {
        return catalog.product(product).map(Product::sold).orElse(false);
    }

    private Predicate<ProductId> isHere(Optional<StoreId> store) {
        return product -> store.map(where -> catalog.isAvailable(where, product)).orElse(true);
    }

    private static Map<ProductId, BigDecimal> quantities(List<ReceiptLine> lines) {
        return lines.stream()
                .collect(toMap(ReceiptLine::product, ReceiptLine::quantity, BigDecimal::add));
    }

    /** The counts as they are while the read lock is held. */
    private final class FromMemory implements Counts {
        @Override
        public List<Companion> companions(ProductId product) {
            int now = baskets.baskets(product);
            var counted = companions.get(product);
            if (counted == null || counted.baskets() != now) {
                counted = new Counted(now, baskets.companions(product, COMPANIONS_KEPT));
                companions.put(product, counted);
            }
            return counted.companions();
        }

        @Override
        public double popularity(ProductId product) {
            return baskets.popularity(product);
        }

        @Override
        public int baskets(ProductId product) {
            return baskets.baskets(product);
        }

        @Override
        public int products() {
            return baskets.products();
        }

        @Override
        public ProductId mostPopular(int rank) {
            return baskets.mostPopular(rank);
        }

        @Override
        public String nameOf(ProductId product) {
            return catalog.product(product).map(Product::name).orElse(product.value());
        }
    }
}
