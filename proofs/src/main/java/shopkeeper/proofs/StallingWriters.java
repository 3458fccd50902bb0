package shopkeeper.proofs;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.Refusal;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.eventlog.Rider;
import shopkeeper.persistence.eventlog.Story;
import shopkeeper.persistence.feed.Feed;
import shopkeeper.persistence.schema.Database;

/**
 * Eight writers of one node, in a process of their own: some of their transactions stall, some are
 * rolled back, and one is held until it is cut off.
 */
public final class StallingWriters {
    private static final int WRITERS = 8;
    private static final int STALLS_IN_A_HUNDRED = 2;
    private static final int ROLLBACKS_IN_A_HUNDRED = 3;
    private static final Story<Integer, Numbered> NO_STORY =
            new Story<>(Numbered.class, 0, (count, _) -> count);

    private final EventLog log;
    private final Plan plan;
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong stalls = new AtomicLong();
    private final AtomicLong rollbacks = new AtomicLong();
    private final AtomicLong unanswered = new AtomicLong();
    private final AtomicBoolean held = new AtomicBoolean();

    /**
     * @param events how many this process appends at least
     * @param seconds how long it goes on at least
     * @param together how many facts go into one append at most
     */
    record Plan(String name, long seed, long events, int seconds, int together, boolean holds) {
        static Plan of(String[] args) {
            return new Plan(
                    args[2],
                    Long.parseLong(args[3]),
                    Long.parseLong(args[4]),
                    Integer.parseInt(args[5]),
                    Integer.parseInt(args[6]),
                    Boolean.parseBoolean(args[7]));
        }
    }

    private StallingWriters(EventLog log, Plan plan) {
        this.log = log;
        this.plan = plan;
    }

    /** What a rider throws so that its append is rolled back. */
    private static final class OnPurpose extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    public static void main(String[] args) throws Exception {
        run(Path.of(args[0]), args[1], Plan.of(args), System.out);
        System.exit(0);
    }

    private static void run(Path folder, String url, Plan plan, PrintStream out) throws Exception {
        try (Database database = Database.open(folder, Optional.of(url));
                EventLog log = Numbered.log(database);
                Feed feed =
                        Feed.start(
                                database,
                                log,
                                Clock.systemUTC(),
                                List.of(),
                                ReaderProof.PROJECTIONS,
                                List.of())) {
            var writers = new StallingWriters(log, plan);
            writers.write();
            out.printf(
                    "acknowledged=%d stalls=%d rollbacks=%d held=%s unanswered=%d parked=%d%n",
                    writers.acknowledged.get(),
                    writers.stalls.get(),
                    writers.rollbacks.get(),
                    writers.held.get(),
                    writers.unanswered.get(),
                    feed.parked().size());
            out.flush();
            // It goes on reading until nobody needs it any more.
            var _ = System.in.read();
        }
    }

    private void write() throws Exception {
        long until = System.nanoTime() + plan.seconds * 1_000_000_000L;
        List<Future<?>> running = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            for (int i = 0; i < WRITERS; i++) {
                int writer = i;
                running.add(
                        threads.submit(
                                (Callable<Boolean>)
                                        () -> {
                                            write(writer, until);
                                            return true;
                                        }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
    }

    private void write(int writer, long until) {
        Random chance = new Random(plan.seed + writer);
        for (long number = 0;
                acknowledged.get() < plan.events || System.nanoTime() < until;
                number++) {
            append(plan.name + "-" + writer, number, chance);
        }
    }

    private void append(String writer, long number, Random chance) {
        List<Numbered> facts =
                LongStream.rangeClosed(0, chance.nextInt(plan.together))
                        .mapToObj(i -> new Numbered(writer, number * 1_000 + i))
                        .toList();
        int lot = chance.nextInt(100);
        try {
            log.<Integer, Numbered, Refusal>decide(
                    new Message(new MessageId("proof", writer + "-" + number), ""),
                    Set.of(),
                    NO_STORY,
                    _ -> Outcome.accepted(facts),
                    _ -> riders(lot, chance));
            acknowledged.addAndGet(facts.size());
        } catch (OnPurpose e) {
            rollbacks.incrementAndGet();
        } catch (RuntimeException e) {
            unanswered.incrementAndGet();
        }
    }

    private List<Rider> riders(int lot, Random chance) {
        if (lot < ROLLBACKS_IN_A_HUNDRED) {
            return List.of((tx, last) -> {
                throw new OnPurpose();
            });
        }
        if (plan.holds && acknowledged.get() > plan.events / 2 && held.compareAndSet(false, true)) {
            AtomicBoolean again = new AtomicBoolean();
            return List.of((tx, last) -> {
                if (again.compareAndSet(false, true)) {
                    tx.execute("select pg_sleep(60)");
                }
            });
        }
        if (lot < ROLLBACKS_IN_A_HUNDRED + STALLS_IN_A_HUNDRED) {
            stalls.incrementAndGet();
            double seconds = chance.nextInt(50) / 1_000.0;
            return List.of((tx, last) -> tx.execute("select pg_sleep(?)", seconds));
        }
        return List.of();
    }
}
