package shopkeeper.persistence.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopkeeper.persistence.schema.Outage;

/**
 * Writes what could not be written at once: one batch after the other under the head's lock, again
 * after an outage, and in halves where somebody in it cannot be stored.
 *
 * <p>Used by the writer's thread; answers are given by the committer's too.
 */
final class PatientWriter {
    private static final Logger LOG = LoggerFactory.getLogger(PatientWriter.class);
    private static final int TRIES = 6;
    private static final long PAUSE_MILLIS = 50;

    private final LogWriter.Connections connections;
    private final OwnAppends own;
    private final LongConsumer committed;
    private final WriterFigures figures;
    private final CountDownLatch closing;

    PatientWriter(
            LogWriter.Connections connections,
            OwnAppends own,
            LongConsumer committed,
            WriterFigures figures,
            CountDownLatch closing) {
        this.connections = connections;
        this.own = own;
        this.committed = committed;
        this.figures = figures;
        this.closing = closing;
    }

    /**
     * Everybody in a batch that is committed hears so, and so do those who follow the log. Whoever
     * was answered has been counted.
     */
    void answer(AppendBatch batch) {
        figures.wrote(batch.size(), batch.rejected());
        long head = batch.complete();
        try {
            committed.accept(head);
        } catch (RuntimeException | Error e) {
            // What is committed stays so, whatever those who listen make of it.
            LOG.error("A listener of the log failed at {}: report this", head, e);
        }
    }

    /** Whatever goes wrong with one batch, everybody in it hears so and the next is written. */
    static void fail(AppendBatch batch, Lane on, Throwable failure) {
        LOG.error("A batch could not be written: report this", failure);
        on.disconnect();
        batch.fail(failure);
    }

    /**
     * A batch that fails for a reason of its own is halved until the one append is found that
     * nobody can store; where it is known already, it is left out.
     */
    void halve(AppendBatch batch, Lane lane, Throwable failure) throws InterruptedException {
        if (failure instanceof RiderFailed alone) {
            LOG.warn("What rides with an append could not be written", failure);
            alone.append().done().completeExceptionally(alone.told());
            if (batch.size() > 1) {
                write(batch.without(alone.append()), lane, false);
            }
            return;
        }
        if (batch.size() == 1) {
            LOG.warn("An append was refused by the database", failure);
            batch.fail(failure);
            return;
        }
        for (AppendBatch half : batch.halves()) {
            write(half, lane, false);
        }
    }

    /**
     * Everybody in it has been answered then.
     *
     * @param inDoubt whether its commit may have happened already
     */
    void write(AppendBatch batch, Lane lane, boolean inDoubt) throws InterruptedException {
        try {
            writeDespiteOutages(batch, lane, inDoubt);
        } catch (LogUnavailable e) {
            own.forget();
            batch.fail(e);
            return;
        } catch (RuntimeException | SQLException e) {
            own.forget();
            lane.rollback();
            halve(batch, lane, e);
            return;
        } catch (Error e) {
            own.forget();
            fail(batch, lane, e);
            return;
        }
        batch.facts().forEach(own::add);
        answer(batch);
    }

    private void writeDespiteOutages(AppendBatch batch, Lane lane, boolean inDoubt)
            throws InterruptedException, SQLException {
        boolean committing = inDoubt;
        for (int attempt = 1; ; attempt++) {
            try {
                Connection open = lane.open();
                DSLContext tx = connections.on(open);
                if (committing && batch.wasCommitted(open, tx)) {
                    return;
                }
                committing = false;
                batch.begin(open, tx, own);
                try (PreparedStatement rest = batch.rest(open)) {
                    committing = true;
                    long begin = System.nanoTime();
                    connections.commit(rest);
                    figures.committed(System.nanoTime() - begin);
                }
                return;
            } catch (RuntimeException | SQLException e) {
                if (!Outage.isBehind(e) && !lane.isLost()) {
                    throw e;
                }
                own.forget();
                lane.disconnect();
                LOG.warn("The log's connection was lost (try {} of {})", attempt, TRIES, e);
                if (attempt == TRIES
                        || closing.await(PAUSE_MILLIS << attempt, TimeUnit.MILLISECONDS)) {
                    throw new LogUnavailable("the log's database cannot be reached", e);
                }
            }
        }
    }
}
