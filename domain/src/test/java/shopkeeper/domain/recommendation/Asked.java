package shopkeeper.domain.recommendation;

import static shopkeeper.domain.recommendation.SlateShop.ids;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.recommendation.SlateFilter.Bought;

/** Who asks for the slates of these tests, where, and what of. */
final class Asked {
    private Asked() {}

    static Setting at(List<String> page, List<String> cart) {
        return setting(page, cart, null, null, Language.ENGLISH, 0);
    }

    static Setting aged(int age) {
        return setting(List.of(), List.of(), null, null, Language.ENGLISH, age);
    }

    static Setting about(String category) {
        return setting(List.of(), List.of(), category, null, Language.ENGLISH, 0);
    }

    static Setting searching(String query) {
        return setting(List.of(), List.of(), null, query, Language.ENGLISH, 0);
    }

    static Setting speaking(Language language) {
        return setting(List.of(), List.of(), null, null, language, 0);
    }

    static SlateFilter filter(
            String category,
            String withoutCategory,
            String brand,
            String without,
            @Nullable String min,
            @Nullable String max) {
        return new SlateFilter(
                words(category),
                words(withoutCategory),
                words(brand),
                Set.copyOf(ids(List.copyOf(words(without)))),
                Optional.ofNullable(min).map(BigDecimal::new),
                Optional.ofNullable(max).map(BigDecimal::new),
                Bought.ANY);
    }

    static SlateFilter bought(Bought what) {
        return new SlateFilter(
                Set.of(), Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.empty(), what);
    }

    static Wishes wishes(String hidden, String unhelpful, String liked, String tired) {
        return new Wishes(product(hidden), product(unhelpful), product(liked), product(tired));
    }

    private static Setting setting(
            List<String> page,
            List<String> cart,
            @Nullable String category,
            @Nullable String query,
            Language language,
            int age) {
        return new Setting(
                ids(page),
                ids(cart),
                Optional.ofNullable(category),
                Optional.ofNullable(query),
                language,
                age);
    }

    private static Set<String> words(String word) {
        return word.isEmpty() ? Set.of() : Set.of(word);
    }

    private static Set<ProductId> product(String id) {
        return id.isEmpty() ? Set.of() : Set.of(new ProductId(id));
    }
}
