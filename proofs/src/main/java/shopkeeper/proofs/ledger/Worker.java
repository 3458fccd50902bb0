package shopkeeper.proofs.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Writes one after the other on one line; what is in doubt is asked again with the same key until
 * it is answered.
 */
final class Worker implements Runnable {
    private static final long AGAIN_AFTER_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final Line line;
    private final Predicate<Write> own;
    private final Random chance;
    private final BiFunction<Random, Predicate<String>, Optional<Write>> next;
    private final Desk desk;
    private final Deque<Doubt> doubts = new ArrayDeque<>();

    /** How many were meant so far; the first poison comes soon. */
    private int written;

    /**
     * What all workers share.
     *
     * @param poisonEach one of so many is of no use to anybody; 0: none
     */
    record Desk(Book book, Past past, Tally tally, BooleanSupplier open, int poisonEach) {}

    private record Doubt(Write write, long notBefore) {}

    /**
     * @param own what this line may say again
     * @param next nothing where it must wait for what is in doubt
     */
    Worker(
            Line line,
            Predicate<Write> own,
            Random chance,
            BiFunction<Random, Predicate<String>, Optional<Write>> next,
            Desk desk) {
        this.line = line;
        this.own = own;
        this.chance = chance;
        this.next = next;
        this.desk = desk;
    }

    private boolean doubts(String target) {
        return doubts.stream().anyMatch(doubt -> doubt.write.target().equals(target));
    }

    @Override
    public void run() {
        try (line) {
            while (desk.open.getAsBoolean() || !doubts.isEmpty()) {
                step();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the book cannot be written", e);
        }
    }

    private void step() throws IOException {
        Doubt oldest = doubts.peek();
        if (oldest != null && System.nanoTime() - oldest.notBefore >= 0) {
            doubts.remove();
            desk.tally.retries.incrementAndGet();
            attempt(oldest.write);
        } else if (!desk.open.getAsBoolean()) {
            LockSupport.parkNanos(PAUSE_NANOS);
        } else if (chance.nextInt(20) == 0) {
            repeat();
        } else {
            Optional<Write> write = next.apply(chance, this::doubts);
            if (write.isPresent() && desk.poisonEach > 0 && written++ % desk.poisonEach == 3) {
                poison(write.get().poisoned());
            } else if (write.isPresent()) {
                desk.tally.meant.incrementAndGet();
                desk.book.meant(write.get());
                attempt(write.get());
            } else {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private void attempt(Write write) throws IOException {
        Answer answer;
        try {
            answer = line.send(write);
        } catch (Exception e) {
            desk.tally.inDoubt.incrementAndGet();
            again(write);
            LockSupport.parkNanos(PAUSE_NANOS);
            return;
        }
        switch (answer.kind()) {
            case DONE -> {
                desk.book.acknowledged(write);
                desk.past.add(write, answer);
                desk.tally.acknowledged.incrementAndGet();
            }
            case LATER -> again(write);
            case CONFLICT, REFUSED ->
                    throw new IllegalStateException(
                            "%s %s was answered with %s"
                                    .formatted(write.way(), write.key(), answer.words()));
        }
    }

    /** Whoever takes the broker's word hears no no. */
    private void poison(Write write) throws IOException {
        Answer answer;
        try {
            answer = line.send(write);
        } catch (Exception e) {
            throw new IllegalStateException("no answer to " + write, e);
        }
        Answer.Kind due = write.way() == Write.Way.MQTT ? Answer.Kind.DONE : Answer.Kind.REFUSED;
        if (answer.kind() != due) {
            throw new IllegalStateException("%s was answered with %s".formatted(write, answer));
        }
        desk.book.poisoned(write);
        desk.tally.poisoned.incrementAndGet();
    }

    private void again(Write write) {
        doubts.add(new Doubt(write, System.nanoTime() + AGAIN_AFTER_NANOS));
    }

    /** The same once more, on purpose: half of them late. */
    private void repeat() throws IOException {
        boolean late = chance.nextBoolean();
        Optional<Past.Done> done =
                late ? desk.past.late(chance, own) : desk.past.recent(chance, own);
        if (done.isEmpty()) {
            return;
        }
        repeat(done.get(), late);
    }

    private void repeat(Past.Done done, boolean late) throws IOException {
        Answer answer;
        try {
            answer = line.send(done.write());
        } catch (Exception e) {
            // Whether it arrived or not: it must not count a second time.
            desk.tally.inDoubt.incrementAndGet();
            LockSupport.parkNanos(PAUSE_NANOS);
            return;
        }
        if (answer.kind() != Answer.Kind.LATER) {
            desk.book.repeated(done.write(), done.answer(), answer);
            desk.tally.repeated.incrementAndGet();
            desk.tally.repeatedLate.addAndGet(late ? 1 : 0);
        }
    }
}
