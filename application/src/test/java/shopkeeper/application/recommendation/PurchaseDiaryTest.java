package shopkeeper.application.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.recommendation.OwnBasket;
import shopkeeper.domain.recommendation.Place;

class PurchaseDiaryTest {
    private static final Place ONLINE = new Place("ONLINE");
    private static final long DAY = 86_400;
    private static final CustomerId ANN = new CustomerId("ann");
    private static final CustomerId BEN = new CustomerId("ben");
    private static final CustomerId VISITOR = new CustomerId("visitor");

    private final PurchaseDiary diary = new PurchaseDiary();

    @Test
    void slates_and_training_see_the_same_baskets_in_the_same_order() {
        bought("r-2", ANN, 3, 5, 6);
        bought("r-1", ANN, 1, 5);
        bought("r-3", BEN, 2, 6);

        assertThat(past(ANN)).isDeepEqualTo(new int[][] {{5}, {5, 6}});
        assertThat(learned(ANN)).isDeepEqualTo(past(ANN));
        assertThat(learned(BEN)).isDeepEqualTo(new int[][] {{6}});
        var all = diary.notes().all();
        assertThat(all.day(all.firstBasket(row(ANN)))).isEqualTo(1);
        assertThat(all.products()).isEqualTo(7);
    }

    @Test
    void what_comes_back_leaves_the_basket_it_was_bought_in() {
        bought("r-1", ANN, 1, 5, 6);
        bought("r-2", ANN, 2, 5);

        var changes = diary.returned(new ReceiptId("r-1"), one(5));

        assertThat(changes).hasSize(1);
        assertThat(changes.getFirst().before()).containsExactly(5, 6);
        assertThat(changes.getFirst().after()).containsExactly(6);
        assertThat(past(ANN)).isDeepEqualTo(new int[][] {{6}, {5}});
        assertThat(learned(ANN)).isDeepEqualTo(past(ANN));
        assertThat(diary.size()).isEqualTo(3);
    }

    @Test
    void a_gift_that_somebody_else_brings_back_leaves_the_basket_of_whoever_bought_it() {
        bought("r-1", ANN, 1, 5, 6);
        bought("r-2", BEN, 1, 5);

        diary.returned(new ReceiptId("r-1"), one(5));

        assertThat(past(ANN)).isDeepEqualTo(new int[][] {{6}});
        assertThat(past(BEN)).isDeepEqualTo(new int[][] {{5}});
    }

    @Test
    void nobodys_baskets_change_too_and_are_nobodys() {
        diary.bought(
                new ReceiptId("r-1"),
                Optional.empty(),
                new OwnBasket(ONLINE, DAY, Map.of(5, BigDecimal.TWO)));

        assertThat(diary.returned(new ReceiptId("r-1"), one(5))).as("one is left").isEmpty();
        assertThat(diary.returned(new ReceiptId("r-1"), one(5)))
                .singleElement()
                .satisfies(change -> assertThat(change.after()).isEmpty());
        assertThat(diary.notes().all().customers()).isZero();
    }

    @Test
    void what_comes_back_without_a_receipt_leaves_the_latest_basket() {
        bought("r-1", ANN, 1, 5, 6);
        bought("r-2", ANN, 2, 5);

        assertThat(diary.returned(ANN, one(5)))
                .singleElement()
                .satisfies(change -> assertThat(change.before()).containsExactly(5));
        assertThat(past(ANN)).isDeepEqualTo(new int[][] {{5, 6}});
        assertThat(diary.returned(BEN, one(5))).isEmpty();
    }

    @Test
    void a_void_takes_back_what_is_left_and_nothing_twice() {
        bought("r-1", ANN, 1, 5, 6);
        diary.returned(new ReceiptId("r-1"), one(5));

        assertThat(diary.voided(new ReceiptId("r-1")))
                .singleElement()
                .satisfies(change -> assertThat(change.before()).containsExactly(6));
        assertThat(diary.voided(new ReceiptId("r-1"))).isEmpty();
        assertThat(diary.returned(new ReceiptId("r-1"), one(6))).isEmpty();
        assertThat(past(ANN)).isEmpty();
    }

