package shopkeeper.application.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.application.Told.MILK;
import static shopkeeper.application.Told.NOON;
import static shopkeeper.application.Told.SALT;
import static shopkeeper.application.Told.TEA;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import shopkeeper.application.Told;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.recommendation.CandidateModel;
import shopkeeper.domain.recommendation.RankerTrainer;
import shopkeeper.domain.recommendation.Shopper;
import shopkeeper.domain.recommendation.Source;
import shopkeeper.domain.recommendation.Suggestion;
import shopkeeper.domain.recommendation.Why;

class NewProductsTest {
    private static final ProductId FRESH = new ProductId("tea-new");

    private final Told told = new Told();
    private final List<Integer> read = new ArrayList<>();
    private final RecommendationModule module =
            new RecommendationModule(
                    List.of(),
                    RankerTrainer.NONE,
                    (numbers, products) -> {
                        read.add(products.size());
                        return new AllAlike(numbers.size());
                    });

    NewProductsTest() {
        told.shop.log.follow(module.memory()::remember);
        told.sells(TEA, MILK, SALT);
        for (int i = 0; i < 9; i++) {
            told.buys("r-" + i, Optional.empty(), MILK, SALT);
        }
    }

    @Test
    void a_new_product_is_read_at_the_next_turn_and_only_then() {
        assertThat(module.texts().whenChanged()).isTrue();
        assertThat(module.texts().whenChanged()).isFalse();
        told.buys("r-x", Optional.empty(), MILK);
        assertThat(module.texts().whenChanged()).as("no words changed").isFalse();

        told.sells(FRESH);

        assertThat(module.texts().whenChanged()).isTrue();
        assertThat(read).containsExactly(3, 4);
    }

    @Test
    void nobody_bought_it_yet_and_it_stands_beside_what_is_like_it_and_has_such_itself() {
        module.texts().whenChanged();
        told.sells(FRESH);
        assertThat(likeWords(TEA)).as("not read yet").doesNotContain(FRESH);

        module.texts().whenChanged();

        assertThat(likeWords(TEA)).contains(FRESH);
        assertThat(likeWords(FRESH)).contains(TEA, MILK, SALT);
    }

    @Test
    void without_a_reader_of_texts_products_are_suggested_as_ever() {
        var plain = new RecommendationModule();

        assertThat(plain.texts().whenChanged()).isFalse();
        told.shop.log.follow(plain.memory()::remember);
        told.sells(FRESH);
        assertThat(plain.texts().whenChanged()).isFalse();
    }

    private List<ProductId> likeWords(ProductId page) {
        return module
                .recommend()
                .slate(SlateRequest.plain(Set.of(), List.of(page), Optional.empty(), NOON, 9))
                .suggestions()
                .stream()
                .filter(one ->
                        one.estimates().stream().anyMatch(said -> said.source() == Source.TEXT))
                .map(Suggestion::product)
                .toList();
    }

    /** Finds everything that was there when it was made like everything else. */
    private record AllAlike(int products) implements CandidateModel {
        @Override
        public Source source() {
            return Source.TEXT;
        }

        @Override
        public String version() {
            return "alike-" + products;
        }

        @Override
        public void score(Shopper shopper, float[] scores) {
            Arrays.fill(scores, 0);
            Arrays.fill(scores, 0, Math.min(products, scores.length), 1);
        }

        @Override
        public Optional<Why> why(Shopper shopper, int product) {
            return Optional.empty();
        }
    }
}
