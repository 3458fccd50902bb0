package shopkeeper.files.shopdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseRecorded;
import shopkeeper.domain.behavior.ReceiptLine;
import shopkeeper.domain.catalog.CatalogEvent.StockCounted;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.pricing.PriceBook;
import shopkeeper.domain.profile.IdentifierType;
import shopkeeper.domain.profile.Link;
import shopkeeper.domain.profile.ProfileEvent.CustomerMet;
import shopkeeper.files.shopdata.ImportResult.Imported;
import shopkeeper.files.shopdata.ImportResult.Tally;

class GeneratedShopTest {
    private static final long SEED = 7;
    private static final LocalDate TODAY = LocalDate.parse("2026-03-30");
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-03-30T12:00:00Z"));

    /** Taken in once and only looked at. */
    private static final FakeShop SHOP = new FakeShop(CLOCK, Path.of("never-made"));

    private static final Imported RESULT = takeIn(SHOP, SEED);

    @Test
    void it_is_a_whole_shop() {
        assertThat(RESULT.stores()).isEqualTo(new Tally(3, 0));
        assertThat(RESULT.products()).isEqualTo(new Tally(500, 0));
        assertThat(RESULT.priceBooks()).isEqualTo(new Tally(3, 0));
        assertThat(RESULT.customers()).isEqualTo(new Tally(2_000, 0));
        assertThat(RESULT.receipts()).isEqualTo(new Tally(20_000, 0));
        assertThat(RESULT.returns().fresh()).isBetween(300L, 500L);
        assertThat(RESULT.refused()).isEmpty();
        assertThat(SHOP.products()).extracting(product -> product.name()).doesNotHaveDuplicates();
        assertThat(SHOP.products()).allMatch(product -> product.category().isPresent());
    }

    @Test
    void twice_changes_nothing() {
        var twice = new FakeShop(CLOCK, Path.of("never-made"));
        takeIn(twice, SEED);
        var before = twice.log.facts();

        var again = takeIn(twice, SEED);

        assertThat(twice.log.facts()).isEqualTo(before);
        assertThat(again.receipts()).isEqualTo(new Tally(0, 20_000));
        assertThat(again.refused()).isEmpty();
    }

    @Test
    void the_same_seed_makes_the_same_shop_and_another_seed_another() {
        var same = new FakeShop(CLOCK, Path.of("never-made"));
        var other = new FakeShop(CLOCK, Path.of("never-made"));
        takeIn(same, SEED);
        takeIn(other, SEED + 1);

        assertThat(receipts(same)).isEqualTo(receipts(SHOP));
        assertThat(same.log.messages().keySet().stream().filter(id -> !id.id().contains("@")))
                .containsExactlyInAnyOrderElementsOf(
                        SHOP.log.messages().keySet().stream()
                                .filter(id -> !id.id().contains("@"))
                                .toList());
        assertThat(receipts(other)).isNotEqualTo(receipts(SHOP));
    }

    @Test
    void everything_happened_in_the_year_before_today_while_the_stores_were_open() {
        var zone = ZoneId.of("Europe/Berlin");

        assertThat(SHOP.purchases())
                .allSatisfy(purchase -> {
                    var local = purchase.at().occurred().atZone(zone);
                    assertThat(local.toLocalDate())
                            .isBetween(TODAY.minusYears(1), TODAY.minusDays(1));
                    assertThat(local.getHour()).isBetween(9, 19);
                });
        assertThat(SHOP.returns())
                .allMatch(back -> back.at().occurred().isBefore(CLOCK.instant()))
                .allMatch(back -> back.sale().isPresent());
    }

    @Test
    void people_shop_online_in_their_store_or_in_both() {
        var online = buyers(Channel.ONLINE);
        var inStore = buyers(Channel.IN_STORE);
        var both = new HashSet<>(online);
        both.retainAll(inStore);

        assertThat(online.size() - both.size()).isGreaterThan(200);
        assertThat(inStore.size() - both.size()).isGreaterThan(200);
        assertThat(both.size()).isGreaterThan(400);
        assertThat(SHOP.purchases())
                .allMatch(purchase ->
                        purchase.store().isPresent()
                                == (purchase.via().channel() == Channel.IN_STORE));
        assertThat(SHOP.purchases().stream().filter(one -> one.customer().isEmpty()).count())
                .isBetween(500L, 3_000L);
    }

