package shopkeeper.application.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static shopkeeper.application.Told.LEEDS;
import static shopkeeper.application.Told.NOON;
import static shopkeeper.application.Told.SUGGESTIONS;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import shopkeeper.application.Told;
import shopkeeper.application.recommendation.RetrainModels.Result;
import shopkeeper.application.recommendation.RetrainModels.Training;
import shopkeeper.domain.behavior.BehaviorCommand.RecordPurchase;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.behavior.ReceiptLine;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.consent.Use;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.recommendation.CandidateModel;
import shopkeeper.domain.recommendation.OwnBasket;
import shopkeeper.domain.recommendation.Place;
import shopkeeper.domain.recommendation.RankerTrainer;
import shopkeeper.domain.recommendation.Shopper;
import shopkeeper.domain.recommendation.Slate;
import shopkeeper.domain.recommendation.Source;
import shopkeeper.domain.recommendation.Suggestion;
import shopkeeper.domain.recommendation.Trainer;
import shopkeeper.domain.recommendation.Why;

class RetrainModelsTest {
    private static final Place ONLINE = new Place("ONLINE");
    private static final ProductId SCARF = new ProductId("scarf");

    private final Told told = new Told();
    private int receipts;

    RetrainModelsTest() {
        for (int i = 0; i < 12; i++) {
            told.sells(product(i));
        }
        told.sells(SCARF);
    }

    @Test
    void too_little_to_learn_from_serves_what_is_counted() {
        buys(0, 1);
        buys(0, 1);

        assertThat(train().result()).isEqualTo(Result.TOO_LITTLE);
        assertThat(told.shop.recommend.modelVersion()).isEqualTo("baskets-2");
    }

    @Test
    void models_that_reach_their_floor_are_served_and_named() {
        shopOfHabits();

        var training = train();

        assertThat(training.result()).isEqualTo(Result.SERVED);
        assertThat(training.reached()).isGreaterThan(training.floor());
        assertThat(training.version())
                .startsWith("held-out-3/baskets=")
                .endsWith("2026-11-20T12:00:00Z");
        assertThat(told.shop.recommend.modelVersion())
                .isEqualTo("baskets-90+" + training.version());
        assertThat(sources(slate(3))).contains(Source.BASKET_NEIGHBOURS);
    }

    @Test
    void nothing_new_is_not_learned_again_before_a_day_has_gone() {
        shopOfHabits();
        train();

        assertThat(train().result()).isEqualTo(Result.NOT_DUE);
        told.later(Duration.ofHours(23));
        assertThat(train().result()).isEqualTo(Result.NOT_DUE);
        told.later(Duration.ofHours(1));
        assertThat(train().result()).isEqualTo(Result.SERVED);
    }

    @Test
    void a_tenth_of_new_baskets_is_learned_from_a_minute_later() {
        shopOfHabits();
        train();
        for (int i = 0; i < 8; i++) {
            buys(i, i % 12);
        }
        told.later(Duration.ofMinutes(1));
        assertThat(train().result()).isEqualTo(Result.NOT_DUE);

        buys(8, 8);
        assertThat(train().result()).isEqualTo(Result.SERVED);
        buys(9, 9, 10);
        for (int i = 0; i < 20; i++) {
            buys(i, i % 12);
        }
        told.later(Duration.ofSeconds(59));
        assertThat(train().result()).isEqualTo(Result.NOT_DUE);
        told.later(Duration.ofSeconds(1));
        assertThat(train().result()).isEqualTo(Result.SERVED);
    }

    @Test
    void models_below_the_floor_are_not_served() {
        shopOfHabits();
        var good = train();
        // From now on everybody buys what they never bought.
        for (int i = 0; i < 30; i++) {
            buys(i, (i + 5) % 12);
        }
        told.later(Duration.ofMinutes(1));

        var training = train();

        assertThat(training.result()).isEqualTo(Result.BELOW_FLOOR);
        assertThat(training.reached()).isLessThan(training.floor());
        assertThat(training.version()).isEqualTo(good.version());
        assertThat(told.shop.recommend.modelVersion()).endsWith(good.version());
    }

