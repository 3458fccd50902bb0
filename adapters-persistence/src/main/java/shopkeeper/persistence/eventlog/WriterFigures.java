package shopkeeper.persistence.eventlog;

import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.jspecify.annotations.Nullable;

/** What the one who appends has done on this node since it started. */
public final class WriterFigures {
    private final IntSupplier waiting;
    private final LongAdder batches = new LongAdder();
    private final LongAdder appends = new LongAdder();
    private final LongAdder rejected = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder waitNanos = new LongAdder();
    private final LongAdder commitNanos = new LongAdder();
    private final LongAccumulator largest = new LongAccumulator(Math::max, 0);

    WriterFigures(IntSupplier waiting) {
        this.waiting = waiting;
    }

    void waited(long nanos) {
        waitNanos.add(nanos);
    }

    void committed(long nanos) {
        commitNanos.add(nanos);
    }

    void wrote(int size, int turnedAway) {
        batches.increment();
        appends.add(size);
        rejected.add(turnedAway);
        largest.accumulate(size);
    }

    /** Counts what its caller is told, unless that is how an append is meant to end. */
    void ended(@Nullable Throwable failure) {
        if (failure != null && !(failure instanceof AppendEventsTransactionRejectedException)) {
            failed.increment();
        }
    }

    /** Appends that wait now. */
    public int waiting() {
        return waiting.getAsInt();
    }

    /** Transactions, each with one commit. */
    public long batches() {
        return batches.sum();
    }

    /** Appends in all batches, those included that were rejected. */
    public long appends() {
        return appends.sum();
    }

    /** Appends whose condition no longer held. */
    public long rejected() {
        return rejected.sum();
    }

    /**
     * Appends that ended otherwise: too many waited, their turn did not come in time, the log could
     * not be reached, or they could not be stored.
     */
    public long failed() {
        return failed.sum();
    }

    /** Most appends in one batch. */
    public long largestBatch() {
        return largest.get();
    }

    /** Seconds that appends waited until their batch began, all together. */
    public double secondsWaited() {
        return waitNanos.sum() / 1e9;
    }

    /** Seconds that writing rows and committing took, all together. */
    public double secondsCommitting() {
        return commitNanos.sum() / 1e9;
    }
}
