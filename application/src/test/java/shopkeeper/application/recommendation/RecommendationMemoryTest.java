package shopkeeper.application.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.application.Told.LEEDS;
import static shopkeeper.application.Told.MILK;
import static shopkeeper.application.Told.SALT;
import static shopkeeper.application.Told.TEA;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import shopkeeper.application.Told;
import shopkeeper.domain.catalog.StockLevel;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.consent.Use;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Reason;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.recommendation.Candidate;
import shopkeeper.domain.recommendation.Occasion;
import shopkeeper.domain.recommendation.Promoted;
import shopkeeper.domain.recommendation.Setting;
import shopkeeper.domain.recommendation.Slate;
import shopkeeper.domain.recommendation.SlateFilter;
import shopkeeper.domain.recommendation.Source;
import shopkeeper.domain.recommendation.Suggestion;

class RecommendationMemoryTest {
    private static final CustomerId ANN = new CustomerId("ann");
    private static final CustomerId VISITOR = new CustomerId("visitor");

    private final Told told = new Told().sells(TEA, MILK, SALT);

    RecommendationMemoryTest() {
        told.buys("r-1", Optional.empty(), TEA, MILK);
        told.buys("r-2", Optional.empty(), TEA);
        told.buys("r-3", Optional.of(ANN), SALT);
    }

    @Test
    void what_one_bought_is_suggested_to_her_and_only_to_her() {
        assertThat(products(slate(Set.of(ANN), Optional.empty())).getFirst()).isEqualTo(SALT);
        assertThat(slate(Set.of(ANN), Optional.empty()).personal()).isTrue();
        assertThat(products(slate(Set.of(), Optional.empty())).getFirst()).isEqualTo(TEA);
        assertThat(slate(Set.of(new CustomerId("ben")), Optional.empty()).personal()).isFalse();
    }

    @Test
    void what_came_back_is_suggested_no_more_as_bought_before() {
        told.returns("r-4", Optional.of("r-3"), SALT);

        assertThat(slate(Set.of(ANN), Optional.empty()).personal()).isFalse();
    }

    @Test
    void the_customer_and_the_visitor_she_once_was_have_one_history() {
        told.buys("r-5", Optional.of(VISITOR), MILK);

        var reasons =
                slate(List.of(ANN, VISITOR), Optional.empty()).suggestions().stream()
                        .flatMap(suggestion -> suggestion.reasons().stream())
                        .filter(reason -> reason.code().equals("BOUGHT_BEFORE"))
                        .toList();

        assertThat(reasons)
                .hasSize(2)
                .allSatisfy(reason -> assertThat(reason.text()).contains("of 2 of your own"));
    }

    @Test
    void what_the_shop_does_not_sell_is_not_suggested() {
        told.stops(SALT);
        told.buys("r-6", Optional.of(ANN), new ProductId("never-listed"));

        assertThat(products(slate(Set.of(ANN), Optional.empty()))).containsOnly(TEA, MILK);
    }

    @Test
    void whoever_is_not_learned_from_gets_a_slate_though_they_bought_what_is_not_listed() {
        told.refuses(ANN, Use.of(Purpose.PRODUCT_IMPROVEMENT));
        told.buys("r-6", Optional.of(ANN), new ProductId("never-listed"), SALT);

        assertThat(products(slate(Set.of(ANN), Optional.empty())).getFirst()).isEqualTo(SALT);
    }

    @Test
    void what_a_store_counted_as_none_is_not_suggested_there_and_is_named() {
        told.opens(LEEDS, new StockLevel(MILK, 1), new StockLevel(TEA, 0), new StockLevel(SALT, 0));

        var slate = slate(Set.of(), Optional.of(LEEDS));

        assertThat(products(slate)).containsExactly(MILK);
        assertThat(slate.outOfStock()).contains(TEA, SALT);
    }

    @Test
    void what_was_never_counted_in_a_store_may_be_there() {
        told.opens(LEEDS, new StockLevel(TEA, 0), new StockLevel(MILK, 1));

        var slate = slate(Set.of(), Optional.of(LEEDS));

        assertThat(products(slate)).containsExactlyInAnyOrder(MILK, SALT);
        assertThat(slate.outOfStock()).containsExactly(TEA);
    }

    @Test
    void reasons_name_products_as_people_do() {
        var slate = with(MILK);

        assertThat(slate.suggestions().getFirst().reasons().getFirst().text())
                .isEqualTo("bought together once with Fine milk, in the cart or on the page");
    }

    @Test
    void what_is_looked_at_now_brings_what_goes_with_it_and_is_said_so() {
        var visit =
                new SlateRequest(
                        Set.of(ANN),
                        List.of(MILK),
                        Occasion.HOME,
                        Setting.PLAIN,
                        SlateFilter.NONE,
                        Promoted.NOTHING,
                        Optional.empty(),
                        _ -> Optional.empty(),
                        Told.NOON,
                        3);

        var reasons =
                told.shop.recommend.slate(visit).suggestions().stream()
                        .flatMap(one -> one.reasons().stream())
                        .filter(reason -> reason.code().equals("GOES_WITH_SEEN"));

        assertThat(reasons)
                .isNotEmpty()
                .allSatisfy(reason -> {
                    assertThat(reason.with()).containsExactly(MILK);
                    assertThat(reason.text()).endsWith("with Fine milk, which you looked at");
                });
    }