    @Test
    void what_is_below_the_floor_again_and_again_is_how_the_shop_is_now() {
        shopOfHabits();
        var good = train();
        for (int i = 0; i < 30; i++) {
            buys(i, (i + 5) % 12);
        }
        var floors = new ArrayList<Double>();
        var training = good;
        do {
            told.later(Duration.ofDays(1));
            training = train();
            floors.add(training.floor());
        } while (training.result() == Result.BELOW_FLOOR && floors.size() < 50);

        assertThat(training.result()).isEqualTo(Result.SERVED);
        assertThat(training.reached()).isLessThan(good.reached() * .9);
        assertThat(floors).isSortedAccordingTo(Comparator.reverseOrder()).hasSizeGreaterThan(1);
    }

    @Test
    void what_somebody_says_who_never_bought_anything_trains_nothing_and_takes_nothing_away() {
        shopOfHabits();
        var good = train();
        told.later(Duration.ofMinutes(1));
        told.refuses(new CustomerId("a-stranger"), SUGGESTIONS);

        assertThat(train().result()).isEqualTo(Result.NOT_DUE);

        for (int i = 0; i < 30; i++) {
            buys(i, (i + 5) % 12);
        }
        told.refuses(new CustomerId("another"), SUGGESTIONS);
        var training = train();
        assertThat(training.result()).isEqualTo(Result.BELOW_FLOOR);
        assertThat(training.version()).isEqualTo(good.version());
    }

    @Test
    void where_somebody_left_and_the_new_ones_are_too_poor_nothing_learned_is_served() {
        shopOfHabits();
        train();
        for (int i = 0; i < 30; i++) {
            buys(i, (i + 5) % 12);
        }
        told.grants(customer(1), Use.of(Purpose.PRODUCT_IMPROVEMENT));
        told.withdraws(customer(1), Use.of(Purpose.PRODUCT_IMPROVEMENT));
        told.later(Duration.ofMinutes(1));

        var training = train();

        assertThat(training.result()).isEqualTo(Result.BELOW_FLOOR);
        assertThat(training.version()).isEqualTo("untrained");
    }

    @Test
    void whoever_withdraws_is_not_learned_from_until_they_allow_it_again() {
        shopOfHabits();
        train();
        for (int i = 0; i < 15; i++) {
            told.refuses(customer(i), SUGGESTIONS);
        }
        told.later(Duration.ofMinutes(1));

        assertThat(train().result()).as("15 of 30 are left").isEqualTo(Result.TOO_LITTLE);
        assertThat(told.shop.recommend.modelVersion())
                .as("90 were learned, half of them were forgotten")
                .isEqualTo("baskets-135");

        for (int i = 0; i < 15; i++) {
            told.grants(customer(i), SUGGESTIONS);
        }
        told.later(Duration.ofHours(24));
        assertThat(train().version()).contains("baskets=90/");
    }

    @Test
    void a_withdrawal_is_learned_from_a_minute_later_and_other_purposes_are_no_matter() {
        shopOfHabits();
        train();
        told.later(Duration.ofMinutes(1));
        told.refuses(customer(2), Use.of(Purpose.ANALYTICS));
        assertThat(train().result()).isEqualTo(Result.NOT_DUE);

        told.grants(customer(1), Use.of(Purpose.PRODUCT_IMPROVEMENT));
        told.withdraws(customer(1), Use.of(Purpose.PRODUCT_IMPROVEMENT));

        assertThat(train().version()).contains("baskets=87/");
    }

    @Test
    void what_is_served_forgets_somebody_at_once_and_whoever_left_during_the_training_too() {
        var diary = diaryOfHabits();
        var noticed = new Noticed(List.of());
        var models =
                new TrainedModels(
                        diary,
                        List.of(_ -> {
                            diary.leaves(customer(7));
                            return noticed;
                        }),
                        RankerTrainer.NONE);

        models.whenDue(NOON);
        var rows = diary.notes().rows();
        assertThat(models.models()).anyMatch(model -> model.version().equals("gone [22]"));

        models.leaves(customer(3));
        models.leaves(new CustomerId("a-stranger"));

        assertThat(models.models()).anyMatch(model -> model.version().equals("gone [22, 18]"));
        assertThat(rows).hasSize(24).doesNotContainKey(customer(7));
    }

