package shopkeeper.domain.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Reason;
import shopkeeper.domain.recommendation.Ground.Named;

/** The words of slates: reasons, occasions, languages, policies. */
class SlateWordsTest {
    private static final ProductId TEA = new ProductId("tea");

    @Test
    void what_goes_together_is_said_with_how_often_and_where() {
        assertThat(english(new Ground("CO_PURCHASED", 1, 0, true, tea())))
                .isEqualTo(
                        new Reason(
                                "CO_PURCHASED",
                                "bought together once with Fine tea, in the cart or on the page",
                                List.of(TEA)));
        assertThat(english(new Ground("CO_PURCHASED", 3, 0, false, tea())).text())
                .isEqualTo("bought together 3 times with Fine tea, which you bought");
        assertThat(german(new Ground("CO_PURCHASED", 1, 0, true, tea())).text())
                .isEqualTo("einmal zusammen mit Fine tea gekauft, im Warenkorb oder auf der Seite");
        assertThat(german(new Ground("CO_PURCHASED", 3, 0, false, tea())).text())
                .isEqualTo("3-mal zusammen mit Fine tea gekauft, das Sie gekauft haben");
    }

    @Test
    void what_one_bought_before_is_said_with_how_many_of_ones_baskets() {
        var ground = new Ground("BOUGHT_BEFORE", 2, 5, false, tea());

        assertThat(english(ground).text()).isEqualTo("in 2 of 5 of your own baskets");
        assertThat(german(ground).text()).isEqualTo("in 2 von 5 Ihrer Einkäufe");
    }

    @Test
    void several_products_are_named_one_after_the_other_and_none_are_others() {
        var two =
                List.of(new Named(TEA, "Fine tea"), new Named(new ProductId("milk"), "Fine milk"));

        assertThat(english(new Ground("REPLACES", 0, 0, false, two)).text())
                .isEqualTo("sold in place of Fine tea and Fine milk");
        assertThat(german(new Ground("REPLACES", 0, 0, false, two)).text())
                .isEqualTo("Nachfolger von Fine tea und Fine milk");
        assertThat(german(new Ground("CO_PURCHASED", 3, 0, false, two)).text())
                .isEqualTo(
                        "3-mal zusammen mit Fine tea und Fine milk gekauft, die Sie gekauft haben");
        var three = new ArrayList<>(two);
        three.add(new Named(new ProductId("jam"), "Fine jam"));
        assertThat(english(new Ground("REPLACES", 0, 0, false, three)).text())
                .isEqualTo("sold in place of Fine tea, Fine milk and Fine jam");
        assertThat(english(new Ground("UP_SELL", 0, 0, false, List.of())).text())
                .isEqualTo("a better one than others");
        assertThat(german(new Ground("UP_SELL", 0, 0, false, List.of())).text())
                .isEqualTo("eine Stufe besser als anderem");
    }

    @ParameterizedTest
    @EnumSource(Source.class)
    void every_source_has_words(Source source) {
        says(source.name());
        assertThat(english(new Ground(source.name(), 0, 0, false, List.of())).text())
                .isNotEqualTo("chosen by what customers of the shop buy");
    }

