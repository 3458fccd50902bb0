package shopkeeper.domain.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.kernel.ProductId;

class InteractionsTest {
    private static final ProductId TEA = new ProductId("tea");
    private static final ProductId MILK = new ProductId("milk");

    private final Interactions two =
            Interactions.builder()
                    .customer()
                    .basket(10, 2, 0)
                    .basket(11, new int[] {0, 1, 0}, new int[] {1, 5, 2})
                    .customer()
                    .basket(7, 1)
                    .build(4);

    @Test
    void baskets_stay_with_their_customer_and_in_their_order() {
        assertThat(two.customers()).isEqualTo(2);
        assertThat(two.baskets()).isEqualTo(3);
        assertThat(two.products()).isEqualTo(4);
        assertThat(two.shopper(0)).isEqualTo(Shopper.withBaskets(new int[][] {{2, 0}, {0, 1}}));
        assertThat(two.shopper(1)).isEqualTo(Shopper.withBaskets(new int[] {1}));
        assertThat(two.day(1)).isEqualTo(11);
        assertThat(two.day(2)).isEqualTo(7);
    }

    @Test
    void a_product_is_in_a_basket_once_with_all_of_its_count() {
        assertThat(two.lines()).isEqualTo(5);
        assertThat(two.basket(1)).containsExactly(0, 1);
        assertThat(two.count(two.firstLine(1))).isEqualTo(3);
        assertThat(two.count(two.firstLine(1) + 1)).isEqualTo(5);
    }

    @Test
    void pairs_hold_each_product_of_a_customer_once_in_ascending_order() {
        var pairs = two.pairs();

        assertThat(pairs.rows()).isEqualTo(2);
        assertThat(pairs.columns()).isEqualTo(4);
        assertThat(pairs.size()).isEqualTo(4);
        assertThat(List.of(pairs.column(0), pairs.column(1), pairs.column(2)))
                .containsExactly(0, 1, 2);
        assertThat(List.of(pairs.count(0), pairs.count(1), pairs.count(2)))
                .containsExactly(4, 5, 1);
        assertThat(pairs.first(1)).isEqualTo(3);
        assertThat(pairs.end(1)).isEqualTo(4);
    }

    @Test
    void turned_pairs_name_the_customers_of_a_product() {
        var turned = two.pairs().turned();

        assertThat(turned.rows()).isEqualTo(4);
        assertThat(turned.columns()).isEqualTo(2);
        assertThat(turned.first(1)).isEqualTo(1);
        assertThat(turned.end(1)).isEqualTo(3);
        assertThat(turned.column(1)).isZero();
        assertThat(turned.column(2)).isEqualTo(1);
        assertThat(turned.count(1)).isEqualTo(5);
        assertThat(turned.count(2)).isEqualTo(1);
        assertThat(turned.first(3)).isEqualTo(turned.end(3));
    }

    @Test
    void a_product_nobody_numbered_is_a_mistake() {
        var beyond = Interactions.builder().customer().basket(0, 4);
        assertThatThrownBy(() -> beyond.build(4)).hasMessageContaining("beyond the 4");
        assertThat(Interactions.builder().customer().basket(0, 3).build(4).lines()).isEqualTo(1);
        assertThatThrownBy(() -> Interactions.builder().customer().basket(0, -1))
                .hasMessageContaining("without number");
        assertThatThrownBy(() -> Interactions.builder().basket(0, 1))
                .hasMessageContaining("needs a customer");
    }

    @Test
    void nothing_at_all_is_well_too() {
        var nothing = Interactions.builder().build(0);

        assertThat(nothing.customers()).isZero();
        assertThat(nothing.pairs().turned().size()).isZero();
    }

    @Test
    void new_products_leave_the_old_numbers_as_they_are() {
        var numbers = ProductNumbers.of(List.of(TEA));
        var more = numbers.and(List.of(MILK, TEA));

        assertThat(numbers.numberOf(MILK)).isEqualTo(-1);
        assertThat(numbers.size()).isEqualTo(1);
        assertThat(more.numberOf(TEA)).isZero();
        assertThat(more.numberOf(MILK)).isEqualTo(1);
        assertThat(more.product(1)).isEqualTo(MILK);
        assertThat(more.and(List.of(MILK))).isSameAs(more);
    }

    @Test
    void what_a_shopper_bought_is_not_in_its_text() {
        var shopper = new Shopper(new int[][] {{17}}, new int[] {23}, new int[] {42, 43});

        assertThat(shopper).hasToString("1 baskets, 1 in the session, 2 beside");
        assertThat(shopper)
                .isEqualTo(new Shopper(new int[][] {{17}}, new int[] {23}, new int[] {42, 43}))
                .hasSameHashCodeAs(
                        new Shopper(new int[][] {{17}}, new int[] {23}, new int[] {42, 43}))
                .isNotEqualTo(new Shopper(new int[][] {{18}}, new int[] {23}, new int[] {42, 43}))
                .isNotEqualTo(new Shopper(new int[][] {{17}}, new int[] {24}, new int[] {42, 43}))
                .isNotEqualTo(new Shopper(new int[][] {{17}}, new int[] {23}, new int[] {42}));
    }
}
