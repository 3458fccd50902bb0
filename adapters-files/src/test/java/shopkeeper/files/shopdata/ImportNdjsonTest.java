package shopkeeper.files.shopdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.behavior.ReturnReason;
import shopkeeper.domain.consent.ConsentEvent.ConsentGranted;
import shopkeeper.domain.consent.ConsentEvent.ConsentWithdrawn;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.profile.Identifier;
import shopkeeper.domain.profile.IdentifierType;
import shopkeeper.files.shopdata.ImportResult.Imported;
import shopkeeper.files.shopdata.ImportResult.Tally;
import shopkeeper.files.shopdata.ImportResult.Unusable;

class ImportNdjsonTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));
    private static final String TEA =
            "{\"type\":\"product\",\"id\":\"TEA-1\",\"name\":\"Breakfast tea\"}\n";

    @TempDir Path folder;
    private FakeShop shop;

    @BeforeEach
    void open() {
        shop = new FakeShop(CLOCK, folder);
    }

    @Test
    void the_example_of_the_docs_is_a_whole_shop() throws IOException {
        var result = imported(example());

        assertThat(result.rejected()).isEmpty();
        assertThat(result.refused()).isEmpty();
        assertThat(result.stores()).isEqualTo(new Tally(1, 0));
        assertThat(result.products()).isEqualTo(new Tally(2, 0));
        assertThat(result.customers()).isEqualTo(new Tally(1, 0));
        assertThat(result.consents()).isEqualTo(new Tally(2, 0));
        assertThat(result.receipts()).isEqualTo(new Tally(1, 0));
        assertThat(result.returns()).isEqualTo(new Tally(1, 0));
        var ann = shop.holder(new Identifier(IdentifierType.EMAIL, "ann@example.org"));
        assertThat(ann).isEqualTo(shop.holder(loyalty()));
        assertThat(shop.purchases().getFirst().customer()).contains(ann);
        assertThat(shop.purchases().getFirst().total()).isEqualTo(Money.of("12.00", "GBP"));
        assertThat(shop.returns().getFirst().sale()).contains(new ReceiptId("shop:1001"));
        assertThat(shop.returns().getFirst().why())
                .isEqualTo(Map.of(new ProductId("MUG-1"), ReturnReason.DEFECTIVE));
        var granted = shop.facts(ConsentGranted.class).getFirst();
        assertThat(granted.customer()).isEqualTo(ann);
        assertThat(granted.notice().version()).isEqualTo("3");
        assertThat(granted.at().occurred()).isEqualTo(Instant.parse("2026-01-06T08:00:00Z"));
        assertThat(shop.facts(ConsentWithdrawn.class).getFirst().via()).isEqualTo(Via.phone());
        assertThat(shop.log.messages())
                .allSatisfy((id, content) ->
                        assertThat(id + content).doesNotContain("ann@").doesNotContain("66677"));
    }

    @Test
    void twice_changes_nothing() throws IOException {
        imported(example());
        var before = shop.log.facts();

        var again = imported(example());

        assertThat(shop.log.facts()).isEqualTo(before);
        assertThat(again.consents()).isEqualTo(new Tally(0, 2));
        assertThat(again.receipts()).isEqualTo(new Tally(0, 1));
    }

    @Test
    void it_may_be_packed() throws IOException {
        var path = folder.resolve("shop.ndjson.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(path))) {
            out.write(example().getBytes(StandardCharsets.UTF_8));
        }

        assertThat(takeIn(path)).isInstanceOf(Imported.class);
        assertThat(shop.purchases()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            nullValues = "-",
            value = {
                "null|unreadable-field|-",
                "[]|unreadable-field|-",
                "{\"type\":\"product\"|not-json|-",
                "{} {}|not-json|-",
                "=1+1|not-json|-",
                "{\"type\":\"product\",\"id\":\"A\",\"id\":\"B\",\"name\":\"x\"}|not-json|-",
                "{\"name\":\"x\"}|missing-field|type",
                "{\"type\":\"dance\"}|unknown-type|type",
                "{\"type\":\"product\",\"id\":\"A\"}|missing-field|name",
                "{\"type\":\"product\",\"id\":7,\"name\":\"x\"}|unreadable-field|id",
                "{\"type\":\"product\",\"id\":\"A B\",\"name\":\"x\"}|unreadable-field|id",
                "{\"type\":\"product\",\"id\":\"A\",\"name\":\"a\\u0000b\"}|unreadable-field|name",
                "{\"type\":\"product\",\"id\":\"A\",\"name\":\"x\",\"sold\":\"no\"}|unreadable-field|sold",
                "{\"type\":\"product\",\"id\":\"A\",\"name\":\"x\",\"nmae\":\"x\"}|unknown-field|nmae",
                "{\"type\":\"store\",\"id\":\"1\",\"name\":\"x\",\"zone\":\"Mars\",\"currency\":\"GBP\",\"country\":\"GB\"}|unreadable-field|zone",
                "{\"type\":\"stock\",\"store\":\"1\",\"product\":\"A\",\"pieces\":2147483648}|unreadable-field|pieces",
                "{\"type\":\"price-book\",\"id\":\"b\",\"currency\":\"GBP\",\"prices\":{\"A\":\"-1\"}}|unreadable-field|A",
                "{\"type\":\"price-book\",\"id\":\"b\",\"currency\":\"GBP\",\"prices\":{\"A\":\"0.001\"}}|unreadable-field|prices.A",
                "{\"type\":\"price-book\",\"id\":\"b\",\"currency\":\"GBP\",\"prices\":{\"A\":1e400}}|unreadable-field|prices.A",
                "{\"type\":\"customer\",\"identifiers\":[],\"at\":\"2026-01-01T00:00:00Z\"}|unreadable-field|identifiers",
                "{\"type\":\"customer\",\"identifiers\":[{\"type\":\"email\",\"value\":\"x\"}],\"at\":\"2026-01-01T00:00:00Z\"}|unreadable-field|identifiers.value",
                "{\"type\":\"customer\",\"identifiers\":[{\"type\":\"crm\",\"value\":\"x\"}],\"at\":\"2026-02-29T00:00:00Z\"}|unreadable-field|at",
                "{\"type\":\"purchase\",\"receipt\":\"r\",\"currency\":\"GBP\",\"lines\":[{\"product\":\"A\",\"price\":\"1.00\"}],\"total\":\"2.00\",\"at\":\"2026-01-01T00:00:00Z\"}|sums-do-not-add|total",
                "{\"type\":\"purchase\",\"receipt\":\"r\",\"currency\":\"GBP\",\"lines\":[{\"product\":\"A\",\"quantity\":2147483648,\"price\":\"1.00\"}],\"at\":\"2026-01-01T00:00:00Z\"}|unreadable-field|lines.quantity",
                "{\"type\":\"purchase\",\"receipt\":\"r\",\"currency\":\"GBP\",\"lines\":[{\"product\":\"A\",\"price\":\"1.00\"}]}|missing-field|at",
                "{\"type\":\"purchase\",\"receipt\":\"r\",\"currency\":\"GBP\",\"lines\":[{\"product\":\"A\",\"price\":\"1.00\",\"reason\":\"small\"}],\"at\":\"2026-01-01T00:00:00Z\"}|unknown-field|lines.reason",
                "{\"type\":\"return\",\"receipt\":\"r\",\"currency\":\"GBP\",\"lines\":[{\"product\":\"A\",\"price\":\"1.00\",\"reason\":7}],\"at\":\"2026-01-01T00:00:00Z\"}|unreadable-field|lines.reason",
                "{\"type\":\"consent\",\"customer\":{\"type\":\"crm\",\"value\":\"x\"},\"purpose\":\"ANALYTICS\",\"choice\":\"GRANTED\",\"method\":\"TOGGLE\",\"at\":\"2026-01-01T00:00:00Z\"}|missing-field|notice",
                "{\"type\":\"consent\",\"customer\":{\"type\":\"crm\",\"value\":\"x\"},\"purpose\":\"MARKETING_MESSAGES\",\"choice\":\"WITHDRAWN\",\"at\":\"2026-01-01T00:00:00Z\"}|unreadable-field|contactMethod"
            })
    void a_line_that_cannot_be_used_is_left_out_and_named(String dirt, String reason, String field)
            throws IOException {
        var result = imported(TEA + dirt + "\n" + TEA);

        assertThat(result.rejected()).isEqualTo(Map.of(reason, 1L));
        assertThat(Files.readAllLines(rejects()).getLast())
                .startsWith("2," + (field == null ? "" : field) + "," + reason + ",");
        assertThat(shop.products()).hasSize(1);
    }

    @Test
    void deep_and_long_lines_are_left_out() throws IOException {
        var result =
                imported(
                        TEA
                                + "[".repeat(100_000)
                                + "\n"
                                + TEA
                                + "{\"type\":\""
                                + "x".repeat(20_000_000)
                                + "\"}\n"
                                + TEA);

        assertThat(result.rejected()).isEqualTo(Map.of("not-json", 1L, "too-long", 1L));
    }

    @Test
    void a_file_of_rubbish_is_refused_with_the_first_reason() throws IOException {
        var path = Files.writeString(folder.resolve("shop.ndjson"), "{\n".repeat(5_000));

        var refused = assertThat(takeIn(path)).asInstanceOf(type(Unusable.class)).actual();

        assertThat(refused.code()).isEqualTo("rubbish");
        assertThat(refused.rows()).isEqualTo(1_000);
        assertThat(refused.words()).contains("line 1: not-json");
        assertThat(shop.log.facts()).isEmpty();
    }

    private Imported imported(String text) throws IOException {
        var result = takeIn(Files.writeString(folder.resolve("shop.ndjson"), text));
        return assertThat(result).asInstanceOf(type(Imported.class)).actual();
    }

    private ImportResult takeIn(Path path) {
        return shop.takeIn(
                ShopDataModule.file(path, ImportOptions.NONE, FakeShop.KEYS, rejects(), CLOCK));
    }

    private Path rejects() {
        return folder.resolve("rejects.csv").toAbsolutePath();
    }

    private static Identifier loyalty() {
        return new Identifier(IdentifierType.LOYALTY, "40000066677");
    }

    private static String example() throws IOException {
        return Files.readString(Path.of("..", "docs", "examples", "shop.ndjson"));
    }
}
