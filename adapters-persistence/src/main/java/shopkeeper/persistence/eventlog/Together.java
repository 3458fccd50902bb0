package shopkeeper.persistence.eventlog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
    private static final long PATIENCE_SECONDS = 8;

    private final Function<List<Q>, List<A>> answers;
    private final int atOnce;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Asked<Q, A>> waiting = new ArrayDeque<>();
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

    /**
     * @param answers one for each question, in their order
     * @param atOnce how many may be answering at the same time
     */
    public Together(Function<List<Q>, List<A>> answers, int atOnce) {
        this.answers = answers;
        this.atOnce = atOnce;
    }

    /**
     * Whatever the answering throws, this throws.
     *
     * @throws LogUnavailable when its turn does not come in time, or too many wait already
     */
    public A ask(Q question) {
        Asked<Q, A> mine = Asked.of(question);
        if (goesNow(mine) || isMyTurn(mine)) {
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

    /** Whether it is to ask for all; if not, somebody did. */
    private boolean isMyTurn(Asked<Q, A> mine) {
        try {
            return mine.turn.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            if (giveUp(mine)) {
                throw new LogUnavailable("the database does not answer", e);
            }
            // Somebody took it along a moment ago: that answer is bounded by the database's limits.
            return mine.turn.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnavailable("interrupted while waiting for the database", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a turn never fails", e);
        }
    }

    private boolean giveUp(Asked<Q, A> mine) {
        lock.lock();
        try {
            return waiting.remove(mine);
        } finally {
            lock.unlock();
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
            return false;
        } finally {
            lock.unlock();
        }
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
