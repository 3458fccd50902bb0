package shopkeeper.domain.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.recommendation.PersonalHistory.Bought;

class PersonalHistoryTest {
    private static final ProductId TEA = new ProductId("tea");
    private static final ProductId MILK = new ProductId("milk");
    private static final ProductId SALT = new ProductId("salt");

    @Test
    void baskets_count_not_pieces() {
        var history = PersonalHistory.EMPTY.bought(basket(TEA, "12")).bought(basket(TEA, "1"));

        assertThat(history.baskets()).isEqualTo(2);
        assertThat(history.times(TEA)).isEqualTo(2);
        assertThat(history.products()).containsEntry(TEA, new Bought(2, new BigDecimal("13")));
    }

    @Test
    void what_is_returned_as_a_whole_counts_as_never_bought() {
        var history = PersonalHistory.EMPTY.bought(basket(TEA, "2")).returned(basket(TEA, "2"));

        assertThat(history.times(TEA)).isZero();
        assertThat(history.favourites()).isEmpty();
    }

    @Test
    void what_is_returned_in_part_was_still_bought() {
        var history = PersonalHistory.EMPTY.bought(basket(TEA, "2")).returned(basket(TEA, "1.5"));

        assertThat(history.times(TEA)).isEqualTo(1);
    }

    @Test
    void what_was_never_bought_cannot_be_lost() {
        var history = PersonalHistory.EMPTY.returned(basket(TEA, "1"));

        assertThat(history.times(TEA)).isZero();
        assertThat(history.bought(basket(TEA, "1")).times(TEA)).isEqualTo(1);
    }

    @Test
    void favourites_are_the_most_frequent_equals_by_code() {
        var history =
                PersonalHistory.EMPTY
                        .bought(basket(TEA, "1"))
                        .bought(Map.of(SALT, BigDecimal.ONE, MILK, BigDecimal.ONE))
                        .bought(basket(TEA, "1"));

        assertThat(history.favourites()).containsExactly(TEA, MILK, SALT);
    }

    @Test
    void the_visitors_history_and_the_customers_become_one() {
        var visitor = PersonalHistory.EMPTY.bought(basket(TEA, "1")).bought(basket(MILK, "1"));
        var customer = PersonalHistory.EMPTY.bought(basket(TEA, "2"));

        var both = customer.and(visitor);

        assertThat(both.baskets()).isEqualTo(3);
        assertThat(both.times(TEA)).isEqualTo(2);
        assertThat(both.times(MILK)).isEqualTo(1);
        assertThat(both).isEqualTo(visitor.and(customer));
    }

    @Test
    void a_voided_basket_was_never_bought() {
        var before = PersonalHistory.EMPTY.bought(basket(TEA, "2")).bought(basket(MILK, "1"));

        assertThat(before.bought(basket(TEA, "3")).voided(basket(TEA, "3"))).isEqualTo(before);
        assertThat(before.voided(basket(MILK, "1")))
                .isEqualTo(PersonalHistory.EMPTY.bought(basket(TEA, "2")));
    }

    @Test
    void a_basket_that_nobody_had_cannot_be_voided() {
        var history = PersonalHistory.EMPTY.voided(basket(TEA, "1"));

        assertThat(history).isEqualTo(PersonalHistory.EMPTY);
        assertThat(history.baskets()).isZero();
    }

    @Test
    void histories_are_equal_when_they_say_the_same() {
        var tea = PersonalHistory.EMPTY.bought(basket(TEA, "1"));

        assertThat(tea)
                .isEqualTo(PersonalHistory.EMPTY.bought(basket(TEA, "1")))
                .hasSameHashCodeAs(PersonalHistory.EMPTY.bought(basket(TEA, "1")))
                .isNotEqualTo(PersonalHistory.EMPTY.bought(basket(TEA, "2")))
                .isNotEqualTo(tea.bought(Map.of()))
                .hasToString("1 baskets of " + tea.products());
        assertThat(tea.hashCode()).isNotEqualTo(PersonalHistory.EMPTY.hashCode());
    }

    private static Map<ProductId, BigDecimal> basket(ProductId product, String quantity) {
        return Map.of(product, new BigDecimal(quantity));
    }
}
