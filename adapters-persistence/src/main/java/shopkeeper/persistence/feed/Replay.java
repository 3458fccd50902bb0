package shopkeeper.persistence.feed;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.schema.Database;

/**
 * Rebuilds a view from the first fact on, beside the live one and in flat memory, and puts it in
 * its place while everybody goes on.
 */
public final class Replay {
    /** What is built beside the live view may be lost with a crash; the swap may not. */
    private static final String OPTIONS =
            "-c synchronous_commit=off -c lock_timeout=2000 -c jit=off -c maintenance_work_mem=64MB";

    private static final int SWAPS = 30;
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Database database;
    private final EventLog log;
    private final Clock clock;
    private final Projection view;
    private final int batch;
    private final LongConsumer told;

    /**
     * What came of it.
     *
     * @param upTo the last fact that is in it
     * @param rows table by table
     * @param parked how many facts could not be taken in, or come after such a one
     * @param took without what was waited for the live view
     */
    public record Rebuilt(long upTo, Map<String, Long> rows, int parked, Duration took) {
        public long perSecond() {
            return Math.round(upTo / Math.max(0.001, took.toNanos() / 1e9));
        }
    }

    /** Both views at the same position. */
    public record Compared(long at, ViewDump live, ViewDump replayed) {
        public boolean areEqual() {
            return live.equals(replayed);
        }
    }

    private interface Ending<T> {
        /** In the transaction that holds the live view's row; both have come to the position. */
        T end(Shadow shadow, DSLContext tx, long position);
    }

    /**
     * @param batch how many facts share a transaction
     * @param told hears now and then how far it has come
     * @throws IllegalArgumentException when the view names no tables
     */
    public Replay(
            Database database,
            EventLog log,
            Clock clock,
            Projection view,
            int batch,
            LongConsumer told) {
        if (view.tables().isEmpty()) {
            throw new IllegalArgumentException(view.name() + " names no tables to rebuild");
        }
        this.database = database;
        this.log = log;
        this.clock = clock;
        this.view = view;
        this.batch = batch;
        this.told = told;
    }

    /**
     * Rebuilds the view and swaps it in.
     *
     * @throws IllegalStateException when the same view is being replayed already, or readers never
     *     let go of it
     */
    public Rebuilt swap() {
        long began = System.nanoTime();
        return rebuild((shadow, tx, position) -> {
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            Rebuilt rebuilt = new Rebuilt(position, shadow.rows(), parked(tx), took);
            shadow.swap(tx);
            tx.execute("set local synchronous_commit = on");
            return rebuilt;
        });
    }

    /** Rebuilds the view, holds it against the live one, and throws it away. */
    public Compared compare() {
        return rebuild(
                (shadow, _, position) -> new Compared(position, shadow.dumpLive(), shadow.dump()));
    }

    private <T> T rebuild(Ending<T> ending) {
        try (Connection connection = database.connect("replay", OPTIONS)) {
            DSLContext sql = database.on(connection);
            demandToBeAlone(sql);
            Shadow shadow = new Shadow(sql, view);
            shadow.make();
            try {
                return rebuild(shadow, sql, ending);
            } finally {
                shadow.drop();
            }
        } catch (SQLException e) {
            throw new DataAccessException("the replay's connection was lost", e);
        }
    }

    private void demandToBeAlone(DSLContext sql) {
        boolean alone =
                sql.fetchSingle(
                                "select pg_try_advisory_lock(hashtext('replay'), hashtext(?))",
                                view.name())
                        .get(0, Boolean.class);
        if (!alone) {
            throw new IllegalStateException(
                    view.name() + " is being replayed already: wait until that is done");
        }
    }

    private <T> T rebuild(Shadow shadow, DSLContext sql, Ending<T> ending) {
        ViewIntake intake = intake(sql);
        takeUpTo(live(sql), intake);
        shadow.index();
        takeUpTo(live(sql), intake);
        for (int attempt = 1; ; attempt++) {
            long before = intake.stored();
            try {
                return sql.transactionResult(transaction -> {
                    DSLContext tx = transaction.dsl();
                    long live = Shadow.lockLive(tx, view.name());
                    ViewIntake last = intake(tx);
                    last.begin(before);
                    takeUpTo(live, last);
                    return ending.end(shadow, tx, live);
                });
            } catch (DataAccessException e) {
                if (attempt == SWAPS || !LOCK_NOT_AVAILABLE.equals(e.sqlState())) {
                    throw e;
                }
            }
        }
    }

    private long live(DSLContext sql) {
        return sql.fetchOptional(
                        "select position from public.follower_position where follower = ?",
                        view.name())
                .map(row -> row.get(0, Long.class))
                .orElse(0L);
    }

    private ViewIntake intake(DSLContext sql) {
        ParkingLot parking = new ParkingLot(sql, clock, "");
        return new ViewIntake(view, log, parking, sql, new ShadowRow(view.name(), parking));
    }

    private void takeUpTo(long end, ViewIntake intake) {
        LogAhead ahead = new LogAhead(log, view.follows(), intake.stored(), end, batch);
        while (!ahead.isAtEnd()) {
            LogAhead.Piece piece = ahead.next();
            intake.take(piece.entries(), piece.upTo());
            told.accept(intake.stored());
        }
    }

    private int parked(DSLContext tx) {
        return tx.fetchSingle("select count(*) from parked_fact").get(0, Integer.class);
    }

    /** The row beside the live one; nobody else has it. */
    private record ShadowRow(String view, ParkingLot parking) implements ViewIntake.Row {
        @Override
        public Standing lock(DSLContext tx) {
            Map<String, Long> parked = new HashMap<>(parking.sequences(tx, view));
            long position =
                    tx.fetchSingle(
                                    "select position from follower_position where follower = ?",
                                    view)
                            .get(0, Long.class);
            return new Standing(position, parked);
        }

        @Override
        public void store(DSLContext tx, long position) {
            tx.execute(
                    "update follower_position set position = ? where follower = ?", position, view);
        }
    }
}
