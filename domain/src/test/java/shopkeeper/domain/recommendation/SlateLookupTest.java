package shopkeeper.domain.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static shopkeeper.domain.recommendation.SlateShop.codes;
import static shopkeeper.domain.recommendation.SlateShop.shown;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is looked up instead of being sought among all products. */
class SlateLookupTest {
    private final SlateShop shop = new SlateShop();

    @Test
    void a_product_is_found_by_the_name_it_has_now() {
        shop.sells("a", draft -> draft.named("Red mug"))
                .sells("b", draft -> draft.named("Red hat"))
                .sells("a", draft -> draft.named("Blue mug"))
                .says(Source.MATRIX, "a", 1, "b", 0.9);

        // a: 1; b: 0.9 + 0.5
        var red = searchedFor("red");
        assertThat(shown(red)).containsExactly("b", "a");
        assertThat(codes(red, "a")).doesNotContain("MATCHES_QUERY");
        // a: 1 + 0.5; b: 0.9
        var blue = searchedFor("blue");
        assertThat(shown(blue)).containsExactly("a", "b");
        assertThat(codes(blue, "a")).contains("MATCHES_QUERY");
    }

    @Test
    void a_word_that_stays_in_a_name_counts_once() {
        shop.sells("a", draft -> draft.named("Red mug"))
                .sells("a", draft -> draft.named("Blue mug"))
                .sells("b", draft -> draft.named("Hat"))
                .says(Source.MATRIX, "a", 0.6, "b", 1);

        // b: 1; a: 0.6 + 0.5 / 2, not 0.6 + 0.5
        var slate = searchedFor("mug cup");

        assertThat(shown(slate)).containsExactly("b", "a");
        assertThat(slate.suggestions().getLast().score()).isCloseTo(0.85, within(1e-6));
    }

    @Test
    void what_takes_the_place_of_several_names_the_first_of_them() {
        shop.sells("lamp", "torch", "other")
                .sells("old", draft -> draft.replacedBy("lamp"))
                .sells("older", draft -> draft.replacedBy("lamp"))
                .sells("stick", draft -> draft.replacedBy("torch"))
                .says(Source.MATRIX, "older", 1, "old", 0.5, "stick", 0.4);

        var slate = shop.slate(3);

        assertThat(replacedBy(slate, "lamp")).containsExactly("old");
        assertThat(replacedBy(slate, "torch")).containsExactly("stick");
        assertThat(replacedBy(slate, "other")).isEmpty();
    }

    private Slate searchedFor(String words) {
        return shop.setting(
                        new Setting(
                                List.of(),
                                List.of(),
                                Optional.empty(),
                                Optional.of(words),
                                Language.ENGLISH,
                                0))
                .slate(2);
    }

    private static List<String> replacedBy(Slate slate, String product) {
        return slate.suggestions().stream()
                .filter(one -> one.product().value().equals(product))
                .flatMap(one -> one.grounds().stream())
                .filter(ground -> ground.code().equals("REPLACES"))
                .flatMap(ground -> ground.with().stream())
                .map(named -> named.product().value())
                .toList();
    }
}
