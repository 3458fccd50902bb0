package shopkeeper.application.recommendation;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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
import shopkeeper.domain.catalog.CatalogEvent;
import shopkeeper.domain.consent.ConsentEvent;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.recommendation.Baskets;
import shopkeeper.domain.recommendation.CandidateModel;
import shopkeeper.domain.recommendation.FeedbackEvent;
import shopkeeper.domain.recommendation.PersonalHistory;
import shopkeeper.domain.recommendation.ProductNumbers;
import shopkeeper.domain.recommendation.Setting;
import shopkeeper.domain.recommendation.Shopper;
import shopkeeper.domain.recommendation.Slate;
import shopkeeper.domain.recommendation.SlateMaker;
import shopkeeper.domain.recommendation.SlatePolicies;
import shopkeeper.domain.recommendation.SlateQuestion;
import shopkeeper.domain.recommendation.Trainer;

/** All baskets and every customer's own, in memory from the log; many may ask while one learns. */
final class RecommendationMemory implements Memory, Recommend {
    private final Baskets baskets = new Baskets();
    private final Shelves shelves = new Shelves();
    private final Receptions receptions = new Receptions();
    private final LiveModels models = new LiveModels(baskets, shelves.goods());
    private final Learning learning;
    private final Map<CustomerId, PersonalHistory> histories = new ConcurrentHashMap<>();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    RecommendationMemory(List<Trainer> more) {
        learning = new Learning(more);
    }

    CountFeedback countFeedback() {
        return receptions;
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
        numberNewOnes();
        return reading(() -> {
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
        });
    }

    /** Those that count with every basket, and those that were trained. */
    private List<CandidateModel> models(SlateRequest request, ProductNumbers numbers) {
        var all = new ArrayList<>(models.models(numbers));
        all.addAll(learning.models(request.store(), request.at()));
        return all;
    }

    private void numberNewOnes() {
        if (reading(shelves::hasUnnumbered)) {
            writing(shelves::numberAll);
        }
    }

    private Shopper shopper(SlateRequest request, ProductNumbers numbers) {
        var history =
                request.customers().stream()
                        .flatMap(customer -> Optional.ofNullable(histories.get(customer)).stream())
                        .reduce(PersonalHistory::and)
                        .orElse(PersonalHistory.EMPTY);
        return new Shopper(
                baskets(history, numbers),
                known(request.session().stream(), numbers),
                context(request.setting(), numbers));
    }

    /** As many baskets as there were, each product in as many of them as it was bought in. */
    private static int[][] baskets(PersonalHistory history, ProductNumbers numbers) {
        var own = new int[history.baskets()][];
        for (int basket = 0; basket < own.length; basket++) {
            int turn = basket;
            own[basket] =
                    history.favourites().stream()
                            .filter(product -> history.times(product) > turn)
                            .mapToInt(numbers::numberOf)
                            .toArray();
        }
        return own;
    }

    private static int[] context(Setting setting, ProductNumbers numbers) {
        return Arrays.stream(
                        known(
                                Stream.concat(setting.page().stream(), setting.cart().stream()),
                                numbers))
                .distinct()
                .toArray();
    }

    private static int[] known(Stream<ProductId> products, ProductNumbers numbers) {
        return products.mapToInt(numbers::numberOf).filter(number -> number >= 0).toArray();
    }

    @Override
    public void remember(Logged<? extends Fact> logged) {
        if (logged.fact() instanceof CatalogEvent event) {
            writing(() -> shelves.take(event));
        }
        if (logged.fact() instanceof FeedbackEvent event) {
            receptions.take(event);
        }
        if (logged.fact() instanceof ConsentEvent said) {
            learning.heard(said);
        }
        if (logged.fact() instanceof BehaviorEvent event) {
            switch (event) {
                case PurchaseRecorded bought -> {
                    var quantities = quantities(bought.lines());
                    bought.customer()
                            .ifPresent(customer ->
                                    change(customer, history -> history.bought(quantities)));
                    learn(bought, quantities.keySet());
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
                    forget(voided, voided.left().keySet());
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

    private void learn(PurchaseRecorded bought, Collection<ProductId> basket) {
        writing(() -> {
            learning.bought(bought, shelves.numbers(basket));
            baskets.learn(basket);
            shelves.count(basket, 1);
        });
    }

    private void forget(PurchaseVoided voided, Collection<ProductId> basket) {
        writing(() -> {
            learning.voided(voided, shelves.numbers(basket));
            baskets.forget(basket);
            shelves.count(basket, -1);
            models.forget(basket);
        });
    }

    private void writing(Runnable write) {
        lock.writeLock().lock();
        try {
            write.run();
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

    private static Map<ProductId, BigDecimal> quantities(List<ReceiptLine> lines) {
        return lines.stream()
                .collect(toMap(ReceiptLine::product, ReceiptLine::quantity, BigDecimal::add));
    }
}
