package shopkeeper.persistence.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopkeeper.persistence.schema.Outage;

/**
 * Writes one batch after the other. While one is being committed, the rows of the next are written
 * on a second connection, at the positions they will have if that commit succeeds and nobody else
 * appends; only the head's lock, asked for after that commit, makes it so.
 *
 * <p>Used by the writer's thread alone; commits that overlap with the next batch run on a thread of
 * their own, one at a time.
 */
final class BatchWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BatchWriter.class);

    /** After another node was in the way, so many batches are written one by one. */
    private static final int CAUTIOUS = 50;

    private final LogWriter.Connections connections;
    private final WriterFigures figures;
    private final OwnAppends own = new OwnAppends();
    private final PatientWriter patient;
    private final ExecutorService committer =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("log-committer").daemon().factory());
    private Lane lane;
    private Lane other;
    private @Nullable Flight flight;
    private int cautious;

    /** A batch that is being committed, and what became of it: nothing when all went well. */
    private record Flight(AppendBatch batch, Lane lane, Future<@Nullable Throwable> outcome) {}

    BatchWriter(
            LogWriter.Connections connections,
            LongConsumer committed,
            WriterFigures figures,
            CountDownLatch closing) {
        this.connections = connections;
        this.figures = figures;
        this.patient = new PatientWriter(connections, own, committed, figures, closing);
        this.lane = new Lane(connections);
        this.other = new Lane(connections);
    }

    /**
     * Returns when everybody in it has been answered or, where enough others wait already, when
     * only its commit is left.
     */
    void write(AppendBatch batch, BooleanSupplier enoughWait) throws InterruptedException {
        boolean ahead = wentAhead(batch);
        if (!land() && ahead) {
            lane.rollback();
            ahead = false;
        }
        if (!ahead && !began(batch)) {
            return;
        }
        batch.facts().forEach(own::add);
        boolean flies = ahead || enoughWait.getAsBoolean();
        if (flies && !ahead && !wroteRows(batch)) {
            return;
        }
        if (flies) {
            depart(batch);
        } else {
            settle(batch, lane, commit(batch, lane));
        }
    }

    private void depart(AppendBatch batch) {
        Lane mine = lane;
        flight = new Flight(batch, mine, committer.submit(() -> commit(batch, mine)));
        lane = other;
        other = mine;
    }

    /**
     * Waits for the batch that is being committed; where that fails, it is written anew.
     *
     * @return whether what was in the air arrived as expected
     */
    boolean land() throws InterruptedException {
        Flight last = flight;
        if (last == null) {
            return true;
        }
        Throwable failure = outcome(last);
        flight = null;
        if (failure != null) {
            lane.rollback(); // what was written ahead of it must not be in its way
        }
        settle(last.batch, last.lane, failure);
        return failure == null;
    }

    private static @Nullable Throwable outcome(Flight flight) throws InterruptedException {
        try {
            return flight.outcome.get();
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }

    /** Who is still in the air then, because the writer itself failed, hears so. */
    @Override
    public void close() {
        committer.close();
        if (flight != null) {
            flight.batch.fail(new LogUnavailable("the log is closed", null));
        }
        lane.disconnect();
        other.disconnect();
    }

    /** Whether its rows are written already, before the batch in the air has arrived. */
    private boolean wentAhead(AppendBatch batch) {
        Flight before = flight;
        if (before == null
                || !own.knowAll(before.batch.facts())
                || !batch.canGoAhead()
                || cautious-- > 0) {
            return false;
        }
        cautious = 0;
        try {
            batch.writeAhead(lane.open(), lane.key(), own);
            return true;
        } catch (RuntimeException | SQLException | Error e) {
            LOG.debug("A batch could not be written ahead", e);
            leave(lane, e);
            return false;
        }
    }

    /** Locked, looked and judged; if not, everybody in it has been answered. */
    private boolean began(AppendBatch batch) throws InterruptedException {
        try {
            Connection open = lane.open();
            batch.begin(open, connections.on(open), own);
            return true;
        } catch (RuntimeException | SQLException | Error e) {
            settle(batch, lane, e);
            return false;
        }
    }

    /** Nothing but the head may be left for a commit that others' rows are written beside. */
    private boolean wroteRows(AppendBatch batch) throws InterruptedException {
        try {
            batch.writeRows(lane.open(), lane.key());
            return true;
        } catch (RuntimeException | SQLException | Error e) {
            settle(batch, lane, e);
            return false;
        }
    }

    /** Tells everybody, or says why not. */
    private @Nullable Throwable commit(AppendBatch batch, Lane on) {
        boolean done = false;
        try (PreparedStatement rest = batch.rest(on.open())) {
            long begin = System.nanoTime();
            connections.commit(rest);
            done = true;
            figures.committed(System.nanoTime() - begin);
        } catch (RuntimeException | SQLException | Error e) {
            if (!done) {
                return e;
            }
            LOG.debug("A statement could not be closed after its commit", e);
        }
        patient.answer(batch);
        return null;
    }

    /** Where the server itself said no, and not a broken line, nothing was committed. */
    private void settle(AppendBatch batch, Lane on, @Nullable Throwable failure)
            throws InterruptedException {
        if (failure == null) {
            return;
        }
        own.forget();
        if (failure instanceof Error) {
            PatientWriter.fail(batch, on, failure);
            return;
        }
        boolean lost = leave(on, failure);
        if (lost) {
            patient.write(batch, lane, true);
        } else if (batch.isAhead()) {
            LOG.debug("Another node appended first", failure);
            cautious = CAUTIOUS;
            patient.write(batch, lane, false);
        } else {
            patient.halve(batch, lane, failure);
        }
    }

    /** Whether the connection was lost, or had to be given up. */
    private static boolean leave(Lane on, Throwable failure) {
        boolean lost = Outage.isBehind(failure) || on.isLost();
        if (lost) {
            on.disconnect();
        } else {
            on.rollback();
        }
        return lost;
    }
}
