package shopkeeper.files.shopdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shopkeeper.domain.catalog.CatalogEvent.StoreOpened;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.files.shopdata.ImportResult.Imported;
import shopkeeper.files.shopdata.ImportResult.Tally;

class ImportCompleteJourneyTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));
    private static final String TRANSACTIONS =
            """
            "household_id","store_id","basket_id","product_id","quantity","sales_value","retail_disc","coupon_disc","coupon_match_disc","week","transaction_timestamp"
            "2261","309","31625220889","940996",1,3.86,0.43,0,0,5,2017-01-28 14:06:53
            "2261","309","31625220889","847901",3,2.50,0.69,0.55,0.45,5,2017-01-28 14:06:53
            "511","316","32445856036","6534178",12500,25.00,0,0,0,13,2017-03-26 13:22:21
            """;
    private static final String PRODUCTS =
            """
            "product_id","manufacturer_id","department","brand","product_category","product_type","package_size"
            "940996","2","GROCERY","National","FRZN ICE","ICE - CRUSHED/CUBED","22 LB"
            "26081","2","MISCELLANEOUS","National",,,
            """;

    @TempDir Path folder;
    private FakeShop shop;

    @BeforeEach
    void open() {
        shop = new FakeShop(CLOCK, folder);
    }

    @Test
    void a_basket_is_a_receipt_at_the_loyalty_price_with_its_coupons_off_the_whole() {
        var result = imported("transactions.csv", TRANSACTIONS);

        assertThat(result.receipts()).isEqualTo(new Tally(2, 0));
        assertThat(result.customers()).isEqualTo(new Tally(2, 0));
        assertThat(result.stores()).isEqualTo(new Tally(2, 0));
        var purchase =
                shop.purchases().stream()
                        .filter(one -> one.receipt().value().endsWith(":31625220889"))
                        .findFirst()
                        .orElseThrow();
        var coupon = purchase.lines().getLast();
        assertThat(coupon.extended()).as("2.50 and the shop's own part").isEqualTo(usd("2.95"));
        assertThat(coupon.unitPrice()).as("3.64 for three").isEqualTo(usd("1.21"));
        assertThat(purchase.discount()).isEqualTo(usd("-1.00"));
        assertThat(purchase.total()).as("what the customer paid").isEqualTo(usd("5.81"));
        assertThat(purchase.store()).contains(new StoreId("309"));
        assertThat(purchase.via()).isEqualTo(Via.till());
        assertThat(purchase.at().occurred()).isEqualTo(Instant.parse("2017-01-28T19:06:53Z"));
        assertThat(shop.book("complete-journey-usd").prices())
                .containsEntry(new ProductId("940996"), usd("4.29"));
        assertThat(shop.facts(StoreOpened.class).getFirst().store().country()).isEqualTo("US");
    }

    @Test
    void products_may_come_before_or_after_the_transactions() {
        imported("transactions.csv", TRANSACTIONS);
        assertThat(shop.product("940996").name()).isEqualTo("940996");
        imported("products.csv", PRODUCTS);
        assertThat(shop.product("940996").name()).isEqualTo("ICE - CRUSHED/CUBED, 22 LB");
        assertThat(shop.product("940996").category()).contains("FRZN ICE");
        assertThat(shop.product("26081").name()).isEqualTo("MISCELLANEOUS");

        var before = shop.log.facts();
        imported("transactions.csv", TRANSACTIONS);
        imported("products.csv", PRODUCTS);
        assertThat(shop.log.facts()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "campaign_id,campaign_type,start_date,end_date|campaigns",
                "campaign_id,household_id|households in campaigns",
                "household_id,coupon_upc,campaign_id,redemption_date|coupon redemptions",
                "coupon_upc,product_id,campaign_id|coupons",
                "household_id,age,income,home_ownership,marital_status,household_size,household_comp,kids_count|demographics",
                "product_id,store_id,display_location,mailer_location,week|displays and mailers"
            })
    void what_has_no_place_yet_is_named_and_counted(String header, String what) {
        var line = header.replaceAll("[^,]+", "1");

        var result = imported("more.csv", header + "\n" + line + "\n" + line + "\n");

        assertThat(result.notTaken()).isEqualTo(Map.of(what + " (no place for them yet)", 2L));
        assertThat(result.lines()).anyMatch(told -> told.startsWith("not taken: " + what));
        assertThat(shop.log.facts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,2,3,4,0,1.00,0,0,0,1,2017-01-28 14:06:53|quantity-zero|quantity",
                "1,2,3,4,-1,1.00,0,0,0,1,2017-01-28 14:06:53|unreadable-quantity|quantity",
                "1,2,3,4,1,1.001,0,0,0,1,2017-01-28 14:06:53|price-finer-than-a-penny|sales_value",
                "1,2,3,4,1,x,0,0,0,1,2017-01-28 14:06:53|unreadable-price|sales_value",
                "1,2,3,,1,1.00,0,0,0,1,2017-01-28 14:06:53|unreadable-product|product_id",
                "1,2,3,4,1,1.00,0,0,0,1,2017-03-12 02:30:00|time-never-was|transaction_timestamp",
                "1,2,3,4,1,1.00,0,0,0,1,2017-02-29 02:30:00|unreadable-time|transaction_timestamp",
                "1,309,31625220889,4,1,1.00,0,0,0,1,2017-01-28 14:06:53|mixed-customers|household_id"
            })
    void dirt_is_left_out_and_named(String dirt, String reason, String column) throws IOException {
        var result = imported("transactions.csv", TRANSACTIONS + dirt + "\n");

        assertThat(result.rejected()).isEqualTo(Map.of(reason, 1L));
        assertThat(Files.readAllLines(folder.resolve("rejects.csv")).getLast())
                .startsWith("5," + column + "," + reason + ",");
    }

    private Imported imported(String name, String text) {
        try {
            var source =
                    ShopDataModule.file(
                            Files.writeString(folder.resolve(name), text),
                            ImportOptions.NONE,
                            FakeShop.KEYS,
                            folder.resolve("rejects.csv").toAbsolutePath(),
                            CLOCK);
            return assertThat(shop.takeIn(source)).asInstanceOf(type(Imported.class)).actual();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