    @Test
    void companions_are_counted_again_when_more_was_bought() {
        with(MILK);
        told.buys("r-7", Optional.empty(), TEA, MILK);

        var slate = with(MILK);

        assertThat(slate.suggestions().getFirst().reasons().getFirst().text())
                .startsWith("bought together 2 times");
    }

    @Test
    void who_withdraws_is_in_no_count_and_is_again_once_they_allow_it() {
        told.buys("r-8", Optional.of(ANN), MILK, SALT);
        told.buys("r-9", Optional.of(VISITOR), SALT);
        var counted = reasons(with(MILK));

        told.refuses(ANN, Told.SUGGESTIONS);

        assertThat(reasons(with(MILK))).isEqualTo(reasonsWithout());
        told.buys("r-10", Optional.of(ANN), MILK, SALT);
        told.returns("r-11", Optional.of("r-8"), SALT);
        assertThat(reasons(with(MILK))).as("late receipts too").isEqualTo(reasonsWithout());
        told.voids("r-12", "r-10");
        told.buys("r-13", Optional.of(ANN), SALT);

        told.later(Duration.ofMinutes(1)).grants(ANN, Told.SUGGESTIONS);

        // In place of milk and salt there are now milk alone and salt alone.
        assertThat(reasons(with(MILK))).isNotEqualTo(counted).isNotEqualTo(reasonsWithout());
        assertThat(codes(with(SALT))).doesNotContain("CO_PURCHASED");
    }

    @Test
    void what_is_undone_or_withdrawn_is_no_trend() {
        for (int i = 0; i < 5; i++) {
            told.buys("v-" + i, Optional.empty(), SALT);
            told.buys("w-" + i, Optional.of(ANN), MILK);
        }
        assertThat(trending()).contains(SALT, MILK);

        for (int i = 0; i < 5; i++) {
            told.voids("u-" + i, "v-" + i);
        }
        told.refuses(ANN, Told.SUGGESTIONS);
        assertThat(trending()).doesNotContain(SALT, MILK);

        told.later(Duration.ofMinutes(1)).grants(ANN, Told.SUGGESTIONS);
        assertThat(trending()).contains(MILK).doesNotContain(SALT);
    }

    private List<ProductId> trending() {
        return slate(Set.of(), Optional.of(LEEDS)).pool().candidates().stream()
                .filter(one ->
                        one.estimates().stream().anyMatch(said -> said.source() == Source.TRENDING))
                .map(Candidate::product)
                .toList();
    }

    /** Of a shop in which she never bought anything. */
    private static List<String> reasonsWithout() {
        var told = new Told().sells(TEA, MILK, SALT);
        told.buys("r-1", Optional.empty(), TEA, MILK);
        told.buys("r-2", Optional.empty(), TEA);
        told.buys("r-9", Optional.of(VISITOR), SALT);
        return reasons(with(told, MILK));
    }

    private static List<String> reasons(Slate slate) {
        return slate.suggestions().stream()
                .map(one -> one.product() + " " + one.reasons())
                .toList();
    }

    @Test
    void a_visitor_who_turns_out_to_be_somebody_who_said_no_is_in_no_count() {
        var visitor = told.met(Told.device("d-1"));
        var bea = told.met(Told.card("4711"));
        told.refuses(bea, Told.SUGGESTIONS);
        told.buys("r-14", Optional.of(visitor), SALT, MILK);
        assertThat(codes(with(SALT))).contains("CO_PURCHASED");

        told.recognise(told.message(), Told.device("d-1"), Told.card("4711"));

        assertThat(codes(with(SALT))).doesNotContain("CO_PURCHASED");
    }

    private static List<String> codes(Slate slate) {
        return slate.suggestions().stream()
                .flatMap(one -> one.reasons().stream())
                .map(Reason::code)
                .toList();
    }

    @Test
    void the_model_is_named_by_what_it_learned() {
        assertThat(told.shop.recommend.modelVersion()).isEqualTo("baskets-3");
    }

    private Slate slate(Collection<CustomerId> customers, Optional<StoreId> store) {
        return told.shop.recommend.slate(
                SlateRequest.plain(customers, List.of(), store, Told.NOON, 3));
    }

    private Slate with(ProductId product) {
        return with(told, product);
    }

    private static Slate with(Told told, ProductId product) {
        return told.shop.recommend.slate(
                SlateRequest.plain(Set.of(), List.of(product), Optional.empty(), Told.NOON, 2));
    }

    private static List<ProductId> products(Slate slate) {
        return slate.suggestions().stream().map(Suggestion::product).toList();
    }
}
