package shopkeeper.application.recommendation;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shopkeeper.application.behavior.FollowLooks;
import shopkeeper.application.kernel.Logged;
import shopkeeper.application.kernel.Memory;
import shopkeeper.application.recommendation.PurchaseDiary.Change;
import shopkeeper.domain.behavior.BehaviorEvent;
import shopkeeper.domain.behavior.BehaviorEvent.NothingSold;
import shopkeeper.domain.behavior.BehaviorEvent.Parked;
import shopkeeper.domain.behavior.BehaviorEvent.ParkedRefused;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseRecorded;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseVoided;
import shopkeeper.domain.behavior.BehaviorEvent.ReturnRecorded;
import shopkeeper.domain.behavior.ReceiptLine;
import shopkeeper.domain.catalog.CatalogEvent;
import shopkeeper.domain.catalog.CatalogEvent.ProductListed;
import shopkeeper.domain.consent.ConsentEvent;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.profile.ProfileEvent.VisitorBecameKnown;
import shopkeeper.domain.recommendation.Baskets;
import shopkeeper.domain.recommendation.CandidateModel;
import shopkeeper.domain.recommendation.FeedbackEvent;
import shopkeeper.domain.recommendation.OwnBasket;
import shopkeeper.domain.recommendation.Place;
import shopkeeper.domain.recommendation.ProductNumbers;
import shopkeeper.domain.recommendation.RankerTrainer;
import shopkeeper.domain.recommendation.Setting;
import shopkeeper.domain.recommendation.Shopper;
import shopkeeper.domain.recommendation.Slate;
import shopkeeper.domain.recommendation.SlateMaker;
import shopkeeper.domain.recommendation.SlatePolicies;
import shopkeeper.domain.recommendation.SlateQuestion;
import shopkeeper.domain.recommendation.Trainer;

/** All baskets and every customer's own, in memory from the log; many may ask while one learns. */
final class RecommendationMemory implements Memory, Recommend, FollowLooks {
    private final Baskets baskets = new Baskets();
    private final Shelves shelves = new Shelves();
    private final Receptions receptions = new Receptions();
    private final LiveModels models = new LiveModels(baskets, shelves.goods());
    private final PurchaseDiary diary = new PurchaseDiary();
    private final Learning learning;

    /** Names whose baskets are in no count. */
    private final Set<CustomerId> leftOut = new HashSet<>();

    private final TextShelf texts;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    RecommendationMemory(List<Trainer> more, RankerTrainer ranking, Optional<ReadTexts> reader) {
        learning = new Learning(diary, more, ranking);
        texts = new TextShelf(reader, this::shelf);
    }

    private TextShelf.Copy shelf() {
        writing(shelves::numberAll);
        return reading(() -> new TextShelf.Copy(shelves.numbers(), shelves.listed()));
    }

    CountFeedback countFeedback() {
        return receptions;
    }

    RereadTexts texts() {
        return texts;
    }

    RetrainModels retraining() {
        return learning.retraining();
    }

    @Override
    public String name() {
        return "recommendation";
    }

    @Override
    public String modelVersion() {
        return learning.version()
                .map(trained -> reading(() -> "baskets-" + baskets.version()) + "+" + trained)
                .orElseGet(() -> reading(() -> "baskets-" + baskets.version()));
    }

    @Override
    public Slate slate(SlateRequest request) {
        while (true) {
            var slate = reading(() -> shelves.hasUnnumbered() ? null : make(request));
            if (slate != null) {
                return slate;
            }
            writing(shelves::numberAll);
        }
    }

    private Slate make(SlateRequest request) {
        var numbers = shelves.numbers();
        var question =
                new SlateQuestion(
                        shopper(request, numbers),
                        request.setting(),
                        SlatePolicies.of(request.occasion()),
                        request.filter(),
                        request.promoted(),
                        receptions.wishes(request.customers(), request.at()),
                        shelves.inStock(request.store()),
                        number -> request.price().apply(numbers.product(number)),
                        request.limit());
        return SlateMaker.slate(shelves.goods(), numbers, question, models(request, numbers));
    }

    /** Those that count with every basket, and those that were trained. */
    private List<CandidateModel> models(SlateRequest request, ProductNumbers numbers) {
        var all = new ArrayList<>(models.models(numbers));
        all.addAll(learning.models(request.customers(), request.store(), request.at()));
        all.addAll(texts.model());
        return all;
    }

    private Shopper shopper(SlateRequest request, ProductNumbers numbers) {
        return new Shopper(
                diary.past(request.customers()).baskets(),
                known(request.session().stream(), numbers),
                context(request.setting(), numbers));
    }

