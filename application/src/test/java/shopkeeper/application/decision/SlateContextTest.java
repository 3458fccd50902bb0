package shopkeeper.application.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shopkeeper.domain.decision.Question;
import shopkeeper.domain.decision.Question.Placement.Recommendations;
import shopkeeper.domain.decision.Question.Who.Nobody;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.recommendation.Occasion;
import shopkeeper.domain.recommendation.Promoted;
import shopkeeper.domain.recommendation.SlateFilter;

class SlateContextTest {
    private static final ProductId TEA = new ProductId("tea");

    @Test
    void everything_that_has_a_say_is_named_and_nothing_that_was_typed() {
        var all =
                context(
                        placement("home", Optional.empty(), List.of(TEA), without(TEA)),
                        Map.of(
                                "page",
                                Map.of("type", "category", "category", "Mugs"),
                                "query",
                                "a secret wish",
                                "device",
                                "phone",
                                "age",
                                18),
                        List.of(TEA));

        assertThat(all.used())
                .containsExactly(
                        "page",
                        "category",
                        "query",
                        "cart",
                        "device",
                        "age",
                        "filter",
                        "store",
                        "language:de");
    }

    @Test
    void of_a_plain_moment_only_store_and_language_have_a_say() {
        assertThat(plain("home", Map.of()).used()).containsExactly("store", "language:de");
    }

    @Test
    void a_device_has_a_say_only_where_the_placement_names_no_limit() {
        var open = placement("home", Optional.empty(), List.of(), SlateFilter.NONE);
        var device = Map.of("device", "phone");

        assertThat(context(open, device, List.of()).limit()).isEqualTo(4);
        assertThat(context(open, device, List.of()).used()).contains("device");
        assertThat(plain("home", device).limit()).isEqualTo(7);
        assertThat(plain("home", device).used()).doesNotContain("device");
        assertThat(context(open, Map.of("device", "fridge"), List.of()).used())
                .doesNotContain("device");
    }

    @ParameterizedTest
    @CsvSource({
        "below,     cart,   CART, true",
        "home-hero, cart,   HOME, false",
        "below,     search, HOME, false"
    })
    void a_page_has_a_say_where_it_says_the_occasion(
            String placement, String page, Occasion occasion, boolean named) {
        var context = plain(placement, Map.of("page", page));

        assertThat(context.occasion()).isEqualTo(occasion);
        assertThat(context.used().contains("page")).isEqualTo(named);
    }

    private static SlateContext plain(String placement, Map<String, ?> context) {
        return context(
                placement(placement, Optional.of(7), List.of(), SlateFilter.NONE),
                context,
                List.of());
    }

    private static Recommendations placement(
            String id, Optional<Integer> limit, List<ProductId> products, SlateFilter filter) {
        return new Recommendations(id, products, limit, filter, Promoted.NOTHING);
    }

    private static SlateFilter without(ProductId product) {
        return QuestionForm.filter(Map.of("withoutProducts", List.of(product.value())));
    }

    private static SlateContext context(
            Recommendations placement, Map<String, ?> context, List<ProductId> cart) {
        return new SlateContext(
                placement,
                new Question(
                        new DecisionId("d-1"),
                        new Nobody(),
                        Via.web(),
                        Optional.of(new StoreId("s-1")),
                        Optional.empty(),
                        cart,
                        List.of(placement),
                        Moment.at(Instant.parse("2026-11-20T12:00:00Z")),
                        QuestionForm.around(context, Optional.of("de-DE"))));
    }
}
