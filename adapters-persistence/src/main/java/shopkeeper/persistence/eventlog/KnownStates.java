package shopkeeper.persistence.eventlog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import shopkeeper.domain.kernel.Fact;

/**
 * States told lately, each with how far of the log it knows, so that the next decision about the
 * same thing need not be told the story again.
 *
 * <p>A state may be out of date: another node may have appended. So it only serves to decide an
 * append, whose condition is checked from where the state ends; whatever else is decided on it must
 * be decided again on a fresh look.
 */
final class KnownStates {
    /** What one state costs beside the text it was told of. */
    private static final int OVERHEAD = 400;

    private final long mostBytes;
    private final ReentrantLock lock = new ReentrantLock();
    private final LinkedHashMap<Key, Known<?>> known = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    /**
     * @param mostBytes of the stored text that the states were told of; 0 keeps none
     */
    KnownStates(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Stories that are kept are constants of their adapters: the same is the same object. */
    private static final class Key {
        private final Story<?, ?> story;
        private final String tag;

        Key(Story<?, ?> story, String tag) {
            this.story = story;
            this.tag = tag;
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // what is asked is whether it is the same constant
        public boolean equals(Object other) {
            return other instanceof Key key && key.story == story && key.tag.equals(tag);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(story) * 31 + tag.hashCode();
        }
    }

    /**
     * @param version position of the last fact that makes a version of what is edited, or 0
     * @param upTo no fact of the story up to here is missing
     * @param bytes of the stored text it was told of
     */
    record Known<S>(S state, long version, long upTo, long bytes) {}

    /** Nothing of a story that begins with no tag; of many tags none is kept. */
    @SuppressWarnings("unchecked") // a story's own state is kept under it
    <S, F extends Fact> Optional<Known<S>> of(Story<S, F> story, Set<String> tags) {
        if (mostBytes == 0 || tags.size() > 1 || !story.kept()) {
            return Optional.empty();
        }
        if (tags.isEmpty()) {
            return Optional.of(new Known<>(story.empty(), 0, 0, 0));
        }
        lock.lock();
        try {
            return Optional.ofNullable(
                    (Known<S>) known.get(new Key(story, tags.iterator().next())));
        } finally {
            lock.unlock();
        }
    }

    /** Kept unless something newer is; the one not asked for longest makes room. */
    <S, F extends Fact> void keep(Story<S, F> story, Set<String> tags, Known<S> state) {
        if (tags.size() != 1 || !story.kept() || state.bytes > mostBytes / 4) {
            return;
        }
        lock.lock();
        try {
            known.merge(
                    new Key(story, tags.iterator().next()),
                    state,
                    (before, after) -> {
                        boolean newer = after.upTo >= before.upTo;
                        bytes -= weight(newer ? before : after);
                        return newer ? after : before;
                    });
            bytes += weight(state);
            makeRoom();
        } finally {
            lock.unlock();
        }
    }

    void forget(Story<?, ?> story, Set<String> tags) {
        if (tags.size() != 1) {
            return;
        }
        lock.lock();
        try {
            Known<?> gone = known.remove(new Key(story, tags.iterator().next()));
            bytes -= gone == null ? 0 : weight(gone);
        } finally {
            lock.unlock();
        }
    }

    /** What the kept states cost. */
    long bytes() {
        lock.lock();
        try {
            return bytes;
        } finally {
            lock.unlock();
        }
    }

    private void makeRoom() {
        var eldest = known.entrySet().iterator();
        while (bytes > mostBytes && eldest.hasNext()) {
            Map.Entry<Key, Known<?>> gone = eldest.next();
            bytes -= weight(gone.getValue());
            eldest.remove();
        }
    }

    private static long weight(Known<?> state) {
        return state.bytes + OVERHEAD;
    }
}