    @Test
    void a_training_that_failed_is_tried_again_when_it_is_asked_for_next() {
        var diary = diaryOfHabits();
        var outage = new AtomicBoolean();
        Trainer trainer =
                _ -> {
                    if (outage.get()) {
                        throw new IllegalStateException("no room");
                    }
                    return new Noticed(List.of());
                };
        var models = new TrainedModels(diary, List.of(trainer), RankerTrainer.NONE);
        models.whenDue(NOON);
        outage.set(true);
        var aDayLater = NOON.plus(Duration.ofDays(1));
        assertThatIllegalStateException().isThrownBy(() -> models.whenDue(aDayLater));
        assertThat(models.models()).as("nobody left").isNotEmpty();
        models.leaves(customer(7));
        var aMinuteLater = aDayLater.plus(Duration.ofMinutes(1));
        assertThatIllegalStateException().isThrownBy(() -> models.whenDue(aMinuteLater));
        assertThat(models.models()).as("the old ones learned from who left").isEmpty();

        outage.set(false);
        var training = models.whenDue(aMinuteLater.plusSeconds(30));

        assertThat(training.result()).isEqualTo(Result.SERVED);
        assertThat(training.version()).contains("baskets=72/");
    }

    @Test
    void served_models_see_a_shoppers_baskets_in_order_and_without_what_came_back() {
        var asked = new ArrayList<Shopper>();
        var trained = new ArrayList<Shopper>();
        Trainer listening =
                all -> {
                    trained.add(all.shopper(0));
                    return new Listening(asked);
                };
        var module =
                new RecommendationModule(
                        List.of(listening), RankerTrainer.NONE, (_, _) -> new Listening(asked));
        told.shop.log.follow(module.memory()::remember);
        shopOfHabits();
        var first = new CustomerId("a-first");
        told.buys("o-1", Optional.of(first), product(5), product(6));
        told.later(Duration.ofMinutes(1));
        told.buys("o-2", Optional.of(first), product(6));
        told.later(Duration.ofMinutes(1));
        told.buys("o-3", Optional.of(first), product(6), product(7));
        told.returns("o-4", Optional.of("o-1"), product(5));
        told.buys("o-5", Optional.of(first), product(8));
        told.voids("o-6", "o-5");

        module.retraining().whenDue(told.now().received());
        module.recommend()
                .slate(SlateRequest.plain(Set.of(first), List.of(), Optional.empty(), NOON, 3));

        assertThat(asked.getLast().baskets()).isDeepEqualTo(new int[][] {{6}, {6}, {6, 7}});
        assertThat(trained.getFirst().baskets()).isDeepEqualTo(asked.getLast().baskets());
    }

    @Test
    void what_came_back_was_never_bought_together() {
        told.buys("b-1", Optional.empty(), product(1), product(2));
        told.buys("b-2", Optional.empty(), product(1), product(3));
        told.returns("b-3", Optional.of("b-1"), product(2));

        var slate =
                told.shop.recommend.slate(
                        SlateRequest.plain(
                                Set.of(), List.of(product(1)), Optional.empty(), NOON, 13));

        assertThat(says(slate, product(3))).contains(Source.BOUGHT_TOGETHER);
        assertThat(says(slate, product(2))).isEmpty();
    }

    /** Keeps whom it was asked about. */
    private record Listening(List<Shopper> asked) implements CandidateModel {
        @Override
        public Source source() {
            return Source.MATRIX;
        }

        @Override
        public String version() {
            return "listening";
        }

        @Override
        public void score(Shopper shopper, float[] scores) {
            asked.add(shopper);
            Arrays.fill(scores, 0);
        }

        @Override
        public Optional<Why> why(Shopper shopper, int product) {
            return Optional.empty();
        }
    }

    @Test
    void a_void_sale_is_not_learned_from() {
        shopOfHabits();
        told.buys("wrong", Optional.of(customer(0)), product(1));
        told.voids("void", "wrong");

        assertThat(train().version()).contains("baskets=90/");
    }

    @Test
    void a_product_that_begins_to_sell_is_trending_in_its_store_at_once() {
        shopOfHabits();
        told.later(Duration.ofDays(30));
        for (int i = 0; i < 90; i++) {
            buys(i % 30, i % 12);
        }
        told.later(Duration.ofDays(1));
        told.buys("t-1", Optional.empty(), SCARF);
        assertThat(says(atLeeds(), SCARF)).doesNotContain(Source.TRENDING);

        told.buys("t-2", Optional.empty(), SCARF);
        told.buys("t-3", Optional.empty(), SCARF);

        assertThat(says(atLeeds(), SCARF)).contains(Source.TRENDING);
        assertThat(says(slate(99), SCARF))
                .as("nobody bought it online")
                .doesNotContain(Source.TRENDING);
    }

