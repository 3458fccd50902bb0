package shopkeeper.persistence.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shopkeeper.application.kernel.Logged;
import shopkeeper.application.kernel.Unavailable;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Position;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.eventlog.LogEntry;
import shopkeeper.persistence.eventlog.Tally;
import shopkeeper.persistence.eventlog.Tally.TallyFact.Counted;
import shopkeeper.persistence.schema.Database;
import shopkeeper.persistence.schema.TestDatabase;

class ViewIntakeTest {
    private final Database database = TestDatabase.empty();
    private final EventLog log =
            EventLog.open(
                    database, List.of(Tally.catalog()), Tally.secret(), InstantSource.system());

    /** One row for each fact it was shown. */
    private static final class Rows implements Projection {
        @Override
        public String name() {
            return "rows";
        }

        @Override
        public void apply(Logged<? extends Fact> logged, ViewRows rows) {
            rows.sql().execute("insert into intake_row values (?)", logged.position().value());
        }
    }

    @BeforeEach
    void makeTable() {
        database.sql().execute("create table if not exists intake_row (position bigint)");
        database.sql().execute("truncate intake_row");
    }

    @AfterEach
    void close() {
        database.sql().execute("drop table intake_row");
        log.close();
    }

    @Test
    void an_effect_whose_position_cannot_be_stored_is_not_there_either() {
        log.add(new MessageId("test", "1"), new Counted(Tally.who("ann"), 1), List.of());
        List<LogEntry> entries = log.after(Position.START, 10);
        AtomicInteger stores = new AtomicInteger();
        ViewIntake intake =
                new ViewIntake(
                        new Rows(),
                        log,
                        new ParkingLot(database.sql(), Clock.systemUTC(), ""),
                        database.sql(),
                        new ViewIntake.Row() {
                            @Override
                            public Standing lock(DSLContext tx) {
                                return new Standing(0, new HashMap<>());
                            }

                            @Override
                            public void store(DSLContext tx, long position) {
                                if (stores.incrementAndGet() == 1) {
                                    throw new Unavailable("the line is dead");
                                }
                            }
                        });
        intake.begin(0);

        assertThatThrownBy(() -> intake.take(entries, 1)).isInstanceOf(Unavailable.class);
        assertThat(rows()).isZero();
        intake.begin(0);
        assertThat(intake.take(entries, 1)).isEqualTo(1);
        assertThat(rows()).isOne();
    }

    private int rows() {
        return database.sql().fetchCount(org.jooq.impl.DSL.table("intake_row"));
    }
}