    private static int[] context(Setting setting, ProductNumbers numbers) {
        return Arrays.stream(known(setting.asked(), numbers)).distinct().toArray();
    }

    private static int[] known(Stream<ProductId> products, ProductNumbers numbers) {
        return products.mapToInt(numbers::numberOf).filter(number -> number >= 0).toArray();
    }

    @Override
    public void looked(CustomerId customer, ProductId product, Instant at) {
        writing(() ->
                shelves.listed(product).ifPresent(number -> learning.looked(customer, number, at)));
    }

    @Override
    public void remember(Logged<? extends Fact> logged) {
        if (logged.fact() instanceof CatalogEvent event) {
            writing(() -> shelves.take(event));
            if (event instanceof ProductListed) {
                texts.changed();
            }
        }
        if (logged.fact() instanceof FeedbackEvent event) {
            receptions.take(event);
        }
        if (logged.fact() instanceof VisitorBecameKnown(var visitor, var customer, _, _, _, _)) {
            writing(() -> {
                learning.becameKnown(visitor, customer);
                countAsAllowed(visitor);
            });
        }
        if (logged.fact() instanceof ConsentEvent said) {
            writing(() -> {
                learning.heard(said);
                countAsAllowed(said.customer());
            });
        }
        if (logged.fact() instanceof BehaviorEvent event) {
            switch (event) {
                case PurchaseRecorded bought -> writing(() -> learn(bought));
                case ReturnRecorded back -> writing(() -> takeBack(back));
                case PurchaseVoided undone -> writing(() -> change(diary.voided(undone.sale())));
                case Parked _, ParkedRefused _, NothingSold _ -> {}
            }
        }
    }

    /** Baskets of those who leave are counted no more, and those of who returns are again. */
    private void countAsAllowed(CustomerId customer) {
        if (diary.isGone(customer) == leftOut.contains(customer)) {
            return;
        }
        diary.names(customer).forEach(this::countAlone);
    }

    private void countAlone(CustomerId name) {
        if (diary.isGone(name) && leftOut.add(name)) {
            diary.baskets(name).forEach(basket -> uncount(basket, basket.products()));
        } else if (!diary.isGone(name) && leftOut.remove(name)) {
            diary.baskets(name).forEach(basket -> count(basket, basket.products()));
        }
    }

    private void count(OwnBasket basket, int[] products) {
        var named = shelves.products(products);
        learning.bought(basket, products);
        baskets.learn(named);
        shelves.count(named, 1);
    }

    private void uncount(OwnBasket basket, int[] products) {
        var named = shelves.products(products);
        learning.undone(basket, products);
        baskets.forget(named);
        models.forget(named);
        shelves.count(named, -1);
    }

    private void learn(PurchaseRecorded bought) {
        var basket =
                new OwnBasket(
                        Place.of(bought.store(), bought.via().channel()),
                        bought.at().effective().getEpochSecond(),
                        numbered(quantities(bought.lines())));
        diary.bought(bought.receipt(), bought.customer(), basket);
        if (isCounted(bought.customer())) {
            count(basket, basket.products());
        }
    }

    private void takeBack(ReturnRecorded back) {
        var numbered = numbered(quantities(back.lines()));
        change(
                back.sale()
                        .map(sale -> diary.returned(sale, numbered))
                        .or(() -> back.customer().map(buyer -> diary.returned(buyer, numbered)))
                        .orElse(List.of()));
    }

    /** What came back was never bought, together with anything or alone. */
    private void change(List<Change> changes) {
        for (Change change : changes) {
            if (isCounted(change.customer())) {
                uncount(change.basket(), change.before());
                if (change.after().length > 0) {
                    count(change.basket(), change.after());
                }
            }
        }
    }

    private boolean isCounted(Optional<CustomerId> customer) {
        return customer.filter(leftOut::contains).isEmpty();
    }

    private Map<Integer, BigDecimal> numbered(Map<ProductId, BigDecimal> quantities) {
        var numbered = new LinkedHashMap<Integer, BigDecimal>();
        quantities.forEach((product, quantity) -> numbered.put(shelves.number(product), quantity));
        return numbered;
    }

    private void writing(Runnable write) {
        lock.writeLock().lock();
        try {
            write.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private <T extends @Nullable Object> T reading(Supplier<T> read) {
        lock.readLock().lock();
        try {
            return read.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private static Map<ProductId, BigDecimal> quantities(List<ReceiptLine> lines) {
        return lines.stream()
                .collect(toMap(ReceiptLine::product, ReceiptLine::quantity, BigDecimal::add));
    }
}
