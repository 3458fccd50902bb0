package shopkeeper.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import shopkeeper.acceptance.specs.SpecReader;
import shopkeeper.acceptance.specs.StepCatalog;

/**
 * Sentences are found by whoever looks for them: each is used, means one thing, and has an example.
 */
class StepCatalogTest {
    private final StepCatalog catalog =
            StepCatalog.of(SpecReader.read(Path.of("src/test/resources/features")));

    @Test
    void every_sentence_is_used_in_one_of_our_features() {
        assertThat(catalog.entries()).hasSizeGreaterThan(40);
        assertThat(catalog.withoutExample()).isEmpty();
    }

    @Test
    void no_sentence_means_two_things() {
        assertThat(catalog.ambiguous()).isEmpty();
    }

    @Test
    void a_synonym_points_at_the_sentence_we_write() {
        assertThat(catalog.entries())
                .filteredOn(entry -> entry.expression().equals("{customer} ist Kundin"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.isSynonym()).isTrue();
                    assertThat(entry.canonical()).isEqualTo("{customer} is a customer");
                });
    }

    @Test
    void the_nearest_sentence_is_the_one_that_was_meant() {
        assertThat(catalog.nearest("Ann buy 2 salts", 3).getFirst().entry().expression())
                .isEqualTo("{customer} buys {int} {product}");
        assertThat(catalog.nearest("the moon is made of cheese and nobody cares", 3))
                .allSatisfy(near -> assertThat(near.likeness()).isLessThan(0.6));
    }
}
