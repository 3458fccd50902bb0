package shopkeeper.domain.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PersonalHistoryTest {
    private static final Place ONLINE = new Place("ONLINE");

    private static final int TEA = 0;
    private static final int MILK = 1;
    private static final int SALT = 2;

    private final PersonalHistory history = new PersonalHistory();

    @Test
    void baskets_stand_in_the_order_in_which_they_were_bought_not_told() {
        history.bought(basket(300, SALT));
        history.bought(basket(100, TEA));
        history.bought(basket(200, MILK, TEA));

        assertThat(history.past())
                .isEqualTo(
                        past(
                                new long[] {100, 200, 300},
                                ofTea(),
                                new int[] {TEA, MILK},
                                new int[] {SALT}));
        assertThat(history.past()).as("made once").isSameAs(history.past());
    }

    @Test
    void of_the_same_second_the_one_that_was_told_first_is_first() {
        history.bought(basket(100, MILK));
        history.bought(basket(50, SALT));
        history.bought(basket(100, TEA));

        assertThat(history.past().baskets()).isDeepEqualTo(new int[][] {{SALT}, {MILK}, {TEA}});
    }

    @Test
    void a_new_purchase_is_in_the_next_past() {
        history.bought(basket(100, TEA));
        var before = history.past();
        history.bought(basket(200, MILK));

        assertThat(before.baskets()).hasDimensions(1, 1);
        assertThat(history.past().baskets()).isDeepEqualTo(new int[][] {{TEA}, {MILK}});
    }

    @Test
    void what_is_returned_as_a_whole_was_never_in_its_basket() {
        var second = basket(200, TEA, MILK);
        history.bought(basket(100, TEA));
        history.bought(second);

        second.takeBack(TEA, BigDecimal.ONE);
        history.changed();

        assertThat(history.past().baskets()).isDeepEqualTo(new int[][] {{TEA}, {MILK}});
    }

    @Test
    void a_basket_of_which_all_came_back_is_none() {
        var only = basket(100, TEA);
        history.bought(only);
        history.past();

        only.takeBack(TEA, BigDecimal.ONE);
        history.changed();

        assertThat(history.past()).isEqualTo(Past.NONE);
    }

    @Test
    void without_a_receipt_the_latest_baskets_lose_it_first() {
        history.bought(
                new OwnBasket(ONLINE, 300, Map.of(TEA, new BigDecimal("2"), SALT, BigDecimal.ONE)));
        history.bought(new OwnBasket(ONLINE, 100, Map.of(TEA, new BigDecimal("2"))));
        history.bought(new OwnBasket(ONLINE, 200, Map.of(MILK, BigDecimal.ONE)));
        var touched = new ArrayList<OwnBasket>();

        history.broughtBack(TEA, new BigDecimal("3"), touched::add);

        assertThat(touched).extracting(OwnBasket::second).containsExactly(300L, 100L);
        assertThat(history.past().baskets()).isDeepEqualTo(new int[][] {{TEA}, {MILK}, {SALT}});

        history.broughtBack(TEA, BigDecimal.ONE, touched::add);
        assertThat(history.past().baskets()).isDeepEqualTo(new int[][] {{MILK}, {SALT}});
        assertThat(touched).hasSize(3);
    }

    @Test
    void what_was_never_bought_cannot_be_lost() {
        history.bought(basket(100, TEA));

        history.broughtBack(MILK, BigDecimal.ONE, _ -> assertThat(true).as("touched").isFalse());

        assertThat(history.past().baskets()).isDeepEqualTo(new int[][] {{TEA}});
    }

    @Test
    void a_voided_basket_was_never_bought_and_one_just_like_it_was() {
        var wrong = basket(100, TEA);
        history.bought(basket(100, TEA));
        history.bought(wrong);
        history.past();

        history.voided(wrong);

        assertThat(history.past()).isEqualTo(past(new long[] {100}, ofTea()));
    }

    @Test
    void the_visitors_past_and_the_customers_become_one_in_the_order_of_time() {
        var visitor = past(new long[] {100, 400}, ofTea(), new int[] {MILK});
        var customer = past(new long[] {200, 300}, new int[] {SALT}, ofTea());

        var both =
                past(
                        new long[] {100, 200, 300, 400},
                        ofTea(),
                        new int[] {SALT},
                        ofTea(),
                        new int[] {MILK});

        assertThat(customer.and(visitor)).isEqualTo(both);
        assertThat(visitor.and(customer)).isEqualTo(both);
        assertThat(visitor.and(Past.NONE)).isSameAs(visitor);
        assertThat(Past.NONE.and(visitor)).isSameAs(visitor);
    }

    @Test
    void of_two_pasts_at_the_same_second_the_own_is_first() {
        var one = past(new long[] {100}, ofTea());
        var other = past(new long[] {100}, new int[] {MILK});

        assertThat(one.and(other).baskets()).isDeepEqualTo(new int[][] {{TEA}, {MILK}});
    }

    @Test
    void pasts_are_equal_when_they_say_the_same_and_show_nothing() {
        var one = past(new long[] {100}, ofTea());

        assertThat(one)
                .isEqualTo(past(new long[] {100}, ofTea()))
                .hasSameHashCodeAs(past(new long[] {100}, ofTea()))
                .isNotEqualTo(past(new long[] {101}, ofTea()))
                .isNotEqualTo(past(new long[] {100}, new int[] {MILK}))
                .isNotEqualTo("1 baskets")
                .hasToString("1 baskets");
        assertThat(one.hashCode()).isNotEqualTo(Past.NONE.hashCode());
    }

    @Test
    void a_part_that_came_back_leaves_the_rest() {
        var basket =
                new OwnBasket(
                        ONLINE, 1, Map.of(TEA, new BigDecimal("2"), MILK, new BigDecimal("0.355")));

        assertThat(basket.takeBack(TEA, new BigDecimal("1.999999"))).isZero();
        assertThat(basket.takeBack(SALT, BigDecimal.ONE)).isEqualTo(BigDecimal.ONE);
        assertThat(basket.products()).containsExactly(TEA, MILK);

        assertThat(basket.takeBack(TEA, new BigDecimal("0.000001"))).isZero();
        assertThat(basket.takeBack(MILK, new BigDecimal("1"))).isEqualByComparingTo("0.645");
        assertThat(basket.products()).isEmpty();
        assertThat(basket.has(TEA)).isFalse();
        assertThat(basket.has(SALT)).isFalse();
    }

    private static int[] ofTea() {
        return new int[] {TEA};
    }

    private static Past past(long[] seconds, int[]... baskets) {
        return new Past(baskets, seconds);
    }

    private static OwnBasket basket(long second, int... products) {
        var bought = new LinkedHashMap<Integer, BigDecimal>();
        for (int product : products) {
            bought.put(product, BigDecimal.ONE);
        }
        return new OwnBasket(ONLINE, second, bought);
    }
}
