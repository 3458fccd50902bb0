package shopkeeper.domain.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.kernel.ProductId;

/** A sale that is voided leaves nothing behind. */
class ForgettingTest {
    private static final ProductId TEA = new ProductId("tea");
    private static final ProductId MILK = new ProductId("milk");

    @RepeatedTest(20)
    void who_forgets_a_basket_knows_what_those_know_who_never_saw_it() {
        long seed = System.nanoTime();
        var chance = new Random(seed);
        var forgetting = new Baskets();
        var never = new Baskets();
        var unwanted = new ArrayList<Set<ProductId>>();
        for (int i = 0; i < 60; i++) {
            var basket = basket(chance);
            forgetting.learn(basket);
            if (chance.nextInt(3) == 0) {
                unwanted.add(basket);
            } else {
                never.learn(basket);
            }
        }
        unwanted.forEach(forgetting::forget);

        assertThat(forgetting.size()).as("seed %d", seed).isEqualTo(never.size());
        for (int number = 0; number < 8; number++) {
            var product = product(number);
            assertThat(forgetting.baskets(product))
                    .as("seed %d", seed)
                    .isEqualTo(never.baskets(product));
            assertThat(forgetting.companions(product, 10))
                    .as("seed %d", seed)
                    .isEqualTo(never.companions(product, 10));
        }
        for (int rank = 1; rank < forgetting.products(); rank++) {
            assertThat(forgetting.baskets(forgetting.mostPopular(rank - 1)))
                    .as("seed %d", seed)
                    .isGreaterThanOrEqualTo(forgetting.baskets(forgetting.mostPopular(rank)));
        }
    }

    @Test
    void what_was_never_learned_is_not_forgotten() {
        var baskets = new Baskets();
        baskets.learn(Set.of(TEA, MILK));
        baskets.forget(Set.of(TEA));
        baskets.forget(Set.of(new ProductId("salt")));
        baskets.forget(Set.of());

        assertThat(baskets.size()).isEqualTo(1);
        assertThat(baskets.version()).isEqualTo(1);
        baskets.forget(Set.of(TEA, MILK));
        assertThat(baskets.size()).isZero();
        assertThat(baskets.popularity(TEA)).isZero();
        assertThat(baskets.version()).isEqualTo(2);
    }

    private static Set<ProductId> basket(Random chance) {
        var basket = new TreeSet<ProductId>(Comparator.comparing(ProductId::value));
        int size = 1 + chance.nextInt(3);
        while (basket.size() < size) {
            basket.add(product(chance.nextInt(8)));
        }
        return basket;
    }

    private static ProductId product(int number) {
        return List.of("a", "b", "c", "d", "e", "f", "g", "h").stream()
                .map(ProductId::new)
                .toList()
                .get(number);
    }
}
