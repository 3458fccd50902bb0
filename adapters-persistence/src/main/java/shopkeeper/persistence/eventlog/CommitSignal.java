package shopkeeper.persistence.eventlog;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;

/** Tells who follows the log that this node has appended. Whoever listens returns at once. */
final class CommitSignal implements LongConsumer {
    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();

    void listen(LongConsumer listener) {
        listeners.add(listener);
    }

    @Override
    public void accept(long head) {
        listeners.forEach(listener -> listener.accept(head));
    }
}