    @Test
    void a_store_that_sold_nothing_yet_looks_at_what_begins_to_sell_online() {
        for (int i = 0; i < 3; i++) {
            told.shop.recordReceipt.record(
                    new RecordPurchase(
                            new ReceiptId("online-" + i),
                            Optional.empty(),
                            Optional.empty(),
                            List.of(ReceiptLine.of(SCARF, BigDecimal.ONE, Told.gbp("1.01"))),
                            Told.gbp("0.00"),
                            Told.gbp("1.01"),
                            Via.web(),
                            told.now()));
        }

        assertThat(says(atLeeds(), SCARF)).contains(Source.TRENDING);
        buys(0, 1);
        assertThat(says(atLeeds(), SCARF)).doesNotContain(Source.TRENDING);
    }

    @Test
    void a_new_product_is_recommendable_at_once_with_trained_models() {
        shopOfHabits();
        train();
        var fresh = new ProductId("fresh");
        told.sells(fresh);

        assertThat(products(slate(1, 30))).contains(fresh);
    }

    @Test
    void a_purchase_after_the_training_changes_the_next_slate() {
        shopOfHabits();
        train();
        assertThat(products(slate(99)).getFirst()).isNotEqualTo(product(7));

        buys(99, 7);

        assertThat(products(slate(99)).getFirst()).isEqualTo(product(7));
    }

    /** Twenty-five customers, each bought the same one of five products on three days. */
    private static PurchaseDiary diaryOfHabits() {
        var diary = new PurchaseDiary();
        for (int i = 0; i < 25; i++) {
            for (int day = 0; day < 3; day++) {
                diary.bought(
                        new ReceiptId("d-%d-%d".formatted(i, day)),
                        Optional.of(customer(i)),
                        new OwnBasket(ONLINE, day * 86_400L, Map.of(i % 5, BigDecimal.ONE)));
            }
        }
        return diary;
    }

    /** Thirty customers, each buys the same one of twelve products three times. */
    private void shopOfHabits() {
        for (int basket = 0; basket < 3; basket++) {
            for (int i = 0; i < 30; i++) {
                buys(i, i % 12);
            }
        }
    }

    private void buys(int customer, int... products) {
        var ids = new ArrayList<ProductId>();
        for (int one : products) {
            ids.add(product(one));
        }
        told.buys(
                "h-" + receipts++, Optional.of(customer(customer)), ids.toArray(ProductId[]::new));
    }

    private Training train() {
        return told.shop.retraining.whenDue(told.now().received());
    }

    private Slate slate(int customer) {
        return slate(customer, 13);
    }

    private Slate slate(int customer, int limit) {
        return told.shop.recommend.slate(
                SlateRequest.plain(
                        Set.of(customer(customer)),
                        List.of(),
                        Optional.empty(),
                        told.now().received(),
                        limit));
    }

    private Slate atLeeds() {
        return told.shop.recommend.slate(
                SlateRequest.plain(
                        Set.of(), List.of(), Optional.of(LEEDS), told.now().received(), 13));
    }

    private static List<ProductId> products(Slate slate) {
        return slate.suggestions().stream().map(Suggestion::product).toList();
    }

    private static Set<Source> sources(Slate slate) {
        return slate.suggestions().stream()
                .flatMap(suggestion -> suggestion.estimates().stream())
                .map(estimate -> estimate.source())
                .collect(Collectors.toSet());
    }

    private static Set<Source> says(Slate slate, ProductId product) {
        return slate.suggestions().stream()
                .filter(suggestion -> suggestion.product().equals(product))
                .flatMap(suggestion -> suggestion.estimates().stream())
                .map(estimate -> estimate.source())
                .collect(Collectors.toSet());
    }

    private static CustomerId customer(int number) {
        return new CustomerId("c-%d".formatted(number));
    }

    private static ProductId product(int number) {
        return new ProductId("p-%d".formatted(number));
    }
}
