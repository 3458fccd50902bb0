package shopkeeper.persistence.eventlog;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.eventhandling.EventMessage;

/** The log as an endless stream for Axon; our own feed does not use it. */
final class LogStream implements MessageStream<EventMessage> {
    private final LongFunction<List<LogTable.Stored>> after;
    private final Function<LogTable.Stored, Entry<EventMessage>> entry;
    private final LogStreams streams;
    private final Deque<LogTable.Stored> buffer = new ArrayDeque<>();
    private long seen;
    private boolean closed;
    private Runnable callback = () -> {};

    LogStream(
            long seen,
            LongFunction<List<LogTable.Stored>> after,
            Function<LogTable.Stored, Entry<EventMessage>> entry,
            LogStreams streams) {
        this.seen = seen;
        this.after = after;
        this.entry = entry;
        this.streams = streams;
        streams.opened(this);
    }

    @Override
    public synchronized Optional<Entry<EventMessage>> next() {
        fill();
        return Optional.ofNullable(buffer.poll()).map(entry);
    }

    @Override
    public synchronized Optional<Entry<EventMessage>> peek() {
        fill();
        return Optional.ofNullable(buffer.peek()).map(entry);
    }

    private void fill() {
        if (buffer.isEmpty() && !closed) {
            buffer.addAll(after.apply(seen));
            seen = buffer.isEmpty() ? seen : buffer.getLast().position();
        }
    }

    @Override
    public void setCallback(Runnable callback) {
        synchronized (this) {
            this.callback = callback;
        }
        if (hasNextAvailable()) {
            callback.run();
        }
    }

    /** There may be more to read. */
    void wake() {
        callback().run();
    }

    private synchronized Runnable callback() {
        return callback;
    }

    @Override
    public Optional<Throwable> error() {
        return Optional.empty();
    }

    @Override
    public synchronized boolean isCompleted() {
        return closed;
    }

    @Override
    public boolean hasNextAvailable() {
        return peek().isPresent();
    }

    @Override
    public synchronized void close() {
        closed = true;
        buffer.clear();
        streams.closed(this);
    }
}