    /** Every code that a model of the shop gives as its reason; a new one is added here. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "BOUGHT_BEFORE",
                "CO_PURCHASED",
                "GOES_WITH_SEEN",
                "FALLBACK_POPULAR",
                "TRENDING",
                "SEASONAL",
                "SIMILAR_BUYERS",
                "ALIKE_BASKETS",
                "ALIKE_CUSTOMERS",
                "ALIKE_VISITS",
                "NEXT_LOOKED_AT",
                "LOOKED_AT",
                "SIMILAR_PRODUCT"
            })
    void every_reason_of_a_model_has_words_of_its_own(String code) {
        says(code);
        assertThat(english(new Ground(code, 1, 1, false, tea())).text())
                .isNotEqualTo("chosen by what customers of the shop buy");
    }

    @ParameterizedTest
    @EnumSource(value = Rule.class, mode = EnumSource.Mode.EXCLUDE, names = "TIRED")
    void every_rule_that_speaks_for_a_product_has_words(Rule rule) {
        says(rule.name());
        assertThat(english(new Ground(rule.name(), 0, 0, false, List.of())).text())
                .isNotEqualTo("chosen by what customers of the shop buy");
    }

    @Test
    void a_code_nobody_has_words_for_yet_is_said_in_general() {
        assertThat(english(new Ground("NEW_MODEL", 0, 0, false, List.of())))
                .isEqualTo(Reason.of("NEW_MODEL", "chosen by what customers of the shop buy"));
        assertThat(german(new Ground("NEW_MODEL", 0, 0, false, List.of())).text())
                .isEqualTo("gewählt nach dem, was Kunden kaufen");
    }

    @ParameterizedTest
    @CsvSource({
        "de-DE, GERMAN, de",
        "de, GERMAN, de",
        "en-GB, ENGLISH, en",
        "fr-FR, ENGLISH, en",
        "und, ENGLISH, en"
    })
    void a_locale_names_a_language_of_the_shop(String locale, Language language, String code) {
        assertThat(Language.of(Locale.forLanguageTag(locale))).isEqualTo(language);
        assertThat(language.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "home,       '',       false, true,  true,  HOME",
        "Home-hero,  cart,     false, true,  true,  HOME",
        "product-7,  '',       true,  false, false, PRODUCT_PAGE",
        "cart-below, '',       false, true,  true,  CART",
        "till-1,     '',       false, false, false, TILL",
        "receipt,    '',       true,  true,  true,  RECEIPT",
        "x,          Cart,     false, true,  false, CART",
        "x,          search,   false, false, true,  CART",
        "x,          '',       true,  true,  true,  PRODUCT_PAGE",
        "x,          '',       true,  false, true,  TILL",
        "x,          '',       false, false, true,  CART",
        "x,          '',       false, false, false, HOME"
    })
    void a_placement_says_the_occasion_or_the_page_or_what_is_there_does(
            String placement,
            String page,
            boolean till,
            boolean products,
            boolean cart,
            Occasion occasion) {
        assertThat(Occasion.of(placement, Optional.of(page), till, products, cart))
                .isEqualTo(occasion);
    }

    @ParameterizedTest
    @EnumSource(Occasion.class)
    void every_occasion_has_a_policy_that_is_called_after_it(Occasion occasion) {
        var policy = SlatePolicies.of(occasion);

        assertThat(policy.occasion()).isEqualTo(occasion);
        assertThat(policy.name()).isEqualTo(occasion.word() + "-3");
        for (Source source : Source.values()) {
            assertThat(policy.weight(source)).isPositive();
        }
    }

    @Test
    void a_policy_keeps_its_bounds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy(0.51, 0, 0, 0, 0))
                .withMessage("damping is 0 to 0.5, not 0.51");
        assertThatIllegalArgumentException().isThrownBy(() -> policy(-0.01, 0, 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> policy(Double.NaN, 0, 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> policy(0, 1.01, 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> policy(0, 0, 1.01, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> policy(0, 0, 0, -0.01, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> policy(0, 0, 0, 0, -0.01));
        assertThat(policy(0.5, 1, 1, 0, 0).weight(Source.TEXT)).isZero();
    }

    @Test
    void a_share_of_a_slate_is_whole_products() {
        var tenth = policy(0, 0, 0.1, 0, 0);

        assertThat(tenth.promoted(9)).isZero();
        assertThat(tenth.promoted(10)).isEqualTo(1);
        assertThat(tenth.promoted(30)).isEqualTo(3);
        assertThat(policy(0, 0, 1, 0, 0).promoted(7)).isEqualTo(7);
    }

    @Test
    void a_placement_promotes_each_product_once_and_at_most_100() {
        var many = IntStream.range(0, 101).mapToObj(number -> new ProductId("p" + number)).toList();

        assertThat(new Promoted(Collections.nCopies(101, TEA), List.of()).pinned())
                .containsExactly(TEA);
        assertThat(new Promoted(many.subList(0, 100), many.subList(0, 100)).boosted()).hasSize(100);
        assertThatIllegalArgumentException().isThrownBy(() -> new Promoted(many, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Promoted(List.of(), many));
    }

    @Test
    void names_with_a_word_in_common_have_a_bit_in_common() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        int apart = 0;
        for (int i = 0; i < 2000; i++) {
            var one = Tokens.of("w" + random.nextInt(9999) + " x" + random.nextInt(9999));
            var other = Tokens.of("w" + random.nextInt(9999) + " y" + random.nextInt(9999));
            var both = IntStream.concat(Arrays.stream(one), Arrays.stream(other)).sorted();
            assertThat(Tokens.sketch(one) & Tokens.sketch(both.toArray()))
                    .as("seed %d", seed)
                    .isEqualTo(Tokens.sketch(one))
                    .isNotZero();
            apart += (Tokens.sketch(one) & Tokens.sketch(other)) == 0 ? 1 : 0;
        }
        assertThat(apart).as("nearly all of those without, seed %d", seed).isGreaterThan(1700);
        assertThat(Tokens.sketch(Tokens.NONE)).isZero();
    }

    @Test
    void names_are_alike_by_the_words_they_share() {
        assertThat(Tokens.of("Red MUG, a red-mug 7 x1")).containsExactly(Tokens.of("mug red x1"));
        assertThat(Tokens.of("")).isEmpty();
        assertThat(Tokens.likeness(Tokens.of("red mug"), Tokens.of("red hat"))).isEqualTo(1 / 3.0);
        assertThat(Tokens.likeness(Tokens.of("red mug"), Tokens.of("mug red"))).isEqualTo(1);
        assertThat(Tokens.likeness(Tokens.of("red"), Tokens.of("hat"))).isZero();
        assertThat(Tokens.likeness(Tokens.NONE, Tokens.NONE)).isZero();
    }

    @Test
    void the_best_few_are_kept_in_order() {
        var top = new Top(3, number -> new ProductId("p" + number));
        top.add(5, 1);
        top.add(4, 2);
        top.add(3, 1);
        assertThat(top.takes(6, 0.5)).isFalse();
        assertThat(top.takes(4, 1)).isTrue();
        top.add(6, 0.5);
        top.add(2, 3);
        top.add(9, 1);

        assertThat(IntStream.range(0, top.size()).map(top::number)).containsExactly(2, 4, 3);
        assertThat(top.score(0)).isEqualTo(3);
        var none = new Top(0, number -> new ProductId("p" + number));
        none.add(1, 1);
        assertThat(none.size()).isZero();
    }

    private static void says(String code) {
        var ground = new Ground(code, 2, 3, false, List.of());
        assertThat(english(ground).text()).isNotBlank().doesNotContain("{");
        assertThat(german(ground).text())
                .isNotBlank()
                .doesNotContain("{")
                .isNotEqualTo(english(ground).text());
    }

    private static SlatePolicy policy(
            double damping, double variety, double share, double crossSell, double upSell) {
        return new SlatePolicy(
                Occasion.HOME, 1, Map.of(), damping, variety, share, crossSell, upSell);
    }

    private static List<Named> tea() {
        return List.of(new Named(TEA, "Fine tea"));
    }

    private static Reason english(Ground ground) {
        return ReasonWords.reason(ground, Language.ENGLISH);
    }

    private static Reason german(Ground ground) {
        return ReasonWords.reason(ground, Language.GERMAN);
    }
}
