package shopkeeper.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shopkeeper.domain.kernel.ProductId;

class DetailsTest {
    private static final ProductId TEA = new ProductId("tea");

    @Test
    void blank_words_are_no_words() {
        assertThat(words(" ", "  ")).isEqualTo(Details.NONE);
        assertThat(words(" Twinings ", " Black. "))
                .isEqualTo(words("Twinings", "Black."))
                .isNotEqualTo(Details.NONE);
    }

    @Test
    void what_is_too_long_is_told() {
        assertThat(words("b".repeat(200), "t".repeat(10_000)).brand()).isPresent();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> words("b".repeat(201), "t"))
                .withMessage("a brand has at most 200 characters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> words("b", "t".repeat(10_001)))
                .withMessage("a product's text has at most 10000 characters");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 18, 120})
    void an_age_limit_is_a_number_of_years(int years) {
        assertThat(limits(years, "0.5").ageLimit()).isEqualTo(years);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 121})
    void nobody_is_that_old(int years) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limits(years, "0.5"))
                .withMessage("an age limit is 0 to 120 years, not " + years);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.25", "1"})
    void a_margin_is_a_share(String margin) {
        assertThat(limits(0, margin).margin()).contains(new BigDecimal(margin));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "1.01"})
    void what_is_no_share_is_told(String margin) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limits(0, margin))
                .withMessage("a margin is a share of the price, 0 to 1, not " + margin);
    }

    @Test
    void a_product_cannot_replace_itself() {
        var replaced =
                new Details(
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        Optional.of(TEA),
                        false,
                        Optional.empty());
        assertThat(new Product(new ProductId("old"), "Old", Optional.empty(), false, replaced))
                .isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Product(TEA, "Tea", Optional.empty(), true, replaced))
                .withMessage("a product cannot replace itself");
    }

    private static Details words(String brand, String text) {
        return new Details(
                Optional.of(brand),
                Optional.of(text),
                0,
                Optional.empty(),
                false,
                Optional.empty());
    }

    private static Details limits(int age, String margin) {
        return new Details(
                Optional.empty(),
                Optional.empty(),
                age,
                Optional.empty(),
                false,
                Optional.of(new BigDecimal(margin)));
    }
}
