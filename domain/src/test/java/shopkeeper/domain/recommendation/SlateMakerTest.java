package shopkeeper.domain.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.Seeds;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Reason;

class SlateMakerTest {
    private static final ProductId TEA = new ProductId("tea");
    private static final ProductId MILK = new ProductId("milk");
    private static final ProductId SALT = new ProductId("salt");
    private static final ProductId SOAP = new ProductId("soap");
    private static final ProductId UNSOLD = new ProductId("unsold");

    /** 4 baskets: tea 3, milk 2, salt 1, soap 1. */
    private final Baskets baskets = new Baskets();

    SlateMakerTest() {
        baskets.learn(List.of(TEA, MILK));
        baskets.learn(List.of(TEA, MILK));
        baskets.learn(List.of(TEA, SALT));
        baskets.learn(List.of(SOAP));
    }

    @Test
    void what_the_shop_does_not_sell_is_neither_shown_nor_called_out_of_stock() {
        for (int basket = 0; basket < 9; basket++) {
            baskets.learn(List.of(UNSOLD));
        }

        var slate = slate(List.of(), Optional.empty(), Set.of(TEA), 3);

        assertThat(slate.suggestions())
                .extracting(Suggestion::product)
                .containsExactlyInAnyOrder(MILK, SALT, SOAP);
        assertThat(slate.outOfStock()).containsExactly(TEA);
    }

    @Test
    void for_somebody_unknown_it_is_what_is_popular() {
        var slate = slate(List.of(), Optional.empty(), Set.of(), 2);

        assertThat(slate.personal()).isFalse();
        assertThat(slate.suggestions())
                .containsExactly(
                        new Suggestion(
                                TEA,
                                1,
                                0.75,
                                List.of(Reason.of("FALLBACK_POPULAR", "in 3 baskets of the shop"))),
                        new Suggestion(
                                MILK,
                                2,
                                0.5,
                                List.of(
                                        Reason.of(
                                                "FALLBACK_POPULAR", "in 2 baskets of the shop"))));
    }

    @Test
    void what_was_bought_before_comes_first_with_its_reason() {
        var slate = slate(List.of(), Optional.of(bought(SOAP)), Set.of(), 1);

        assertThat(slate.personal()).isTrue();
        var first = slate.suggestions().getFirst();
        assertThat(first.product()).isEqualTo(SOAP);
        // (1 own basket + popularity 1/4) / (1 own basket + 1)
        assertThat(first.score()).isEqualTo(0.625);
        assertThat(first.reasons())
                .containsExactly(
                        new Reason(
                                "BOUGHT_BEFORE", "in 1 of 1 of your own baskets", List.of(SOAP)));
    }

    @Test
    void what_goes_with_a_favourite_is_personal_too() {
        var slate = slate(List.of(), Optional.of(bought(SALT)), Set.of(), 4);

        assertThat(reasonsOf(slate, TEA))
                .containsExactly(
                        new Reason(
                                "CO_PURCHASED",
                                "bought together once with SALT, you bought",
                                List.of(SALT)));
        assertThat(slate.personal()).isTrue();
    }

    @Test
    void what_goes_with_the_cart_is_for_anybody_and_does_not_repeat_the_cart() {
        var slate = slate(List.of(MILK), Optional.empty(), Set.of(), 4);

        assertThat(slate.personal()).isFalse();
        assertThat(slate.suggestions())
                .extracting(Suggestion::product)
                .startsWith(TEA)
                .doesNotContain(MILK)
                .hasSize(3);
        assertThat(reasonsOf(slate, TEA))
                .containsExactly(
                        new Reason(
                                "CO_PURCHASED",
                                "bought together 2 times with MILK, in the cart or on the page",
                                List.of(MILK)));
    }

    @Test
    void what_is_not_here_is_left_out_and_named() {
        var slate = slate(List.of(), Optional.of(bought(SOAP)), Set.of(SOAP, TEA), 2);

        assertThat(slate.suggestions()).extracting(Suggestion::product).doesNotContain(SOAP, TEA);
        assertThat(slate.outOfStock()).containsExactlyInAnyOrder(SOAP, TEA);
        assertThat(slate.personal()).isFalse();
    }

    @Test
    void a_history_that_decides_nothing_does_not_make_a_slate_personal() {
        var slate = slate(List.of(), Optional.of(PersonalHistory.EMPTY), Set.of(), 3);

        assertThat(slate.personal()).isFalse();
    }

    @Test
    void a_slate_holds_1_to_100_products() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> slate(List.of(), Optional.empty(), Set.of(), 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> slate(List.of(), Optional.empty(), Set.of(), 101));
    }

    @Test
    void every_slate_is_ranked_free_of_repetition_explained_and_in_stock() {
        Seeds.tryMany(
                200,
                random -> {
                    var learned = new Baskets();
                    var history = PersonalHistory.EMPTY;
                    for (int n = random.nextInt(30); n > 0; n--) {
                        var basket =
                                random.ints(random.nextInt(1, 5), 0, 10)
                                        .mapToObj(number -> new ProductId("p" + number))
                                        .distinct()
                                        .toList();
                        learned.learn(basket);
                        if (random.nextInt(4) == 0) {
                            history = history.bought(Map.of(basket.getFirst(), BigDecimal.ONE));
                        }
                    }
                    var cart = List.of(new ProductId("p" + random.nextInt(10)));
                    var missing = Set.of(new ProductId("p" + random.nextInt(10)));
                    int limit = random.nextInt(1, 12);

                    var slate =
                            SlateMaker.slate(
                                    countsOf(learned),
                                    new SlateQuestion(
                                            cart,
                                            Optional.of(history),
                                            _ -> true,
                                            product -> !missing.contains(product),
                                            limit));

                    var products = slate.suggestions().stream().map(Suggestion::product).toList();
                    assertThat(products)
                            .doesNotHaveDuplicates()
                            .doesNotContainAnyElementsOf(cart)
                            .doesNotContainAnyElementsOf(missing)
                            .hasSizeLessThanOrEqualTo(limit);
                    assertThat(slate.suggestions())
                            .extracting(Suggestion::rank)
                            .containsExactlyElementsOf(
                                    IntStream.rangeClosed(1, products.size()).boxed().toList());
                    assertThat(slate.suggestions())
                            .allSatisfy(suggestion -> {
                                assertThat(suggestion.score()).isBetween(0.0, 1.0);
                                assertThat(suggestion.reasons()).isNotEmpty();
                            });
                });
    }

    private Slate slate(
            List<ProductId> context,
            Optional<PersonalHistory> history,
            Set<ProductId> outOfStock,
            int limit) {
        return SlateMaker.slate(
                countsOf(baskets),
                new SlateQuestion(
                        context,
                        history,
                        product -> !product.equals(UNSOLD),
                        product -> !outOfStock.contains(product),
                        limit));
    }

    private static List<Reason> reasonsOf(Slate slate, ProductId product) {
        return slate.suggestions().stream()
                .filter(suggestion -> suggestion.product().equals(product))
                .findFirst()
                .orElseThrow()
                .reasons();
    }

    private static PersonalHistory bought(ProductId product) {
        return PersonalHistory.EMPTY.bought(Map.of(product, BigDecimal.ONE));
    }

    private static Counts countsOf(Baskets baskets) {
        return new Counts() {
            @Override
            public List<Companion> companions(ProductId product) {
                return baskets.companions(product, 50);
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
                return product.value().toUpperCase(java.util.Locale.ROOT);
            }
        };
    }
}
