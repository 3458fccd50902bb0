package shopkeeper.persistence.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shopkeeper.persistence.schema.generated.Tables.STORE_DAY_ENTRY;
import static shopkeeper.persistence.schema.generated.Tables.TIMELINE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.TableRecord;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import shopkeeper.persistence.schema.Database;
import shopkeeper.persistence.schema.TestDatabase;
import shopkeeper.persistence.schema.generated.tables.records.StoreDayEntryRecord;
import shopkeeper.persistence.schema.generated.tables.records.TimelineRecord;

class ViewRowsTest {
    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-11-23T12:00:00.000001Z");
    private final Database database = TestDatabase.empty();

    @Test
    void rows_of_a_table_go_in_one_statement_and_stand_there_as_they_were_set() {
        List<String> statements = new ArrayList<>();
        var rows =
                LongStream.rangeClosed(1, 100)
                        .mapToObj(n -> line(n, "'" + n + "\", {\\} null, ä €\n, "))
                        .toList();
        var heard =
                database.sql()
                        .configuration()
                        .deriveAppending(
                                ExecuteListener.onExecuteStart(at -> statements.add(sql(at))));

        ViewRows.change(heard.dsl(), view -> rows.forEach(view::add));

        assertThat(statements).hasSize(1);
        assertThat(database.sql().selectFrom(TIMELINE).orderBy(TIMELINE.POSITION).fetch())
                .containsExactlyElementsOf(rows);
    }

    @Test
    void what_was_not_set_of_a_row_is_left_to_the_table() {
        ViewRows.change(
                database.sql(),
                view -> {
                    view.add(sale(1));
                    view.add(parked(2));
                    view.add(sale(3));
                });

        assertThat(
                        database.sql()
                                .selectFrom(STORE_DAY_ENTRY)
                                .orderBy(STORE_DAY_ENTRY.POSITION)
                                .fetch(STORE_DAY_ENTRY.AMOUNT))
                .containsExactly(new BigDecimal("12.50"), null, new BigDecimal("12.50"));
    }

    @Test
    void another_statement_finds_what_was_added_before_it_and_not_what_comes_after() {
        ViewRows.change(
                database.sql(),
                view -> {
                    view.add(line(1, "before"));
                    view.sql().update(TIMELINE).set(TIMELINE.WORDS, "changed").execute();
                    view.add(line(2, "after"));
                });

        assertThat(
                        database.sql()
                                .selectFrom(TIMELINE)
                                .orderBy(TIMELINE.POSITION)
                                .fetch(TIMELINE.WORDS))
                .containsExactly("changed", "after");
    }

    @Test
    void of_rows_of_which_one_cannot_be_there_none_is() {
        assertThatThrownBy(() ->
                        ViewRows.change(
                                database.sql(),
                                view -> {
                                    view.add(line(1, "one"));
                                    view.add(line(1, "and the same again"));
                                }))
                .isInstanceOf(DataAccessException.class);

        assertThat(database.sql().fetchCount(TIMELINE)).isZero();
    }

    private static String sql(ExecuteContext at) {
        return String.valueOf(at.sql());
    }

    private static TimelineRecord line(long position, String words) {
        var row = TIMELINE.newRecord();
        row.setPosition(position);
        row.setCustomer("c-ann");
        row.setOccurredAt(NOON);
        row.setReceivedAt(NOON.plusSeconds(1));
        row.setChannel("STORE");
        row.setTouchpoint("till-3");
        row.setKind("purchase");
        row.setWords(words);
        row.setReference("r-1");
        return row;
    }

    private static TableRecord<?> sale(long position) {
        var row = entry(position, "sale");
        row.setCurrency("EUR");
        row.setAmount(new BigDecimal("12.50"));
        return row;
    }

    private static TableRecord<?> parked(long position) {
        return entry(position, "parked");
    }

    private static StoreDayEntryRecord entry(long position, String kind) {
        var row = STORE_DAY_ENTRY.newRecord();
        row.setPosition(position);
        row.setStore("s-1");
        row.setDay(LocalDate.of(2026, 11, 23));
        row.setReceipt("r-" + position);
        row.setKind(kind);
        return row;
    }
}
