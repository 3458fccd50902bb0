package shopkeeper.domain.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.Seeds;
import shopkeeper.domain.kernel.ProductId;

class BasketsTest {
    private static final ProductId TEA = new ProductId("tea");
    private static final ProductId MILK = new ProductId("milk");
    private static final ProductId SALT = new ProductId("salt");

    @Test
    void nothing_learned_is_nothing_known() {
        var baskets = new Baskets();

        assertThat(baskets.size()).isZero();
        assertThat(baskets.baskets(TEA)).isZero();
        assertThat(baskets.companions(TEA, 10)).isEmpty();
    }

    @Test
    void few_baskets_stay_near_plain_popularity() {
        var baskets = new Baskets();
        baskets.learn(List.of(TEA, MILK));
        baskets.learn(List.of(MILK));

        // (1 basket with both + 20 x popularity 2/2) / (1 basket with tea + 20)
        assertThat(baskets.companions(TEA, 10))
                .containsExactly(new Companion(MILK, 1, (1 + 20 * 1.0) / 21));
    }

    @Test
    void a_product_twice_in_a_basket_counts_once() {
        var baskets = new Baskets();
        baskets.learn(List.of(TEA, TEA, MILK));

        assertThat(baskets.baskets(TEA)).isEqualTo(1);
        assertThat(baskets.companions(MILK, 10)).extracting(Companion::baskets).containsExactly(1);
    }

    @Test
    void companions_are_as_many_as_asked_the_likeliest_first_equals_by_code() {
        var baskets = new Baskets();
        baskets.learn(List.of(TEA, SALT, MILK));
        baskets.learn(List.of(SALT, MILK));

        assertThat(baskets.companions(TEA, 10))
                .extracting(Companion::product)
                .containsExactly(MILK, SALT);
        assertThat(baskets.companions(TEA, 1)).extracting(Companion::product).containsExactly(MILK);
    }

    @Test
    void counting_quickly_says_the_same_as_counting_naively() {
        Seeds.tryMany(
                100,
                random -> {
                    var learned = randomBaskets(random);
                    var baskets = new Baskets();
                    learned.forEach(baskets::learn);

                    var counts = count(learned);

                    assertThat(baskets.size()).isEqualTo(learned.size());
                    int few = random.nextInt(6);
                    for (var product : counts.keySet()) {
                        assertThat(baskets.baskets(product)).isEqualTo(counts.get(product));
                        assertThat(baskets.companions(product, few))
                                .isEqualTo(
                                        baskets.companions(product, 1000).stream()
                                                .limit(few)
                                                .toList());
                        assertThat(baskets.companions(product, 1000))
                                .allSatisfy(companion -> {
                                    assertThat(companion.product()).isNotEqualTo(product);
                                    int both = both(learned, product, companion.product());
                                    assertThat(companion.baskets()).isEqualTo(both);
                                    assertThat(companion.chance())
                                            .isCloseTo(
                                                    chance(
                                                            both,
                                                            counts.getOrDefault(
                                                                    companion.product(), 0),
                                                            counts.get(product),
                                                            learned.size()),
                                                    within(1e-12));
                                })
                                .hasSize(neighbours(learned, product).size())
                                .isSortedAccordingTo(
                                        (one, two) -> Double.compare(two.chance(), one.chance()));
                    }
                });
    }

    @Test
    void what_is_forgotten_was_never_learned() {
        Seeds.tryMany(
                200,
                random -> {
                    var kept = randomBaskets(random);
                    var taken = randomBaskets(random);
                    var baskets = new Baskets();
                    kept.forEach(baskets::learn);
                    taken.forEach(baskets::learn);
                    Collections.shuffle(taken, Random.from(random));
                    taken.forEach(baskets::forget);

                    var expected = new Baskets();
                    kept.forEach(expected::learn);
                    var counts = count(kept);

                    assertThat(baskets.size()).isEqualTo(expected.size());
                    counts.keySet()
                            .forEach(product -> {
                                assertThat(baskets.baskets(product))
                                        .isEqualTo(expected.baskets(product));
                                assertThat(baskets.companions(product, 1000))
                                        .isEqualTo(expected.companions(product, 1000));
                            });
                });
    }

    @Test
    void a_basket_nobody_had_is_not_forgotten() {
        var baskets = new Baskets();
        baskets.learn(List.of(TEA, MILK));

        baskets.forget(List.of(TEA));
        baskets.forget(List.of(SALT));
        baskets.forget(List.of());
        baskets.forget(List.of(TEA, SALT));

        assertThat(baskets.size()).isEqualTo(1);
        assertThat(baskets.baskets(TEA)).isEqualTo(1);
        assertThat(baskets.version()).isEqualTo(1);
    }

    @Test
    void learning_and_forgetting_both_make_a_new_version() {
        var baskets = new Baskets();
        baskets.learn(List.of(TEA));
        baskets.learn(List.of(MILK));
        baskets.forget(List.of(TEA));

        assertThat(baskets.version()).isEqualTo(3);
        assertThat(baskets.size()).isEqualTo(1);
        assertThat(baskets.baskets(MILK)).isEqualTo(1);
        assertThat(baskets.baskets(TEA)).isZero();
    }

    private static List<Set<ProductId>> randomBaskets(RandomGenerator random) {
        int products = random.nextInt(1, 12);
        var baskets = new ArrayList<Set<ProductId>>();
        for (int n = random.nextInt(1, 40); n > 0; n--) {
            var basket = new HashSet<ProductId>();
            for (int size = random.nextInt(1, 6); size > 0; size--) {
                basket.add(new ProductId("p" + random.nextInt(products)));
            }
            baskets.add(basket);
        }
        return baskets;
    }

    private static Map<ProductId, Integer> count(List<Set<ProductId>> baskets) {
        var counts = new HashMap<ProductId, Integer>();
        baskets.forEach(
                basket -> basket.forEach(product -> counts.merge(product, 1, Integer::sum)));
        return counts;
    }

    private static int both(List<Set<ProductId>> baskets, ProductId one, ProductId two) {
        return (int)
                baskets.stream()
                        .filter(basket -> basket.contains(one) && basket.contains(two))
                        .count();
    }

    private static Set<ProductId> neighbours(List<Set<ProductId>> baskets, ProductId product) {
        var neighbours = new HashSet<ProductId>();
        baskets.stream().filter(basket -> basket.contains(product)).forEach(neighbours::addAll);
        neighbours.remove(product);
        return neighbours;
    }

    private static double chance(int both, int companion, int product, int baskets) {
        return (both + 20.0 * companion / baskets) / (product + 20.0);
    }
}
