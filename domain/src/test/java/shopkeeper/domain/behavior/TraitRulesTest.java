package shopkeeper.domain.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseRecorded;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseVoided;
import shopkeeper.domain.behavior.BehaviorEvent.ReturnRecorded;
import shopkeeper.domain.behavior.Trait.Because;
import shopkeeper.domain.behavior.Trait.Favorite;
import shopkeeper.domain.behavior.Trait.Finding;
import shopkeeper.domain.catalog.Details;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Via;

class TraitRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Optional<CustomerId> ANN = Optional.of(new CustomerId("c-ann"));
    private static final Money NOTHING = Money.of("0.00", "EUR");

    private final List<BehaviorEvent> facts = new ArrayList<>();

    private static Optional<Product> catalog(ProductId id) {
        var known =
                Map.of(
                        "tea", product("tea", "Drinks", "Leaf"),
                        "mug", product("mug", "Kitchen", "Clay"),
                        "pot", product("pot", "Kitchen", "Clay"),
                        "pan", product("pan", "Kitchen", "Iron"));
        return Optional.ofNullable(known.get(id.value()));
    }

    private static Product product(String id, String category, String brand) {
        var details =
                new Details(
                        Optional.of(brand),
                        Optional.empty(),
                        0,
                        Optional.empty(),
                        false,
                        Optional.empty());
        return new Product(new ProductId(id), id, Optional.of(category), true, details);
    }

    private void buys(String receipt, Instant at, String price, String... products) {
        var lines =
                List.of(products).stream()
                        .map(one ->
                                ReceiptLine.of(
                                        new ProductId(one), BigDecimal.TWO, Money.of(price, "EUR")))
                        .toList();
        facts.add(
                new PurchaseRecorded(
                        new ReceiptId(receipt),
                        ANN,
                        Optional.empty(),
                        lines,
                        NOTHING,
                        NOTHING,
                        Via.till(),
                        Moment.at(at)));
    }

    private void returns(Optional<String> receipt, String product, int pieces) {
        var line =
                ReceiptLine.of(
                        new ProductId(product), new BigDecimal(pieces), Money.of("1.00", "EUR"));
        facts.add(
                new ReturnRecorded(
                        new ReceiptId("back-" + facts.size()),
                        receipt.map(ReceiptId::new),
                        ANN,
                        Optional.empty(),
                        List.of(line),
                        NOTHING,
                        List.of(),
                        Via.till(),
                        Moment.at(NOW)));
    }

    private static Instant daysAgo(int days) {
        return NOW.minus(Duration.ofDays(days));
    }

    private <F extends Finding> Optional<F> finds(Class<F> kind) {
        return TraitRules.of(facts, TraitRulesTest::catalog, NOW).stream()
                .map(Trait::finding)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }

    private List<Favorite> categories() {
        return finds(Finding.FavoriteCategories.class)
                .map(Finding.FavoriteCategories::categories)
                .orElse(List.of());
    }

    @Test
    void of_nothing_nothing_is_concluded() {
        assertThat(TraitRules.of(facts, TraitRulesTest::catalog, NOW)).isEmpty();
        buys("1", daysAgo(1), "1.99", "tea");
        assertThat(TraitRules.of(facts, TraitRulesTest::catalog, NOW)).isEmpty();
    }

    @Test
    void what_is_bought_most_is_favored_by_brand_and_category() {
        buys("1", daysAgo(2), "1.99", "tea", "mug");
        buys("2", daysAgo(1), "1.99", "tea", "pot", "nobody-knows");
        buys("3", daysAgo(0), "1.99", "mug", "pan");
        assertThat(categories())
                .extracting(Favorite::name, Favorite::receipts)
                .containsExactly(tuple("Kitchen", 3), tuple("Drinks", 2));
        assertThat(categories().getFirst().share()).isCloseTo(4 / 6.0, within(0.01));
        var brands = finds(Finding.FavoriteBrands.class).orElseThrow().brands();
        assertThat(brands).extracting(Favorite::name).containsExactly("Clay", "Leaf");
    }

    @Test
    void what_was_bought_half_a_year_ago_counts_half() {
        buys("1", daysAgo(180), "1.99", "tea");
        buys("2", daysAgo(180), "1.99", "tea");
        buys("3", daysAgo(0), "1.99", "mug");
        buys("4", daysAgo(0), "1.99", "mug");
        assertThat(categories().getFirst().name()).isEqualTo("Kitchen");
        assertThat(categories().getFirst().share()).isCloseTo(2 / 3.0, within(1e-9));
    }

    @Test
    void a_small_share_is_no_favorite() {
        for (int i = 0; i < 20; i++) {
            buys("k" + i, daysAgo(i), "1.99", "mug");
        }
        buys("1", daysAgo(1), "1.99", "tea");
        buys("2", daysAgo(1), "1.99", "tea");
        assertThat(categories()).extracting(Favorite::name).containsExactly("Kitchen");
    }

    @Test
    void what_came_back_or_was_voided_says_nothing() {
        buys("1", daysAgo(3), "1.99", "tea");
        buys("2", daysAgo(2), "1.99", "tea");
        assertThat(categories()).isNotEmpty();
        returns(Optional.of("1"), "tea", 1);
        assertThat(categories()).as("one of two pieces is still there").isNotEmpty();
        returns(Optional.of("1"), "tea", 1);
        assertThat(categories()).isEmpty();
        buys("3", daysAgo(1), "1.99", "tea");
        assertThat(categories()).isNotEmpty();
        facts.add(
                new PurchaseVoided(
                        new ReceiptId("v"),
                        new ReceiptId("3"),
                        VoidReason.VOIDED,
                        ANN,
                        Optional.empty(),
                        Map.of(new ProductId("tea"), BigDecimal.TWO),
                        NOTHING,
                        Via.till(),
                        Moment.at(NOW)));
        assertThat(categories()).isEmpty();
    }

    @Test
    void what_comes_back_without_a_receipt_is_taken_from_the_last_purchase_of_it() {
        buys("1", daysAgo(3), "1.99", "tea");
        buys("2", daysAgo(2), "1.99", "tea");
        returns(Optional.empty(), "tea", 2);
        returns(Optional.empty(), "mug", 2);
        returns(Optional.of("unknown"), "tea", 2);
        assertThat(Bought.kept(facts))
                .extracting(bought -> bought.receipt().value())
                .containsExactly("1");
    }

    @Test
    void half_of_what_is_bought_costs_between_the_ends_of_the_price_band() {
        var prices = List.of("9.99", "1.01", "2.03", "3.05", "0.00");
        for (int i = 0; i < prices.size(); i++) {
            buys("r" + i, daysAgo(i), prices.get(i), "tea");
        }
        assertThat(finds(Finding.PriceBand.class)).as("what is free has no price").isEmpty();
        buys("more", daysAgo(0), "4.07", "tea");
        assertThat(finds(Finding.PriceBand.class))
                .contains(
                        new Finding.PriceBand(
                                Money.of("2.03", "EUR"),
                                Money.of("3.05", "EUR"),
                                Money.of("4.07", "EUR")));
    }

    @Test
    void the_rhythm_is_the_usual_number_of_days_between_two_days_of_shopping() {
        for (int day : new int[] {30, 23, 16, 16}) {
            buys("r" + facts.size(), daysAgo(day), "1.99", "tea");
        }
        assertThat(finds(Finding.Rhythm.class)).as("two gaps are too few").isEmpty();
        buys("r9", daysAgo(2), "1.99", "tea");
        assertThat(finds(Finding.Rhythm.class))
                .contains(new Finding.Rhythm(7, 7, 7, LocalDate.parse("2026-11-27")));
        buys("r10", daysAgo(0), "1.99", "tea");
        assertThat(finds(Finding.Rhythm.class))
                .contains(new Finding.Rhythm(2, 7, 7, LocalDate.parse("2026-11-29")));
    }

    @Test
    void a_month_with_twice_the_usual_shopping_is_a_season() {
        for (String day :
                List.of(
                        "2025-11-03",
                        "2025-12-01",
                        "2025-12-08",
                        "2025-12-15",
                        "2026-04-01",
                        "2026-04-02",
                        "2026-07-01")) {
            buys("r" + day, Instant.parse(day + "T10:00:00Z"), "1.99", "tea");
        }
        assertThat(finds(Finding.Season.class))
                .contains(new Finding.Season(List.of(Month.DECEMBER)));
    }

    @Test
    void within_a_year_nobody_knows_a_season() {
        for (int day = 1; day <= 5; day++) {
            buys("r" + day, Instant.parse("2026-01-0" + day + "T10:00:00Z"), "1.99", "tea");
        }
        assertThat(finds(Finding.Season.class)).isEmpty();
    }

    @Test
    void each_trait_says_where_it_comes_from() {
        buys("1", daysAgo(9), "1.99", "tea", "nobody-knows");
        buys("2", daysAgo(4), "1.99", "tea");
        buys("later", NOW.plusSeconds(1), "1.99", "tea");
        assertThat(TraitRules.of(facts, TraitRulesTest::catalog, NOW))
                .hasSize(2)
                .extracting(Trait::because)
                .containsOnly(new Because("purchases", 2, daysAgo(9), daysAgo(4), NOW, "traits-1"));
    }

    @Test
    void every_finding_has_its_name() {
        assertThat(
                        List.of(
                                new Finding.FavoriteBrands(List.of()).name(),
                                new Finding.FavoriteCategories(List.of()).name(),
                                new Finding.PriceBand(NOTHING, NOTHING, NOTHING).name(),
                                new Finding.Rhythm(1, 2, 3, LocalDate.EPOCH).name(),
                                new Finding.Season(List.of()).name()))
                .containsExactly(
                        "favorite-brands", "favorite-categories", "price-band", "rhythm", "season");
    }
}
