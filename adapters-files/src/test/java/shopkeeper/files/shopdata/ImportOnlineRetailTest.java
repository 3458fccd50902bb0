package shopkeeper.files.shopdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.behavior.ReceiptLine;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.profile.Identifier;
import shopkeeper.domain.profile.IdentifierType;
import shopkeeper.domain.profile.ProfileEvent.CustomerMet;
import shopkeeper.files.shopdata.ImportResult.Imported;
import shopkeeper.files.shopdata.ImportResult.Tally;
import shopkeeper.files.shopdata.ImportResult.Unusable;

class ImportOnlineRetailTest {
    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
    private static final String HEART =
            "536365,85123A,WHITE HEART,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom\n";
    private static final String LANTERN =
            "536365,71053,WHITE LANTERN,2,2010-12-01 08:26:00,3.39,17850.0,United Kingdom\n";
    private static final String CANCELLED =
            "C536379,85123A,WHITE HEART,-1,2010-12-02 09:41:00,2.55,17850.0,United Kingdom\n";
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));

    @TempDir Path folder;
    private FakeShop shop;

    @BeforeEach
    void open() {
        shop = new FakeShop(CLOCK, folder);
    }

    @Test
    void an_invoice_becomes_a_purchase_of_its_customer() {
        var result = imported(HEADER + HEART + LANTERN);

        var purchase = shop.purchases().getFirst();
        assertThat(purchase.receipt()).isEqualTo(ReceiptId.order("online-retail", "536365"));
        assertThat(purchase.customer()).contains(shop.holder(crm("17850")));
        assertThat(purchase.lines())
                .containsExactly(
                        ReceiptLine.of(new ProductId("85123A"), new BigDecimal(6), gbp("2.55")),
                        ReceiptLine.of(new ProductId("71053"), new BigDecimal(2), gbp("3.39")));
        assertThat(purchase.total()).isEqualTo(gbp("22.08"));
        assertThat(purchase.via()).isEqualTo(Via.web());
        assertThat(purchase.store()).isEmpty();
        assertThat(result.receipts()).isEqualTo(new Tally(1, 0));
        assertThat(result.customers()).isEqualTo(new Tally(1, 0));
        assertThat(result.products()).isEqualTo(new Tally(2, 0));
        assertThat(result.position().value()).isEqualTo(shop.log.facts().size());
        assertThat(result.rejected()).isEmpty();
        assertThat(rejects()).doesNotExist();
    }

    @Test
    void a_cancellation_becomes_a_return_with_positive_quantities() {
        imported(HEADER + HEART + CANCELLED);

        var back = shop.returns().getFirst();
        assertThat(back.sale()).isEmpty();
        assertThat(back.customer()).contains(shop.holder(crm("17850")));
        assertThat(back.lines().getFirst().quantity()).isEqualByComparingTo("1");
        assertThat(back.total()).isEqualTo(gbp("2.55"));
    }

    @ParameterizedTest
    @CsvSource({
        "2010-12-01 08:26:00, 2010-12-01T08:26:00Z",
        "2011-07-01 08:26:00, 2011-07-01T07:26:00Z",
        "2011-10-30 01:30:00, 2011-10-30T00:30:00Z",
        "2011-12-31 23:59:59, 2011-12-31T23:59:59Z"
    })
    void times_are_told_by_the_clock_in_London(String written, Instant meant) {
        imported(HEADER + HEART.replace("2010-12-01 08:26:00", written));

        assertThat(shop.purchases().getFirst().at().occurred()).isEqualTo(meant);
    }

    @Test
    void an_invoice_without_customer_is_kept_as_nobodys() {
        var result = imported(HEADER + HEART.replace("17850.0", ""));

        assertThat(shop.purchases().getFirst().customer()).isEmpty();
        assertThat(result.customers()).isEqualTo(new Tally(0, 0));
    }

    @Test
    void an_invoice_is_put_together_wherever_its_lines_stand() {
        var other = HEART.replace("536365", "536366");
        imported(HEADER + HEART + other + LANTERN);

        assertThat(shop.purchases())
                .extracting(purchase -> purchase.lines().size())
                .containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void equal_lines_on_one_invoice_are_bought_twice() {
        imported(HEADER + HEART + HEART);

        assertThat(shop.purchases().getFirst().total()).isEqualTo(gbp("30.60"));
    }

    @Test
    void a_product_has_its_most_frequent_name_of_equals_the_first_and_a_code_in_capitals() {
        imported(
                HEADER
                        + line("1", "85123a", "CREAM HEART", "1", "2.55")
                        + line("2", "85123A", "WHITE HEART", "1", "2.55")
                        + line("3", "85123A", "WHITE HEART ", "1", "2.55")
                        + line("4", "71053", "LANTERN", "1", "3.39")
                        + line("5", "71053", "LAMP", "1", "3.39")
                        + line("6", "20000", " ", "1", "3.39"));

        assertThat(shop.products()).hasSize(3);
        assertThat(shop.product("85123A").name()).isEqualTo("WHITE HEART");
        assertThat(shop.product("71053").name()).isEqualTo("LANTERN");
        assertThat(shop.product("20000").name()).isEqualTo("20000");
    }

    @Test
    void the_price_book_holds_the_lower_median_of_what_was_asked() {
        imported(
                HEADER
                        + line("1", "10000", "ODD", "1", "9.99")
                        + line("2", "10000", "ODD", "1", "1.01")
                        + line("3", "10000", "ODD", "9", "1.05")
                        + line("4", "20000", "EVEN", "1", "2.50")
                        + line("5", "20000", "EVEN", "1", "1.25")
                        + line("C6", "20000", "EVEN", "-1", "0.01")
                        + line("C7", "30000", "ONLY RETURNED", "-1", "0.01"));

        assertThat(shop.book("online-retail-gbp").prices())
                .isEqualTo(
                        Map.of(
                                new ProductId("10000"), gbp("1.05"),
                                new ProductId("20000"), gbp("1.25")));
    }

    @Test
    void a_customer_was_met_with_the_earliest_invoice_that_names_him() {
        imported(HEADER + CANCELLED + HEART);

        assertThat(shop.facts(CustomerMet.class).getFirst().at().occurred())
                .isEqualTo(Instant.parse("2010-12-01T08:26:00Z"));
    }

    @Test
    void a_customer_who_only_paid_postage_is_still_a_customer() {
        var result = imported(HEADER + HEART + line("7", "POST", "POSTAGE", "1", "18.00", "12345"));

        assertThat(result.customers()).isEqualTo(new Tally(2, 0));
        assertThat(result.receipts()).isEqualTo(new Tally(1, 0));
    }

    @Test
    void no_message_is_called_by_the_identifier_of_a_customer() {
        imported(HEADER + HEART);

        assertThat(shop.log.messages())
                .allSatisfy((id, content) -> assertThat(id + content).doesNotContain("17850"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "536365,85123A,HEART,6,2010-12-01 08:26:00,2.55|wrong-number-of-columns|",
                "536365,85123A,A,HEART,6,2010-12-01 08:26:00,2.55,1,UK|wrong-number-of-columns|",
                ",85123A,HEART,6,2010-12-01 08:26:00,2.55,1,UK|missing-invoice|InvoiceNo",
                "5 6,85123A,HEART,6,2010-12-01 08:26:00,2.55,1,UK|unreadable-invoice|InvoiceNo",
                "1,85123A,HEART,six,2010-12-01 08:26:00,2.55,1,UK|unreadable-quantity|Quantity",
                "1,85123A,HEART,1.5,2010-12-01 08:26:00,2.55,1,UK|unreadable-quantity|Quantity",
                "1,85123A,HEART,,2010-12-01 08:26:00,2.55,1,UK|unreadable-quantity|Quantity",
                "1,85123A,HEART,1000001,2010-12-01 08:26:00,2.55,1,UK|unreadable-quantity|Quantity",
                "1,85123A,HEART,6,12/1/2010 8:26,2.55,1,UK|unreadable-date|InvoiceDate",
                "1,85123A,HEART,6,2011-03-27 01:30:00,2.55,1,UK|time-never-was|InvoiceDate",
                "1,85123A,HEART,6,2010-02-30 08:26:00,2.55,1,UK|unreadable-date|InvoiceDate",
                "1,85123A,HEART,6,2010-12-01 08:26:00,2e3,1,UK|unreadable-price|UnitPrice",
                "1,85123A,HEART,6,2010-12-01 08:26:00,1000000000,1,UK|unreadable-price|UnitPrice",
                "1,85123A,HEART,6,2010-12-01 08:26:00,2.55,Ann,UK|unreadable-customer|CustomerID",
                "1,POST,POSTAGE,1,2010-12-01 08:26:00,18.00,1,UK|not-a-product|StockCode",
                "1,gift_0001_20,VOUCHER,1,2010-12-01 08:26:00,18.00,1,UK|not-a-product|StockCode",
                "1,,VOUCHER,1,2010-12-01 08:26:00,18.00,1,UK|not-a-product|StockCode",
                "1,85123A,damaged,-6,2010-12-01 08:26:00,2.55,1,UK|quantity-not-positive|Quantity",
                "1,85123A,HEART,0,2010-12-01 08:26:00,2.55,1,UK|quantity-not-positive|Quantity",
                "C1,85123A,HEART,6,2010-12-01 08:26:00,2.55,1,UK|quantity-not-negative|Quantity",
                "1,85123A,HEART,6,2010-12-01 08:26:00,0.0,1,UK|price-not-positive|UnitPrice",
                "1,85123A,HEART,6,2010-12-01 08:26:00,-2.55,1,UK|price-not-positive|UnitPrice",
                "1,85123A,HEART,6,2010-12-01 08:26:00,0.001,1,UK|price-finer-than-a-penny|UnitPrice",
                "536365,85123A,HEART,6,2010-12-01 08:26:00,2.55,1,UK|mixed-customers|CustomerID"
            })
    void dirt_is_left_out_and_named_by_line_column_and_reason(
            String dirt, String reason, String column) throws IOException {
        var result = imported(HEADER + HEART + dirt + "\n" + LANTERN);

        assertThat(result.rejected()).isEqualTo(Map.of(reason, 1L));
        assertThat(result.rejects()).contains(rejects());
        var named = Files.readAllLines(rejects());
        assertThat(named).hasSize(2);
        assertThat(named.getFirst()).isEqualTo("line,column,reason,words");
        assertThat(named.getLast())
                .startsWith("3," + Optional.ofNullable(column).orElse("") + "," + reason + ",");
        assertThat(shop.purchases()).hasSize(1);
        assertThat(shop.purchases().getFirst().total()).isEqualTo(gbp("22.08"));
    }

    @Test
    void trailing_zeros_make_no_price_finer() {
        imported(HEADER + HEART.replace("2.55", "2.5500"));

        assertThat(shop.purchases().getFirst().total()).isEqualTo(gbp("15.30"));
    }

    @Test
    void a_clean_file_removes_the_rejects_of_the_file_before() {
        imported(HEADER + HEART + line("1", "POST", "POSTAGE", "1", "18.00"));
        assertThat(rejects()).exists();

        imported(HEADER + HEART);
        assertThat(rejects()).doesNotExist();
    }

    @Test
    void twice_changes_nothing_and_says_so() {
        var text = HEADER + HEART + LANTERN + CANCELLED;
        imported(text);
        var before = shop.log.facts();

        var again = imported(text);

        assertThat(shop.log.facts()).isEqualTo(before);
        assertThat(again.products()).isEqualTo(new Tally(0, 2));
        assertThat(again.priceBooks()).isEqualTo(new Tally(0, 1));
        assertThat(again.customers()).isEqualTo(new Tally(0, 1));
        assertThat(again.receipts()).isEqualTo(new Tally(0, 1));
        assertThat(again.returns()).isEqualTo(new Tally(0, 1));
        assertThat(again.refused()).isEmpty();
    }

    @Test
    void an_invoice_that_says_something_else_the_second_time_is_refused() {
        imported(HEADER + HEART);

        var other = imported(HEADER + HEART + LANTERN);

        assertThat(other.refused()).isEqualTo(Map.of("conflict", 1L));
        assertThat(shop.purchases()).hasSize(1);
    }

    @Test
    void gzip_a_byte_order_mark_and_windows_line_ends_are_read_alike() {
        var windows = "\uFEFF" + (HEADER + HEART + LANTERN).replace("\n", "\r\n");

        var result = (Imported) takeIn(gzip(windows));

        assertThat(result.receipts()).isEqualTo(new Tally(1, 0));
        assertThat(result.rejected()).isEmpty();
        assertThat(shop.purchases().getFirst().lines()).hasSize(2);
    }

    @Test
    void a_quoted_description_may_hold_commas_quotes_and_line_breaks() {
        imported(HEADER + HEART.replace("WHITE HEART", "\"WHITE, \"\"SOFT\"\"\nHEART\"") + LANTERN);

        assertThat(shop.product("85123A").name()).isEqualTo("WHITE, \"SOFT\"\nHEART");
    }

    @Test
    void the_last_line_needs_no_line_break_when_it_is_whole() {
        var result = imported(HEADER + HEART + LANTERN.strip());

        assertThat(result.rows()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 15, 20, 40, 70})
    void a_file_whose_last_line_is_cut_is_refused_as_a_whole(int missing) {
        var text = HEADER + HEART + LANTERN;

        var refused = refused(bytes(text.substring(0, text.length() - 1 - missing)));

        assertThat(refused.code()).isEqualTo("truncated");
        assertThat(refused.words()).contains("line 3");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 8, 9, 30, 60})
    void a_gzip_file_that_breaks_off_is_refused_as_a_whole(int missing) {
        var whole = gzip(HEADER + HEART + LANTERN);

        var refused = refused(Arrays.copyOf(whole, whole.length - missing));

        assertThat(refused.code()).isEqualTo("truncated");
    }

    @Test
    void a_damaged_gzip_file_is_refused_as_a_whole() {
        var whole = gzip(HEADER + HEART + LANTERN);
        whole[whole.length - 6] ^= 1;

        assertThat(refused(whole).code()).isEqualTo("truncated");
    }

    @Test
    void a_quote_that_is_never_closed_refuses_the_file() {
        var refused = refused(bytes(HEADER + HEART + LANTERN.replace("WHITE", "\"WHITE")));

        assertThat(refused.code()).isEqualTo("broken-quote");
        assertThat(refused.words()).contains("line 3");
    }

    @Test
    void an_empty_file_is_refused() {
        assertThat(refused(new byte[0]).code()).isEqualTo("empty");
        assertThat(refused(gzip("")).code()).isEqualTo("empty");
        assertThat(refused(bytes(HEADER)).code()).isEqualTo("empty");
    }

    @Test
    void a_file_of_another_kind_is_refused() {
        assertThat(refused(zip(HEADER + HEART)).words()).contains("zip archive");
        assertThat(refused(bytes("<?xml version='1.0'?><POSLog/>")).words()).contains("XML");
        assertThat(refused(bytes("household_id,store_id\n1,2\n")).words())
                .contains("does not begin with the line InvoiceNo,StockCode");
        assertThat(refused(new byte[] {0, 1, 2, 3, (byte) 0xff, 10, 0}).code())
                .isEqualTo("another-kind");
        assertThat(refused(bytes(HEART + LANTERN)).code()).isEqualTo("another-kind");
    }

    @Test
    void a_missing_file_and_a_folder_are_refused() {
        var missing =
                (Unusable)
                        shop.takeIn(
                                ShopDataModule.onlineRetail(
                                        folder.resolve("nowhere.csv"), rejects(), CLOCK));
        var aFolder = (Unusable) shop.takeIn(ShopDataModule.onlineRetail(folder, rejects(), CLOCK));

        assertThat(missing.code()).isEqualTo("not-found");
        assertThat(missing.words()).contains("nowhere.csv");
        assertThat(aFolder.code()).isEqualTo("not-found");
    }

    @Test
    void a_file_that_is_mostly_rubbish_is_refused_with_its_counts() {
        var refused =
                refused(
                        bytes(
                                HEADER
                                        + HEART
                                        + "what,is,this\n"
                                        + line("1", "POST", "POSTAGE", "1", "18.00")));

        assertThat(refused.code()).isEqualTo("rubbish");
        assertThat(refused.rows()).isEqualTo(3);
        assertThat(refused.rejected())
                .isEqualTo(Map.of("wrong-number-of-columns", 1L, "not-a-product", 1L));
        assertThat(refused.lines().getLast()).contains("2 of its 3 lines cannot be used");
    }

    @Test
    void an_outage_stops_the_import_and_the_next_run_goes_on() {
        var text = new StringBuilder(HEADER);
        for (int invoice = 0; invoice < 500; invoice++) {
            text.append(line(Integer.toString(invoice), "10000", "HEART", "1", "2.55"));
        }
        var calls = new AtomicInteger();
        var real = shop.receipts();

        assertThatThrownBy(() ->
                        shop.takeIn(
                                source(bytes(text.toString())),
                                Progress.UNSEEN,
                                command -> {
                                    if (calls.incrementAndGet() > 100) {
                                        throw new IllegalStateException("the log is gone");
                                    }
                                    return real.record(command);
                                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the log is gone")
                .hasMessageContaining("run it again");
        assertThat(calls.get()).isLessThan(400);

        var again = imported(text.toString());
        // Counted as if nothing had happened in between.
        assertThat(again.receipts()).isEqualTo(new Tally(500, 0));
        assertThat(shop.purchases()).hasSize(500);
    }

    @Test
    void progress_ends_with_every_row_done() {
        var seen = new ArrayList<String>();
        shop.takeIn(
                source(bytes(HEADER + HEART + line("1", "POST", "POSTAGE", "1", "18.00"))),
                (done, total, phase) -> seen.add(phase + " " + done + "/" + total));

        assertThat(seen)
                .containsExactly("checking 2/2", "products 1/1", "customers 1/1", "receipts 2/2");
    }

    private Imported imported(String text) {
        return assertThat(takeIn(bytes(text))).asInstanceOf(type(Imported.class)).actual();
    }

    /** Refused, with nothing written anywhere. */
    private Unusable refused(byte[] content) {
        var result = takeIn(content);

        assertThat(shop.log.facts()).isEmpty();
        assertThat(shop.log.messages()).isEmpty();
        assertThat(rejects()).doesNotExist();
        var refused = assertThat(result).asInstanceOf(type(Unusable.class)).actual();
        assertThat(refused.words()).doesNotContain("\n").contains("invoices");
        return refused;
    }

    private ImportResult takeIn(byte[] content) {
        return shop.takeIn(source(content));
    }

    private ShopSource source(byte[] content) {
        try {
            return ShopDataModule.onlineRetail(
                    Files.write(folder.resolve("invoices"), content), rejects(), CLOCK);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Path rejects() {
        return folder.resolve("out").resolve("invoices.rejects.csv").toAbsolutePath();
    }

    private static String line(
            String invoice, String code, String name, String quantity, String price) {
        return line(invoice, code, name, quantity, price, "");
    }

    private static String line(
            String invoice,
            String code,
            String name,
            String quantity,
            String price,
            String customer) {
        return String.join(
                        ",",
                        invoice,
                        code,
                        name,
                        quantity,
                        "2010-12-01 08:26:00",
                        price,
                        customer,
                        "United Kingdom")
                + "\n";
    }

    private static Identifier crm(String value) {
        return new Identifier(IdentifierType.CRM, value);
    }

    private static Money gbp(String amount) {
        return Money.of(amount, "GBP");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(String text) {
        try {
            var packed = new ByteArrayOutputStream();
            try (var out = new GZIPOutputStream(packed)) {
                out.write(bytes(text));
            }
            return packed.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] zip(String text) {
        try {
            var packed = new ByteArrayOutputStream();
            try (var out = new ZipOutputStream(packed)) {
                out.putNextEntry(new ZipEntry("invoices.csv"));
                out.write(bytes(text));
            }
            return packed.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
