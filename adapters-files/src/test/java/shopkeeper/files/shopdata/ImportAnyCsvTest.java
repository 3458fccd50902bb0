package shopkeeper.files.shopdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.profile.Identifier;
import shopkeeper.domain.profile.IdentifierType;
import shopkeeper.files.shopdata.ImportResult.Imported;
import shopkeeper.files.shopdata.ImportResult.Tally;
import shopkeeper.files.shopdata.ImportResult.Tried;
import shopkeeper.files.shopdata.ImportResult.Unusable;

class ImportAnyCsvTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));
    private static final String MINIMAL = "customer=who,product=what,time=when,price=price";
    private static final String SALES =
            """
            who,what,when,price
            0017,00042,2026-01-05 10:00:00,2.50
            0017,00043,2026-01-05 10:00:00,1.25
            0018,00042,2026-01-05 11:00:00,2.50
            """;

    @TempDir Path folder;
    private FakeShop shop;

    @BeforeEach
    void open() {
        shop = new FakeShop(CLOCK, folder);
    }

    @Test
    void four_named_columns_are_enough() {
        var result = imported(SALES, columns(MINIMAL));

        assertThat(result.receipts()).isEqualTo(new Tally(2, 0));
        assertThat(result.customers()).isEqualTo(new Tally(2, 0));
        assertThat(result.products()).isEqualTo(new Tally(2, 0));
        var purchase = shop.purchases().getFirst();
        assertThat(purchase.total()).isEqualTo(Money.of("3.75", "EUR"));
        assertThat(purchase.via()).isEqualTo(Via.web());
        assertThat(purchase.at().occurred()).isEqualTo(Instant.parse("2026-01-05T10:00:00Z"));
    }

    @Test
    void ids_keep_their_leading_zeros_and_their_decimals() {
        imported(SALES.replace("0018", "17850.0"), columns(MINIMAL));

        assertThat(shop.product("00042").name()).isEqualTo("00042");
        assertThat(shop.holder(crm("0017"))).isNotEqualTo(shop.holder(crm("17850.0")));
    }

    @Test
    void the_same_file_twice_changes_nothing() {
        imported(SALES, columns(MINIMAL));
        var before = shop.log.facts();

        var again = imported(SALES, columns(MINIMAL));

        assertThat(shop.log.facts()).isEqualTo(before);
        assertThat(again.receipts()).isEqualTo(new Tally(0, 2));
        assertThat(again.priceBooks()).isEqualTo(new Tally(0, 1));
    }

    @Test
    void without_a_receipt_column_a_day_of_a_customer_is_one_receipt_that_names_nobody() {
        imported(
                """
                who,what,when,price
                zoe,A,2026-01-05 10:00:00,1.00
                zoe,B,2026-01-05 18:00:00,1.00
                zoe,A,2026-01-06 10:00:00,1.00
                ,A,2026-01-06 10:00:00,1.00
                ,A,2026-01-06 10:00:01,1.00
                """,
                columns(MINIMAL));

        assertThat(shop.purchases())
                .extracting(purchase -> purchase.lines().size())
                .containsExactlyInAnyOrder(2, 1, 1, 1);
        assertThat(shop.log.messages())
                .allSatisfy((id, content) -> assertThat(id + content).doesNotContain("zoe"));
    }

    @Test
    void every_column_that_can_be_named_is_used() {
        var result =
                imported(
                        """
                        bon;kunde;artikel;text;gruppe;menge;preis;rabatt;filiale;land;währung;zeit
                        7;K-1;0815;Tee, grün;Tee;2;1.234,50;-10,00;F1;DE;EUR;05.01.2026 10:00
                        7;K-1;0816;=1+1;Tee;0,25;8,00;;F1;DE;EUR;05.01.2026 10:00
                        7;K-1;0816;=1+1;Tee;-1;8,00;;F1;DE;EUR;05.01.2026 10:01
                        """,
                        Map.of(
                                "columns",
                                "receipt=bon,customer=kunde,product=artikel,name=text,category=gruppe,quantity=menge,price=preis,discount=rabatt,store=filiale,country=land,currency=währung,time=zeit",
                                "zone",
                                "Europe/Berlin",
                                "customer-type",
                                "loyalty",
                                "source",
                                "kasse"));

        var purchase = shop.purchases().getFirst();
        assertThat(purchase.receipt()).isEqualTo(ReceiptId.order("kasse", "F1/7"));
        assertThat(purchase.store()).contains(new StoreId("F1"));
        assertThat(purchase.via()).isEqualTo(Via.till());
        assertThat(purchase.total()).isEqualTo(Money.of("2461.00", "EUR"));
        assertThat(purchase.at().occurred()).isEqualTo(Instant.parse("2026-01-05T09:00:00Z"));
        assertThat(purchase.customer())
                .contains(shop.holder(new Identifier(IdentifierType.LOYALTY, "K-1")));
        assertThat(purchase.lines().getLast().quantity()).isEqualByComparingTo("0.25");
        assertThat(shop.product("0815").name()).isEqualTo("Tee, grün");
        assertThat(shop.product("0815").category()).contains("Tee");
        assertThat(shop.product("0816").name()).as("a formula is text").isEqualTo("=1+1");
        var back = shop.returns().getFirst();
        assertThat(back.receipt()).isEqualTo(ReceiptId.order("kasse", "F1/7/return"));
        assertThat(back.total()).isEqualTo(Money.of("8.00", "EUR"));
        assertThat(result.stores()).isEqualTo(new Tally(1, 0));
        assertThat(result.rejected()).isEmpty();
        assertThat(shop.book("kasse-eur-sales").prices())
                .containsEntry(new ProductId("0815"), Money.of("1234.50", "EUR"));
    }

    @Test
    void a_line_total_serves_as_well_as_a_price() {
        imported(
                "p,t,n,sum\nA,2026-01-05,3,10.00\n",
                columns("product=p,time=t,quantity=n,amount=sum"));

        var line = shop.purchases().getFirst().lines().getFirst();
        assertThat(line.extended()).isEqualTo(Money.of("10.00", "EUR"));
        assertThat(line.unitPrice()).isEqualTo(Money.of("3.33", "EUR"));
    }

    @Test
    void what_the_catalog_knows_of_a_product_stays_where_the_file_says_nothing() {
        imported(
                "p,t,name,group\nA,2026-01-05,Tea,Drinks\n",
                columns("product=p,time=t,name=name,category=group"));
        imported("p,t\nA,2026-01-06\n", columns("product=p,time=t"));

        assertThat(shop.product("A").name()).isEqualTo("Tea");
        assertThat(shop.product("A").category()).contains("Drinks");
    }

    @Test
    void two_files_have_a_price_book_each_and_the_later_one_counts() {
        imported("january.csv", "p,t,e\nA,2026-01-05,1.00\nB,2026-01-05,1.00\n");
        imported("february.csv", "p,t,e\nA,2026-02-05,2.00\n");

        assertThat(shop.book("csv-eur-february").priority())
                .isGreaterThan(shop.book("csv-eur-january").priority())
                .isNegative();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-01-05|2026-01-05T00:00:00Z",
                "2026-01-05T10:00|2026-01-05T10:00:00Z",
                "2026-01-05 10:00:01.5|2026-01-05T10:00:01.500Z",
                "2026-01-05T10:00:00+02:00|2026-01-05T08:00:00Z",
                "2026-01-05T10:00:00Z|2026-01-05T10:00:00Z",
                "5.1.2026 9:05|2026-01-05T09:05:00Z",
                "31.12.2025 23:59:59|2025-12-31T23:59:59Z",
                "1/31/2026 9:05 PM|2026-01-31T21:05:00Z",
                "1/31/2026 21:05|2026-01-31T21:05:00Z",
                "31/1/2026 21:05|2026-01-31T21:05:00Z",
                "2026/1/31|2026-01-31T00:00:00Z",
                "20260131|2026-01-31T00:00:00Z",
                "20260131210500|2026-01-31T21:05:00Z",
                "1767607200|2026-01-05T10:00:00Z",
                "1767607200123|2026-01-05T10:00:00.123Z"
            })
    void times_are_understood_where_they_are_unmistakable(String written, Instant meant) {
        imported("p;t\nA;" + written + "\n", columns("product=p,time=t"));

        assertThat(shop.purchases().getFirst().at().occurred()).isEqualTo(meant);
    }

    @Test
    void day_and_month_are_not_guessed() {
        var text = "p,t\nA,3/4/2026 10:00\n";

        assertThat(unusable(bytes(text), columns("product=p,time=t")).words())
                .contains("3/4/2026 10:00", "day/month or month/day", "--time us");
        var said = new HashMap<>(columns("product=p,time=t"));
        said.put("time", "eu");
        imported(text, said);
        assertThat(shop.purchases().getFirst().at().occurred())
                .isEqualTo(Instant.parse("2026-04-03T10:00:00Z"));
    }

    @Test
    void a_pattern_of_ones_own_is_taken() {
        var said = new HashMap<>(columns("product=p,time=t"));
        said.put("time", "dd-MMM-yyyy HH.mm");
        imported("p,t\nA,05-Jan-2026 10.30\n", said);

        assertThat(shop.purchases().getFirst().at().occurred())
                .isEqualTo(Instant.parse("2026-01-05T10:30:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2,50|2.50",
                "1.234,50|1234.50",
                "€ 3,20|3.20",
                "2.50|2.50",
                "1,234.50|1234.50",
                "7|7.00",
                "1 234,5|1234.50",
                "0,999.00|rejected",
                "1e3|rejected"
            })
    void numbers_are_understood_where_they_are_unmistakable(String written, String meant) {
        var said = columns("product=p,time=t,price=e");
        var text = "p;t;e\nA;2026-01-05;" + written + "\nB;2026-01-05;" + written + "\n";
        if (meant.equals("rejected")) {
            assertThat(unusable(bytes(text), said).rejected())
                    .isEqualTo(Map.of("unreadable-price", 2L));
        } else {
            imported(text, said);
            assertThat(shop.purchases().getFirst().total())
                    .isEqualTo(Money.of(meant, "EUR").times(new BigDecimal(2)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.234", "1,234"})
    void a_number_that_can_mean_two_things_is_not_guessed(String number) {
        var said = new HashMap<>(columns("product=p,time=t,price=e"));
        var text = "p;t;e\nA;2026-01-05;" + number + "\n";

        var refused = unusable(bytes(text), said);

        assertThat(refused.code()).isEqualTo("wrong-columns");
        assertThat(refused.words()).contains(number, "--decimal");
        said.put("decimal", number.substring(1, 2).equals(".") ? "," : ".");
        imported(text, said);
        assertThat(shop.purchases().getFirst().total()).isEqualTo(Money.of("1234", "EUR"));
    }

    @Test
    void numbers_that_contradict_each_other_are_not_guessed() {
        assertThat(
                        unusable(
                                        bytes("p;t;e\nA;2026-01-05;1.50\nB;2026-01-05;1,50\n"),
                                        columns("product=p,time=t,price=e"))
                                .words())
                .contains("decimal point and others a decimal comma");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void the_sign_between_columns_is_found(String sign) {
        imported(SALES.replace(",", sign), columns(MINIMAL));

        assertThat(shop.purchases()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void every_kind_of_line_end_is_read(String end) {
        imported("\uFEFF" + SALES.replace("\n", end), columns(MINIMAL));

        assertThat(shop.purchases()).hasSize(2);
    }

    @Test
    void another_charset_must_be_said_and_is_then_read() {
        var text = "p;t;n\nA;2026-01-05;Tee\nB;2026-01-05;Käse\n";
        var windows = text.getBytes(Charset.forName("windows-1252"));
        var said = new HashMap<>(columns("product=p,time=t,name=n"));

        var refused = unusable(windows, said);
        assertThat(refused.code()).isEqualTo("wrong-charset");
        assertThat(refused.words()).contains("line 3", "--charset windows-1252");

        said.put("charset", "windows-1252");
        assertThat(takeIn(windows, said)).isInstanceOf(Imported.class);
        assertThat(shop.product("B").name()).isEqualTo("Käse");
    }

    @Test
    void a_sheet_saved_as_Unicode_text_is_read() {
        var utf16 = ("\uFEFF" + SALES.replace(",", "\t")).getBytes(StandardCharsets.UTF_16LE);

        assertThat(takeIn(utf16, columns(MINIMAL))).isInstanceOf(Imported.class);
        assertThat(shop.purchases()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "who,what,when|has no column 'price' for price: it has who, what, when",
                "who,what,when,price,price|has two columns 'price': give one of them another name"
            })
    void a_header_that_does_not_fit_is_told_in_one_line(String header, String words) {
        var refused = unusable(bytes(header + "\n1,2,3\n"), columns(MINIMAL));

        assertThat(refused.code()).isEqualTo("wrong-columns");
        assertThat(refused.words()).contains(words).doesNotContain("\n");
    }

    @Test
    void a_wrong_mapping_is_recognised_after_a_thousand_rows() {
        var text = new StringBuilder("who,what,when,price\n");
        for (int i = 0; i < 50_000; i++) {
            text.append("ann,A,2026-01-05,tea\n");
        }

        var refused = unusable(bytes(text.toString()), columns(MINIMAL));

        assertThat(refused.code()).isEqualTo("wrong-columns");
        assertThat(refused.rows()).isEqualTo(1_000);
        assertThat(refused.words()).contains("0 of the first 1,000 rows", "unreadable-price 1,000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "ann,A,2026-02-29,1.00,1,EUR|unreadable-time|when",
                "ann,A,2026-03-29 02:30,1.00,1,EUR|time-never-was|when",
                "ann,A,,1.00,1,EUR|unreadable-time|when",
                "ann,A,2026-01-05T10:00:00+25:00,1.00,1,EUR|unreadable-time|when",
                "ann,A,2026-01-05,1.00,2147483648,EUR|unreadable-quantity|n",
                "ann,A,2026-01-05,1.00,0,EUR|quantity-zero|n",
                "ann,A,2026-01-05,1.00,0.0000001,EUR|unreadable-quantity|n",
                "ann,A,2026-01-05,-1.00,1,EUR|price-not-positive|price",
                "ann,A,2026-01-05,0.00,1,EUR|price-not-positive|price",
                "ann,A,2026-01-05,0.001,1,EUR|price-finer-than-a-penny|price",
                "ann,A,2026-01-05,1.50,1,JPY|price-finer-than-a-penny|price",
                "ann,A,2026-01-05,1000000000000000000,1,EUR|unreadable-price|price",
                "ann,A,2026-01-05,1e400,1,EUR|unreadable-price|price",
                "ann,A,2026-01-05,1.00,1,EURO|unknown-currency|cur",
                "ann,A,2026-01-05,1.00,1,USD|mixed-currencies|cur",
                "ann,A B,2026-01-05,1.00,1,EUR|unreadable-product|what",
                "ann,,2026-01-05,1.00,1,EUR|unreadable-product|what",
                "ann,A,2026-01-05,1.00,1|wrong-number-of-columns|-",
                "ann,A,2026-01-05,1.00,1,EUR,more|wrong-number-of-columns|-"
            })
    void dirt_is_left_out_and_named_by_line_column_and_reason(
            String dirt, String reason, String column) throws IOException {
        var good = "ann,A,2026-01-05 10:00,1.00,1,EUR\n";
        var said = new HashMap<>(columns(MINIMAL + ",quantity=n,currency=cur"));
        said.put("zone", "Europe/Berlin");

        var result =
                imported("who,what,when,price,n,cur\n" + good + good + dirt + "\n" + good, said);

        assertThat(result.rejected()).isEqualTo(Map.of(reason, 1L));
        assertThat(Files.readAllLines(rejects()).getLast())
                .startsWith("4," + Optional.ofNullable(column).orElse("") + "," + reason + ",");
        assertThat(shop.purchases()).hasSize(1);
        assertThat(shop.purchases().getFirst().total()).isEqualTo(Money.of("3.00", "EUR"));
        assertThat(Files.getPosixFilePermissions(rejects())).hasSize(2);
    }

    @Test
    void control_characters_are_left_out_and_a_lone_surrogate_is_no_text() {
        var text = "p,t,n\nA,2026-01-05,Tea\nB,2026-01-05,T\0a\nC,2026-01-05,Tea\n";
        var said = columns("product=p,time=t,name=n");

        assertThat(imported(text, said).rejected()).isEqualTo(Map.of("unreadable-name", 1L));

        var surrogate = bytes("p,t,n\nA,2026-01-05,T?\n");
        var broken = new byte[surrogate.length + 2];
        System.arraycopy(surrogate, 0, broken, 0, surrogate.length - 2);
        broken[surrogate.length - 2] = (byte) 0xed;
        broken[surrogate.length - 1] = (byte) 0xa0;
        broken[surrogate.length] = (byte) 0x80;
        broken[surrogate.length + 1] = '\n';
        assertThat(unusable(broken, said).words()).contains("line 2", "is not written in UTF-8");
    }

    @Test
    void a_quote_that_is_never_closed_names_its_line_and_fills_no_memory() {
        var text = new StringBuilder(SALES).append("0019,\"0042,2026-01-05,1.00\n");
        text.append("0020,0042,2026-01-05 10:00:00,1.00\n".repeat(100_000));

        var refused = unusable(bytes(text.toString()), columns(MINIMAL));

        assertThat(refused.code()).isEqualTo("broken-quote");
        assertThat(refused.words()).contains("line 5", "a quote that is never closed");
    }

    @Test
    void a_gzip_file_that_was_made_to_fill_the_disk_is_not_read_to_its_end() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(bytes("who,what,when,price\n"));
            var block = bytes("0020,0042,2026-01-05,1.00\n".repeat(40_000));
            for (int i = 0; i < 200; i++) {
                out.write(block);
            }
        }

        var refused = unusable(packed.toByteArray(), columns(MINIMAL));

        assertThat(refused.code()).isEqualTo("too-dense");
        assertThat(refused.words()).contains("more than 200 times", "unpack it yourself");
        assertThat(refused.rows()).isLessThan(200 * 40_000);
    }

    @Test
    void empty_binary_and_other_files_are_refused_in_one_line() {
        assertThat(unusable(new byte[0], columns(MINIMAL)).code()).isEqualTo("empty");
        assertThat(unusable(new byte[] {0, 1, 2, 3, 4, 10, 0}, columns(MINIMAL)).words())
                .contains("is a binary file, not CSV");
        assertThat(unusable(bytes("<html>"), columns(MINIMAL)).words()).contains("XML or HTML");
        assertThat(unusable(bytes("PK\3\4"), columns(MINIMAL)).words()).contains("zip archive");
        assertThat(unusable(bytes("who,what,when,price\n"), columns(MINIMAL)).code())
                .isEqualTo("empty");
        assertThat(unusable(bytes(SALES + "0019,00042"), columns(MINIMAL)).words())
                .contains("ends in the middle of line 5");
    }

    @Test
    void a_column_called_like_a_formula_runs_nowhere() throws IOException {
        imported("=cmd,t\nA B,2026-01-05\nA,2026-01-05\n", columns("product==cmd,time=t"));

        assertThat(Files.readAllLines(rejects()).getLast()).startsWith("2,'=cmd,");
    }

    @Test
    void a_line_of_twenty_megabytes_is_refused() {
        var refused = unusable(bytes(SALES + "x".repeat(20_000_000) + "\n"), columns(MINIMAL));

        assertThat(refused.code()).isEqualTo("broken-quote");
        assertThat(refused.words()).contains("line 5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "columns|product=a|--columns needs time=…: which column is it?",
                "columns|time=a|--columns needs product=…: which column is it?",
                "columns|product|--columns needs pairs such as product=SKU,time=Date, not 'product'",
                "columns|colour=a,product=b,time=c|--columns needs pairs such as product=SKU,time=Date, not 'colour=a'",
                "columns|product=a,product=b,time=c|--columns names product twice",
                "delimiter|;;|--delimiter needs one sign, or tab, not ';;'",
                "decimal|x|--decimal needs a point or a comma, not 'x'",
                "charset|utf-9000|--charset needs the name of a charset, not 'utf-9000'",
                "zone|Mars/Base|--zone needs a time zone such as Europe/Berlin, not 'Mars/Base'",
                "currency|EURO|--currency needs a currency such as EUR, not 'EURO'",
                "country|Germany|--country needs a country such as DE, not 'Germany'",
                "customer-type|cookie|--customer-type needs loyalty, email, phone or crm, not 'cookie'",
                "source|a b|--source needs a short name, not 'a b'"
            })
    void wrong_options_are_told_in_one_line(String option, String value, String words) {
        assertThatThrownBy(() -> ImportOptions.of(Map.of(option, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    @Test
    void a_pattern_that_is_none_is_told() {
        var said = new HashMap<>(columns(MINIMAL));
        said.put("time", "the day");

        assertThat(unusable(bytes(SALES), said).words()).contains("'the day' is no pattern");
    }

    @Test
    void a_look_counts_and_takes_nothing() {
        var look =
                ShopDataModule.look(
                        source("sales.csv", bytes(SALES + "x,y,z,0\n"), columns(MINIMAL)),
                        Progress.UNSEEN);

        var tried = assertThat(look).asInstanceOf(type(Tried.class)).actual();
        assertThat(tried.receipts()).isEqualTo(2);
        assertThat(tried.products()).isEqualTo(2);
        assertThat(tried.firstRejects()).singleElement().asString().contains("line 5, column when");
        assertThat(shop.log.facts()).isEmpty();
        assertThat(rejects()).doesNotExist();
    }

    @Test
    void a_file_nobody_knows_is_told_how_to_name_its_columns() {
        var refused = unusable(bytes(SALES), Map.of());

        assertThat(refused.code()).isEqualTo("wrong-columns");
        assertThat(refused.words()).contains("who,what,when,price", "--columns product=");
    }

    private Imported imported(String text, Map<String, String> said) {
        return assertThat(takeIn(bytes(text), said)).asInstanceOf(type(Imported.class)).actual();
    }

    private void imported(String name, String text) {
        var source = source(name, bytes(text), columns("product=p,time=t,price=e"));
        assertThat(shop.takeIn(source)).isInstanceOf(Imported.class);
    }

    /** Refused, with nothing written anywhere. */
    private Unusable unusable(byte[] content, Map<String, String> said) {
        int before = shop.log.facts().size();
        var result = takeIn(content, said);
        assertThat(shop.log.facts()).hasSize(before);
        return assertThat(result).asInstanceOf(type(Unusable.class)).actual();
    }

    private ImportResult takeIn(byte[] content, Map<String, String> said) {
        return shop.takeIn(source("sales.csv", content, said));
    }

    private ShopSource source(String name, byte[] content, Map<String, String> said) {
        try {
            return ShopDataModule.file(
                    Files.write(folder.resolve(name), content),
                    ImportOptions.of(said),
                    FakeShop.KEYS,
                    rejects(),
                    CLOCK);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Path rejects() {
        return folder.resolve("out").resolve("rejects.csv").toAbsolutePath();
    }

    private static Map<String, String> columns(String said) {
        return Map.of("columns", said);
    }

    private static Identifier crm(String value) {
        return new Identifier(IdentifierType.CRM, value);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
