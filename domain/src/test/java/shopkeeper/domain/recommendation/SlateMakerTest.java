package shopkeeper.domain.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.groups.Tuple.tuple;
import static shopkeeper.domain.recommendation.Asked.speaking;
import static shopkeeper.domain.recommendation.Asked.wishes;
import static shopkeeper.domain.recommendation.SlateShop.codes;
import static shopkeeper.domain.recommendation.SlateShop.policy;
import static shopkeeper.domain.recommendation.SlateShop.shown;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Reason;

class SlateMakerTest {
    private final SlateShop shop = new SlateShop();

    @Test
    void the_best_come_first_and_of_equals_the_one_with_the_lower_code() {
        shop.sells("tea", "milk", "salt", "soap")
                .says(Source.POPULAR, "tea", 3, "soap", 5, "milk", 3);

        assertThat(shown(shop.slate(4))).containsExactly("soap", "milk", "tea", "salt");
    }

    @Test
    void the_score_says_how_a_product_compares_with_the_best() {
        shop.sells("tea", "milk").says(Source.POPULAR, "tea", 3, "milk", 1.5);

        assertThat(shop.slate(2).suggestions())
                .extracting(Suggestion::score, Suggestion::rank)
                .containsExactly(tuple(1.0, 1), tuple(0.5, 2));
    }

    @Test
    void each_source_speaks_with_its_weight_whatever_the_size_of_its_numbers() {
        shop.sells("tea", "milk")
                .policy(weighing(Map.of(Source.POPULAR, 0.5, Source.MATRIX, 1.0)))
                .says(Source.POPULAR, "tea", 900, "milk", 90)
                .says(Source.MATRIX, "milk", 0.01)
                .says(Source.TEXT, "tea", 5);

        var slate = shop.slate(2);

        // 0.5 x 0.1 + 1 against 0.5; TEXT has no weight here
        assertThat(shown(slate)).containsExactly("milk", "tea");
        assertThat(slate.suggestions().getLast().score()).isEqualTo(0.5 / 1.05);
        assertThat(slate.suggestions().getFirst().estimates())
                .extracting(Candidate.Estimate::source)
                .containsExactly(Source.POPULAR, Source.MATRIX);
    }

    @Test
    void a_model_that_lost_its_mind_says_nothing() {
        shop.sells("tea", "milk", "salt")
                .says(Source.MATRIX, "tea", Float.NaN, "milk", Float.POSITIVE_INFINITY, "salt", -1)
                .says(Source.POPULAR, "salt", 1);

        var slate = shop.slate(3);

        assertThat(shown(slate)).containsExactly("salt", "milk", "tea");
        assertThat(slate.suggestions().getFirst().score()).isEqualTo(1);
    }

    @Test
    void what_helped_counts_more_and_what_nobody_clicks_counts_less() {
        shop.sells("tea", "milk", "salt")
                .says(Source.POPULAR, "tea", 10, "milk", 9, "salt", 8)
                .wishes(wishes("", "", "salt", "tea"));

        var slate = shop.slate(3);

        assertThat(shown(slate)).containsExactly("salt", "milk", "tea");
        assertThat(codes(slate, "salt")).contains("LIKED");
        assertThat(codes(slate, "tea")).doesNotContain("TIRED");
        assertThat(slate.suggestions().getLast().score()).isEqualTo(0.5 / 0.96);
    }

    @Test
    void however_many_models_speak_what_the_customer_said_is_among_the_reasons() {
        shop.sells("tea", "salt")
                .says(because(Source.POPULAR, "FIRST", "salt"))
                .says(because(Source.MATRIX, "SECOND", "salt"))
                .says(because(Source.TEXT, "THIRD", "salt"))
                .policy(policy(Occasion.HOME, 0, 0, 1, 0, 0))
                .promotes(List.of("salt"), List.of())
                .wishes(wishes("", "", "salt", ""));

        assertThat(codes(shop.slate(5), "salt")).hasSize(4).contains("PINNED", "LIKED");
    }

    @Test
    void what_was_only_looked_at_is_not_said_to_be_bought() {
        shop.sells("tea", "salt", "milk", "jam")
                .customerBought("milk")
                .customerSaw("tea")
                .says(because(Source.MATRIX, "CO_PURCHASED", "salt", "tea", "milk"))
                .says(Source.POPULAR, "jam", 1);

        assertThat(reasons("salt"))
                .extracting(Reason::code, Reason::text)
                .containsExactly(
                        tuple(
                                "GOES_WITH_SEEN",
                                "bought together often with tea, which you looked at"));
    }

    @Test
    void only_what_is_here_is_said_to_be_here() {
        shop.sells("tea", "salt", "milk")
                .customerBought("milk")
                .setting(Setting.PLAIN.with(List.of(new ProductId("tea"))))
                .says(because(Source.MATRIX, "CO_PURCHASED", "salt", "milk", "tea"));

        assertThat(reasons("salt"))
                .extracting(Reason::text)
                .containsExactly("bought together often with milk, which you bought");
    }

    private List<Reason> reasons(String product) {
        return shop.slate(4).suggestions().stream()
                .filter(one -> one.product().value().equals(product))
                .flatMap(one -> one.reasons().stream())
                .toList();
    }