    @Test
    void cards_have_eleven_digits_and_mail_goes_nowhere() {
        var links =
                SHOP.facts(CustomerMet.class).stream()
                        .flatMap(met -> met.links().stream())
                        .toList();

        assertThat(values(links, IdentifierType.LOYALTY))
                .hasSizeGreaterThan(1_000)
                .allMatch(card -> card.matches("40000\\d{6}"));
        assertThat(values(links, IdentifierType.EMAIL))
                .hasSizeGreaterThan(1_000)
                .allMatch(mail -> mail.endsWith("@example.org"));
    }

    @Test
    void neighbours_of_a_collection_are_bought_together() {
        var first = new ProductId("10013");
        var second = new ProductId("10014");
        var stranger = new ProductId("10313");

        double together = share(first, second);
        double apart = share(first, stranger);

        assertThat(together).isGreaterThan(0.5);
        assertThat(apart).isLessThan(0.1);
    }

    @Test
    void a_staple_is_bought_more_than_anything_else_of_its_department() {
        assertThat(bought(new ProductId("10001")))
                .isGreaterThan(2 * bought(new ProductId("10012")));
    }

    @Test
    void some_things_are_sold_out_somewhere() {
        assertThat(SHOP.facts(StockCounted.class))
                .hasSize(3)
                .allSatisfy(count -> {
                    assertThat(count.levels()).hasSize(500);
                    assertThat(count.levels().stream().filter(level -> level.pieces() == 0))
                            .hasSizeBetween(5, 40);
                });
    }

    @Test
    void there_is_a_list_for_all_one_for_a_store_and_a_sale_under_way() {
        var list = SHOP.book("generated-7-list");
        var sale = SHOP.book("generated-7-sale");

        assertThat(list.kind()).isEqualTo(PriceBook.Kind.LIST);
        assertThat(list.store()).isEmpty();
        assertThat(SHOP.book("generated-7-station").store()).isPresent();
        assertThat(sale.kind()).isEqualTo(PriceBook.Kind.SALE);
        assertThat(sale.prices()).hasSizeBetween(30, 50);
        assertThat(sale.validFrom().orElseThrow()).isBefore(CLOCK.instant());
        assertThat(sale.validUntil().orElseThrow()).isAfter(CLOCK.instant());
        assertThat(sale.prices())
                .allSatisfy((product, price) ->
                        assertThat(price).isLessThan(list.prices().get(product)));
    }

    private static Imported takeIn(FakeShop shop, long seed) {
        return (Imported) shop.takeIn(ShopDataModule.generatedShop(seed, TODAY));
    }

    private static Set<String> receipts(FakeShop shop) {
        return shop.purchases().stream()
                .map(one -> one.receipt() + " " + one.total() + " " + one.at().occurred())
                .collect(Collectors.toSet());
    }

    private Set<String> buyers(Channel channel) {
        return SHOP.purchases().stream()
                .filter(purchase -> purchase.via().channel() == channel)
                .flatMap(purchase -> purchase.customer().stream())
                .map(customer -> customer.value())
                .collect(Collectors.toSet());
    }

    private static List<String> values(List<Link> links, IdentifierType type) {
        return links.stream()
                .filter(link -> link.type() == type)
                .map(link -> link.value().asOptional().orElseThrow())
                .toList();
    }

    private double share(ProductId first, ProductId second) {
        var with = SHOP.purchases().stream().filter(one -> holds(one, first)).toList();
        return (double) with.stream().filter(one -> holds(one, second)).count() / with.size();
    }

    private long bought(ProductId product) {
        return SHOP.purchases().stream().filter(one -> holds(one, product)).count();
    }

    private static boolean holds(PurchaseRecorded purchase, ProductId product) {
        return purchase.lines().stream().map(ReceiptLine::product).anyMatch(product::equals);
    }
}
