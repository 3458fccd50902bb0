package shopkeeper.learning.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.catalog.Details;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.recommendation.ProductNumbers;
import shopkeeper.domain.recommendation.Shopper;
import shopkeeper.domain.recommendation.Source;
import shopkeeper.domain.recommendation.Why;
import shopkeeper.learning.algebra.Crew;

class TextsTest {
    private static final Product GREEN_TEA = product("TEA-1", "Green tea", "Drinks", "Leaf & Co");
    private static final Product BLACK_TEA = product("TEA-2", "Black tea", "Drinks", "Other");
    private static final Product MUG = product("MUG", "Blue mug", "Kitchen", "Leaf & Co");
    private static final Product NO_WORDS = product("X", "!!!", "", "");
    private static final Product LAMP = product("LAMP", "Lamp\t\n", "Light", "");
    private static final Product SHADE = product("SHADE", "🎁 Lamp shade", "Light", "");
    private static final List<Product> SHOP =
            List.of(GREEN_TEA, BLACK_TEA, MUG, NO_WORDS, LAMP, SHADE);
    private static final ProductNumbers NUMBERS =
            ProductNumbers.of(SHOP.stream().map(Product::id).toList());
    private static final ProductTexts TEXTS = texts(NUMBERS, SHOP);

    @Test
    void what_shares_words_is_alike_and_rare_words_count_more() {
        // Tea is in two names and drinks in two categories; the maker it shares with the mug too.
        assertThat(alikeTo(GREEN_TEA)).containsExactly(BLACK_TEA, MUG);
        assertThat(alikeTo(MUG)).containsExactly(GREEN_TEA);
    }

    @Test
    void a_product_nobody_bought_yet_is_found_at_once() {
        assertThat(alikeTo(BLACK_TEA)).containsExactly(GREEN_TEA);
    }

    @Test
    void without_words_nothing_is_found_by_it_or_for_it() {
        assertThat(alikeTo(NO_WORDS)).isEmpty();
        assertThat(TEXTS.why(Shopper.inSession(0), number(NO_WORDS))).isEmpty();
    }

    @Test
    void tabs_and_emoji_in_names_disturb_nothing() {
        assertThat(alikeTo(LAMP)).containsExactly(SHADE);
        assertThat(alikeTo(SHADE)).containsExactly(LAMP);
    }

    @Test
    void words_are_searched_in_all_parts() {
        assertThat(found("TEA leaf")).containsExactly(GREEN_TEA, BLACK_TEA, MUG);
        assertThat(found("kitchen")).containsExactly(MUG);
        assertThat(found("finest organic")).isEmpty();
        assertThat(found("a.very:strange\" query* \t AND (")).isEmpty();
        assertThat(found("🎁")).containsExactly(SHADE);
        assertThat(found("")).isEmpty();
    }

    @Test
    void what_is_on_the_page_counts_more_than_what_was_bought() {
        var scores = new float[SHOP.size()];
        TEXTS.score(
                new Shopper(
                        new int[][] {{number(GREEN_TEA)}}, new int[0], new int[] {number(LAMP)}),
                scores);
        assertThat(ranked(scores)).startsWith(SHADE).contains(BLACK_TEA, MUG);
        TEXTS.score(
                new Shopper(
                        new int[][] {{number(LAMP)}}, new int[0], new int[] {number(GREEN_TEA)}),
                scores);
        assertThat(ranked(scores)).startsWith(BLACK_TEA).contains(SHADE);
    }

    @Test
    void the_reason_is_the_product_it_is_like() {
        assertThat(TEXTS.why(Shopper.inSession(number(LAMP), number(GREEN_TEA)), number(BLACK_TEA)))
                .contains(new Why("SIMILAR_PRODUCT", 0, 0, List.of(number(GREEN_TEA))));
        assertThat(TEXTS.why(Shopper.inSession(number(LAMP)), number(BLACK_TEA))).isEmpty();
        assertThat(TEXTS.why(Shopper.NOBODY, number(BLACK_TEA))).isEmpty();
        assertThat(TEXTS.why(Shopper.inSession(0), 99)).isEmpty();
        assertThat(TEXTS.source()).isEqualTo(Source.TEXT);
        assertThat(TEXTS.version()).isEqualTo("bm25-1/5 texts of 6 products");
    }

    @Test
    void products_without_number_and_numbers_without_product_are_left_out() {
        ProductTexts some =
                texts(ProductNumbers.of(List.of(new ProductId("gone"), LAMP.id())), SHOP);
        var scores = new float[] {7, 7, 7};
        some.score(Shopper.inSession(0, -1, 55), scores);
        assertThat(scores).containsOnly(0);
        some.search("lamp", scores);
        assertThat(scores[1]).isPositive();
        some.search("lamp", new float[1]);
    }

    @Test
    void an_empty_shop_finds_nothing() {
        var scores = new float[] {7};
        ProductTexts none = texts(ProductNumbers.NONE, List.of());
        none.search("tea", scores);
        assertThat(scores).containsOnly(0);
        none.score(Shopper.inSession(0), scores);
        assertThat(scores).containsOnly(0);
    }

    private static List<Product> alikeTo(Product product) {
        var scores = new float[SHOP.size()];
        TEXTS.score(Shopper.inSession(number(product)), scores);
        return ranked(scores);
    }

    private static List<Product> found(String words) {
        var scores = new float[SHOP.size()];
        TEXTS.search(words, scores);
        return ranked(scores);
    }

    private static List<Product> ranked(float[] scores) {
        return IntStream.range(0, scores.length)
                .filter(i -> scores[i] > 0)
                .boxed()
                .sorted((a, b) -> Float.compare(scores[b], scores[a]))
                .map(SHOP::get)
                .toList();
    }

    private static int number(Product product) {
        return NUMBERS.numberOf(product.id());
    }

    private static ProductTexts texts(ProductNumbers numbers, List<Product> products) {
        try (var crew = new Crew(1)) {
            return new LearnedModels(crew).texts(numbers, products);
        }
    }

    private static Product product(String id, String name, String category, String brand) {
        var details =
                new Details(
                        Optional.of(brand),
                        Optional.empty(),
                        0,
                        Optional.empty(),
                        false,
                        Optional.empty());
        return new Product(
                new ProductId(id),
                name,
                Optional.of(category).filter(some -> !some.isEmpty()),
                true,
                details);
    }
}
