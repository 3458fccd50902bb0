package shopkeeper.files.shopdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shopkeeper.application.behavior.RecordReceipt;
import shopkeeper.files.shopdata.ImportResult.Imported;
import shopkeeper.files.shopdata.ImportResult.Tally;

/** An import that stops anywhere goes on and counts as if it had not. */
class ResumeImportTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));
    private static final int RECEIPTS = 2_500;

    @TempDir Path folder;
    private FakeShop shop;
    private final List<String> notes = new ArrayList<>();
    private final Progress progress =
            new Progress() {
                @Override
                public void at(long rowsDone, long rowsTotal, String phase) {}

                @Override
                public void note(String line) {
                    notes.add(line);
                }
            };

    @BeforeEach
    void open() {
        shop = new FakeShop(CLOCK, folder);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 999, 1_000, 1_001, 2_499})
    void wherever_it_stops_the_counts_are_those_of_an_undisturbed_import(int after)
            throws IOException {
        stopAfter(after);

        var result = takeIn(shop.receipts());

        assertThat(result.receipts()).isEqualTo(new Tally(RECEIPTS, 0));
        assertThat(result.customers()).isEqualTo(new Tally(10, 0));
        assertThat(result.products()).isEqualTo(new Tally(7, 0));
        assertThat(result.priceBooks()).isEqualTo(new Tally(1, 0));
        assertThat(result.rejected()).isEqualTo(Map.of("unreadable-price", 1L));
        assertThat(shop.purchases()).hasSize(RECEIPTS);
        assertThat(Files.readAllLines(rejects())).hasSize(2);
        assertThat(marks()).isEmpty();
    }

    @Test
    void what_is_behind_the_mark_is_not_sent_again() {
        stopAfter(2_000);
        var sent = new AtomicInteger();
        var real = shop.receipts();

        takeIn(command -> {
            sent.incrementAndGet();
            return real.record(command);
        });

        assertThat(sent.get()).isLessThanOrEqualTo(RECEIPTS - 900);
        assertThat(notes).anyMatch(note -> note.contains("goes on after"));
    }

    @Test
    void what_was_known_before_the_import_is_not_counted_as_its_own() {
        var same =
                """
                who,what,when,price
                K0,A0,2026-01-01,1.00
                """;
        takeIn(same, shop.receipts());
        stopAfter(500);

        var result = takeIn(shop.receipts());

        assertThat(result.receipts()).isEqualTo(new Tally(RECEIPTS, 0));
        assertThat(result.customers()).isEqualTo(new Tally(9, 1));
    }

    @Test
    void a_file_that_changed_is_noticed_and_begun_anew() {
        stopAfter(1_500);

        var changed = takeIn(text() + "new,A1,2026-02-28,1.00\n", shop.receipts());

        assertThat(notes).anyMatch(note -> note.contains("the file changed"));
        assertThat(changed.receipts().fresh() + changed.receipts().known()).isEqualTo(RECEIPTS + 1);
        assertThat(changed.receipts().fresh()).isBetween(1L, 1_001L);
        assertThat(marks()).isEmpty();
    }

    @Test
    void a_mark_of_another_log_is_not_used() {
        stopAfter(1_500);
        shop = new FakeShop(CLOCK, folder);

        assertThat(takeIn(shop.receipts()).receipts()).isEqualTo(new Tally(RECEIPTS, 0));
        assertThat(shop.purchases()).hasSize(RECEIPTS);
    }

    @Test
    void a_mark_that_cannot_be_read_is_not_used() throws IOException {
        stopAfter(1_500);
        Files.writeString(marks().getFirst(), "{");

        assertThat(takeIn(shop.receipts()).receipts().fresh()).isBetween(1_000L, 1_001L);
        assertThat(shop.purchases()).hasSize(RECEIPTS);
    }

    @Test
    void nobody_can_be_read_from_a_mark() throws IOException {
        stopAfter(1_500);

        assertThat(Files.readString(marks().getFirst())).doesNotContain("K0").doesNotContain("K9");
        assertThat(Files.getPosixFilePermissions(marks().getFirst())).hasSize(2);
    }

    private void stopAfter(int receipts) {
        var calls = new AtomicInteger();
        var real = shop.receipts();
        assertThatThrownBy(() ->
                        takeIn(command -> {
                            if (calls.incrementAndGet() > receipts) {
                                throw new IllegalStateException("the light went out");
                            }
                            return real.record(command);
                        }))
                .hasMessageContaining("the light went out");
        assertThat(marks()).hasSize(1);
    }

    private Imported takeIn(RecordReceipt receipts) {
        return takeIn(text(), receipts);
    }

    private Imported takeIn(String text, RecordReceipt receipts) {
        try {
            var file = Files.writeString(folder.resolve("sales.csv"), text);
            var options =
                    ImportOptions.of(
                            Map.of("columns", "customer=who,product=what,time=when,price=price"));
            var source = ShopDataModule.file(file, options, FakeShop.KEYS, rejects(), CLOCK);
            return (Imported) shop.takeIn(source, progress, receipts);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String text() {
        var text = new StringBuilder("who,what,when,price\n");
        for (int i = 0; i < RECEIPTS; i++) {
            text.append(
                    "K%d,A%d,%s,1.0%d\n"
                            .formatted(
                                    i % 10,
                                    i % 7,
                                    LocalDate.of(2025, 1, 1).plusDays(i / 10),
                                    i % 10));
        }
        return text.append("K0,A0,2026-01-01,much\n").toString();
    }

    private List<Path> marks() {
        try (Stream<Path> files = Files.list(folder.resolve("imports"))) {
            return files.toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Path rejects() {
        return folder.resolve("rejects.csv").toAbsolutePath();
    }
}