    @Test
    void a_visitor_who_became_known_is_learned_from_as_the_customer_they_are() {
        bought("r-1", VISITOR, 2, 5);
        bought("r-2", ANN, 1, 6);
        bought("r-3", ANN, 3, 7);
        diary.becameKnown(VISITOR, ANN);

        var notes = diary.notes();

        assertThat(notes.all().customers()).isEqualTo(1);
        assertThat(notes.rows()).containsOnly(Map.entry(ANN, 0), Map.entry(VISITOR, 0));
        assertThat(learned(ANN)).isDeepEqualTo(new int[][] {{6}, {5}, {7}});
        assertThat(diary.past(List.of(ANN, VISITOR)).baskets()).isDeepEqualTo(learned(ANN));
    }

    @Test
    void of_a_name_that_left_nothing_is_learned() {
        bought("r-1", VISITOR, 2, 5);
        bought("r-2", ANN, 1, 6);
        diary.becameKnown(VISITOR, ANN);
        diary.leaves(VISITOR);

        assertThat(learned(ANN)).isDeepEqualTo(new int[][] {{6}});
        assertThat(diary.notes().rows()).doesNotContainKey(VISITOR);
        assertThat(diary.leaves()).isEqualTo(1);

        diary.returns(VISITOR);
        assertThat(learned(ANN)).isDeepEqualTo(new int[][] {{6}, {5}});
    }

    @Test
    void of_a_customer_who_left_nothing_is_learned_that_they_did_as_a_visitor() {
        bought("r-1", VISITOR, 2, 5);
        bought("r-2", ANN, 1, 6);
        diary.becameKnown(VISITOR, ANN);
        diary.leaves(ANN);

        assertThat(diary.isGone(VISITOR)).isTrue();
        assertThat(diary.names(ANN)).containsExactly(ANN, VISITOR);
        assertThat(diary.notes().rows()).isEmpty();
        assertThat(diary.notes().all().customers()).isZero();
    }

    /** A basket is never half there: its products are all the same number of the day. */
    @Test
    void a_training_reads_while_purchases_come_and_go() {
        long seed = new Random().nextLong();
        var chance = new Random(seed);
        var people = IntStream.range(0, 50).mapToObj(i -> new CustomerId("c-" + i)).toList();
        try (var reader = Executors.newSingleThreadExecutor()) {
            var read =
                    reader.submit(() -> {
                        int seen = 0;
                        while (seen < 2_000 && !Thread.interrupted()) {
                            var all = diary.notes().all();
                            for (int basket = 0; basket < all.baskets(); basket++) {
                                int[] held = all.basket(basket);
                                if (held[held.length - 1] - held[0] != held.length - 1) {
                                    return "half a basket: " + Arrays.toString(held);
                                }
                            }
                            seen = all.baskets();
                        }
                        return "whole baskets";
                    });
            for (int i = 0; i < 2_500; i++) {
                int first = chance.nextInt(100);
                var receipt = "w-" + i;
                bought(
                        receipt,
                        people.get(chance.nextInt(50)),
                        chance.nextInt(9),
                        first,
                        first + 1);
                if (chance.nextInt(10) == 0) {
                    diary.voided(new ReceiptId(receipt));
                }
            }
            assertThat(read)
                    .as("seed " + seed)
                    .succeedsWithin(Duration.ofSeconds(30))
                    .isEqualTo("whole baskets");
        }
    }

    private void bought(String receipt, CustomerId customer, long day, int... products) {
        var bought = new LinkedHashMap<Integer, BigDecimal>();
        for (int product : products) {
            bought.put(product, BigDecimal.ONE);
        }
        diary.bought(
                new ReceiptId(receipt),
                Optional.of(customer),
                new OwnBasket(ONLINE, day * DAY, bought));
    }

    private static Map<Integer, BigDecimal> one(int product) {
        return Map.of(product, BigDecimal.ONE);
    }

    private int[][] past(CustomerId customer) {
        return diary.past(List.of(customer)).baskets();
    }

    private int row(CustomerId customer) {
        return diary.notes().rows().getOrDefault(customer, -1);
    }

    private int[][] learned(CustomerId customer) {
        return diary.notes().all().shopper(row(customer)).baskets();
    }
}