    /** A trained model that names the most important first. */
    private CandidateModel because(Source source, String code, String product, String... with) {
        return new CandidateModel() {
            @Override
            public Source source() {
                return source;
            }

            @Override
            public String version() {
                return "because-1";
            }

            @Override
            public void score(Shopper shopper, float[] scores) {
                Arrays.fill(scores, 0);
                scores[shop.number(new ProductId(product))] = 1;
            }

            @Override
            public Optional<Why> why(Shopper shopper, int number) {
                var named =
                        Arrays.stream(with).map(one -> shop.number(new ProductId(one))).toList();
                return Optional.of(new Why(code, 0, 0, named));
            }
        };
    }

    @Test
    void the_most_popular_gives_way_a_little() {
        shop.sells("hit", "tea")
                .bought("hit", 10)
                .bought("tea", 1)
                .says(Source.MATRIX, "hit", 10, "tea", 9);

        assertThat(shown(shop.slate(2))).containsExactly("hit", "tea");
        // 1 x (1 - 0.5 x 1) against 0.9 x (1 - 0.5 x 0.1)
        shop.policy(policy(Occasion.HOME, 0.5, 0, 0, 0, 0));
        assertThat(shown(shop.slate(2))).containsExactly("tea", "hit");
        assertThat(shop.slate(2).suggestions().getLast().score())
                .isEqualTo(0.5 / (0.9 * 0.95), within(1e-6));
    }

    @Test
    void a_slate_is_not_all_of_one_kind() {
        shop.sells("mug-1", draft -> draft.in("mugs"))
                .sells("mug-2", draft -> draft.in("mugs"))
                .sells("hat", draft -> draft.in("hats"))
                .says(Source.POPULAR, "mug-1", 10, "mug-2", 9, "hat", 7);

        assertThat(shown(shop.slate(2))).containsExactly("mug-1", "mug-2");
        shop.policy(policy(Occasion.HOME, 0, 0.5, 0, 0, 0));
        assertThat(shown(shop.slate(2))).containsExactly("mug-1", "hat");
        assertThat(shown(shop.slate(3))).containsExactly("mug-1", "hat", "mug-2");
    }

    @Test
    void names_and_brands_tell_likeness_too() {
        shop.sells("a", draft -> draft.named("red mug"))
                .sells("b", draft -> draft.named("red mug!"))
                .sells("c", draft -> draft.named("hat").by("X"))
                .sells("d", draft -> draft.named("pen").by("X"))
                .sells("e", draft -> draft.named("cup"))
                .says(Source.POPULAR, "a", 10, "b", 9.9, "c", 9, "d", 8.9, "e", 8.8)
                .policy(policy(Occasion.HOME, 0, 0.5, 0, 0, 0));

        assertThat(shown(shop.slate(5))).containsExactly("a", "c", "e", "d", "b");
    }

    @Test
    void what_is_popular_fills_a_slate_and_then_anything_that_is_sold() {
        shop.sells("a", "b", "c", "d").bought("b", 1).bought("c", 3).says(Source.MATRIX, "d", 1);

        var slate = shop.slate(4);

        assertThat(shown(slate)).containsExactly("d", "c", "b", "a");
        assertThat(slate.suggestions().get(1).reasons())
                .containsExactly(Reason.of("FALLBACK_POPULAR", "in 3 baskets of the shop"));
        assertThat(slate.suggestions().get(3).reasons())
                .containsExactly(Reason.of("FALLBACK_ASSORTMENT", "one of what the shop sells"));
    }

    @Test
    void reasons_are_in_the_language_of_the_customer() {
        shop.sells("tea", draft -> draft.named("Tee")).sells("milk").says(Source.MATRIX, "tea", 1);
        shop.setting(speaking(Language.of(Locale.forLanguageTag("de-CH"))));

        assertThat(shop.slate(2).suggestions())
                .flatExtracting(Suggestion::reasons)
                .extracting(Reason::text)
                .containsExactly(
                        "2-mal zusammen mit Tee gekauft, das Sie gekauft haben",
                        "aus dem Sortiment des Ladens");
    }

    @Test
    void a_slate_is_personal_where_a_model_that_knows_the_customer_had_a_say() {
        shop.sells("tea", "milk").says(Source.POPULAR, "tea", 1);
        assertThat(shop.slate(2).personal()).isFalse();

        shop.says(Source.MATRIX, "milk", 1);
        assertThat(shop.slate(2).personal()).isFalse();
        assertThat(shop.customerSaw("tea").slate(2).personal()).isTrue();
    }

    @Test
    void a_history_that_no_model_uses_does_not_make_a_slate_personal() {
        shop.sells("tea", "milk")
                .customerBought("milk")
                .says(Source.POPULAR, "tea", 1)
                .says(Source.TRENDING, "tea", 1)
                .says(Source.SEASONAL, "milk", 1);

        assertThat(shop.slate(2).personal()).isFalse();
    }

    @Test
    void a_slate_holds_1_to_100_products() {
        shop.sells("tea");

        assertThat(shop.slate(100).suggestions()).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shop.slate(0))
                .withMessage("a slate holds 1 to 100 products, not 0");
        assertThatIllegalArgumentException().isThrownBy(() -> shop.slate(101));
    }

    private static SlatePolicy weighing(Map<Source, Double> weights) {
        return new SlatePolicy(Occasion.HOME, 1, weights, 0, 0, 0, 0, 0);
    }
}
