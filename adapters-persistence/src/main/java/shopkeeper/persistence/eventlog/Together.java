package shopkeeper.persistence.eventlog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import shopkeeper.persistence.schema.Outage;

/**
 * Asks together what arrives together: while some questions are being answered, those that come in
 * wait and go as one. Nobody waits for others to come, and every answer is as of a moment after its
 * question was asked.
 *
 * <p>No thread of its own: one of those who ask does it for all, and hands over to one who waits.
 */
public final class Together<Q, A> {
    private static final int MOST = 256;
    private static final int MOST_WAITING = 4_096;
    private static final long PATIENCE_MILLIS = 8_000;

    private final Function<List<Q>, List<A>> answers;
    private final int atOnce;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Asked<Q, A>> waiting = new ArrayDeque<>();
    private final Patience patience;
    private int asking;

    private record Asked<Q, A>(
            Q question, CompletableFuture<A> answer, CompletableFuture<Boolean> turn) {
        static <Q, A> Asked<Q, A> of(Q question) {
            return new Asked<>(question, new CompletableFuture<>(), new CompletableFuture<>());
        }

        /** Whoever waits goes on: with the answer, or to ask for all. */
        void answered(A value) {
            answer.complete(value);
            turn.complete(false);
        }

        void failed(Throwable failure) {
            answer.completeExceptionally(failure);
            turn.complete(false);
        }
    }

    /** For its turn. */
    private final class Waits implements Patience.Waiting {
        private final Asked<Q, A> mine;

        Waits(Asked<Q, A> mine) {
            this.mine = mine;
        }

        @Override
        public boolean isOver() {
            return mine.turn.isDone();
        }

        @Override
        public void giveUp() {
            Together.this.giveUp(mine);
        }
    }

    /**
     * @param answers one for each question, in their order
     * @param atOnce how many may be answering at the same time
     */
    public Together(Function<List<Q>, List<A>> answers, int atOnce) {
        this(answers, atOnce, PATIENCE_MILLIS);
    }

    /**
     * @param patienceMillis how long one waits for its turn
     */
    Together(Function<List<Q>, List<A>> answers, int atOnce, long patienceMillis) {
        this.answers = answers;
        this.atOnce = atOnce;
        this.patience = new Patience(patienceMillis);
    }

    /**
     * Whatever the answering throws, this throws.
     *
     * @throws LogUnavailable when its turn does not come in time, or too many wait already
     */
    public A ask(Q question) {
        Asked<Q, A> mine = Asked.of(question);
        if (goesNow(mine) || mine.turn.join()) {
            try {
                answer(withOthers(mine));
            } finally {
                handOver();
            }
        }
        return answered(mine);
    }

    private static <A> A answered(Asked<?, A> mine) {
        try {
            return mine.answer.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw e;
            }
        }
    }

    /** Whoever was taken along a moment ago gets an answer, within the database's own limits. */
    private void giveUp(Asked<Q, A> mine) {
        boolean waited;
        lock.lock();
        try {
            waited = waiting.remove(mine);
        } finally {
            lock.unlock();
        }
        if (waited) {
            mine.failed(new LogUnavailable("the database does not answer", null));
        }
    }

    /** How many wait for their turn now. */
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    private boolean goesNow(Asked<Q, A> mine) {
        lock.lock();
        try {
            if (asking < atOnce) {
                asking++;
                return true;
            }
            if (waiting.size() >= MOST_WAITING) {
                throw new LogUnavailable("too many wait for the database", null);
            }
            waiting.add(mine);
        } finally {
            lock.unlock();
        }
        patience.watch(new Waits(mine));
        return false;
    }

    private List<Asked<Q, A>> withOthers(Asked<Q, A> mine) {
        List<Asked<Q, A>> batch = new ArrayList<>();
        batch.add(mine);
        lock.lock();
        try {
            while (batch.size() < MOST && !waiting.isEmpty()) {
                batch.add(waiting.remove());
            }
        } finally {
            lock.unlock();
        }
        return batch;
    }

    private void handOver() {
        Asked<Q, A> next;
        lock.lock();
        try {
            next = waiting.poll();
            if (next == null) {
                asking--;
            }
        } finally {
            lock.unlock();
        }
        if (next != null) {
            next.turn.complete(true);
        }
    }

    /**
     * A question that makes the whole fail must not take the others with it; an outage is one for
     * all.
     */
    private void answer(List<Asked<Q, A>> batch) {
        try {
            List<A> answered = answers.apply(batch.stream().map(Asked::question).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).answered(answered.get(i));
            }
        } catch (RuntimeException | Error e) {
            if (batch.size() == 1 || Outage.isBehind(e)) {
                batch.forEach(one -> one.failed(e));
                return;
            }
            batch.forEach(one -> answer(List.of(one)));
        }
    }
}
