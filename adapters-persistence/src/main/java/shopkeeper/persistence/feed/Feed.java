package shopkeeper.persistence.feed;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shopkeeper.application.kernel.Announcer;
import shopkeeper.application.kernel.LogProgress;
import shopkeeper.application.kernel.Memory;
import shopkeeper.application.kernel.ParkedFacts;
import shopkeeper.application.kernel.Policy;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Position;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.schema.Database;

/** Everybody who follows the log on this node. */
public final class Feed implements LogProgress, ParkedFacts, AutoCloseable {
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(10);
    private static final Duration LONGEST_LAG = Duration.ofSeconds(30);
    private static final Duration REDRIVE_PATIENCE = Duration.ofSeconds(5);

    private final HeadWatch watch;
    private final Claims claims;
    private final NodeSession session;
    private final HeadHistory history = new HeadHistory();
    private final LagAlarm alarm = new LagAlarm(LONGEST_LAG);
    private final Progress progress;
    private final ParkingLot parking;
    private final Position headAtStart;
    private final Follower.Surroundings around;
    private final Arrivals arrivals;
    private final List<Follower> followers = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    private Feed(Database database, EventLog log, Clock clock, Followers who) {
        watch = new HeadWatch(log);
        progress = new Progress(watch);
        claims = new Claims(Node.ofThisProcess(), watch::nudge);
        session = new NodeSession(database, claims, watch, this::look);
        parking = new ParkingLot(database.sql(), clock, claims.node().name());
        headAtStart = new Position(watch.head());
        arrivals = new Arrivals(headAtStart.value());
        watch.onAdvance(arrivals::heard);
        around =
                new Follower.Surroundings(
                        database.sql(), log, new Chunks(log), watch, parking, claims);
        if (!who.memories.isEmpty()) {
            followers.add(new MemoryFollower(who.memories, around, progress, arrivals));
            progress.report("memories", 0);
        }
        for (Projection projection : who.projections) {
            followers.add(new ProjectionFollower(projection, around, progress));
            progress.report(projection.name(), 0);
        }
        who.policies.forEach(policy -> followers.add(policyFollower(policy, around)));
    }

    private record Followers(
            List<Memory> memories, List<Projection> projections, List<Policy<?, ?>> policies) {
        void mustHaveNamesOfTheirOwn() {
            Set<String> names = new HashSet<>(Set.of("memories"));
            Stream.of(
                            memories.stream().map(Memory::name),
                            projections.stream().map(Projection::name),
                            policies.stream().map(policy -> policy.name()))
                    .flatMap(each -> each)
                    .forEach(name -> {
                        if (!names.add(name)) {
                            throw new IllegalArgumentException(
                                    "two followers of the log are named " + name);
                        }
                    });
        }
    }

    /** Everybody begins where they stopped; memories begin with the first fact. */
    public static Feed start(
            Database database,
            EventLog log,
            Clock clock,
            List<Memory> memories,
            List<Projection> projections,
            List<Policy<?, ?>> policies) {
        Followers who =
                new Followers(
                        List.copyOf(memories), List.copyOf(projections), List.copyOf(policies));
        who.mustHaveNamesOfTheirOwn();
        Feed feed = new Feed(database, log, clock, who);
        feed.session.start();
        feed.followers.forEach(feed::run);
        return feed;
    }

    /**
     * Nobody else is told of what comes until the shop opens again: for imports into a shop that is
     * closed.
     */
    public static void tellNobody(Database database, EventLog log) {
        Unannounced.begin(database.sql(), log.head().value());
    }

    /**
     * Others hear of it too from now on, from where they stopped; the first time from where the log
     * ended when the shop opened.
     *
     * @param fromTheStart the first time from the first fact on, imports included
     */
    public synchronized void tell(Announcer announcer, boolean fromTheStart) {
        if (named(announcer.name()).isPresent()) {
            throw new IllegalArgumentException(
                    "two followers of the log are named " + announcer.name());
        }
        var follower =
                new AnnouncerFollower(
                        announcer,
                        around,
                        Unannounced.until(
                                around.sql(), headAtStart.value(), announcer.name(), fromTheStart));
        followers.add(follower);
        run(follower);
    }

    /** From now on it is measured how soon new facts count. */
    public void measure(Remembered remembered) {
        arrivals.tell(remembered);
    }

    /** Under which name this node works; it is another one after each start. */
    public String node() {
        return claims.node().name();
    }

    /** Whether it is told of other nodes' appends as they happen, and need not ask. */
    public boolean hearsOthers() {
        return watch.isTold();
    }

    /** Whose work this node does at the moment, memories aside. */
    public Set<String> claimed() {
        return claims.held();
    }

    /** Everybody for whom a fact may be parked. */
    public Set<String> names() {
        return followers.stream()
                .flatMap(follower -> follower.names().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** How many facts each follower that others wait for, or hear from, is behind the log. */
    public Map<String, Long> lag() {
        long head = watch.head();
        Map<String, Long> behind = new HashMap<>();
        seenBy(head).forEach((follower, seen) -> behind.put(follower, Math.max(0, head - seen)));
        return behind;
    }

    /** For how long each of them has not seen all there is, to the second. */
    public Map<String, Duration> lagTime() {
        Map<String, Duration> behind = new HashMap<>();
        seenBy(watch.head())
                .forEach((follower, seen) -> behind.put(follower, history.behind(seen)));
        return behind;
    }

    /** Those that have been behind for longer than they may. */
    public Set<String> lagging() {
        return alarm.lagging();
    }

    /** 30 seconds unless said otherwise. */
    public void allowLag(Duration longest) {
        alarm.longest(longest);
    }

    private Map<String, Long> seenBy(long head) {
        var seen = new HashMap<>(progress.seenBy());
        for (Follower follower : followers) {
            if (follower instanceof AnnouncerFollower announcing) {
                seen.put(announcing.name(), announcing.told(head));
            }
        }
        return seen;
    }

    /** With each beat. */
    private void look() {
        history.mark(watch.head());
        alarm.look(lagTime());
    }

    private void run(Follower follower) {
        threads.add(Thread.ofVirtual().name("feed-" + follower.name()).start(follower));
    }

    private static <F extends Fact, C> Follower policyFollower(
            Policy<F, C> policy, Follower.Surroundings around) {
        return new PolicyFollower<>(policy, around);
    }

    /** Whether every memory and projection has come to where the log ended at the start. */
    public boolean isReady() {
        return seen().compareTo(headAtStart) >= 0;
    }

    /**
     * @return false when it is not so within {@code patience}
     */
    public boolean awaitReady(Duration patience) {
        return await(headAtStart, patience);
    }

    /** False when somebody who follows the log has stopped, or tries the same in vain. */
    public boolean isAlive() {
        return followers.stream().allMatch(Follower::isAlive);
    }

    @Override
    public Position seen() {
        return progress.seen();
    }

    @Override
    public boolean await(Position wanted, Duration patience) {
        return progress.await(wanted, patience);
    }

    @Override
    public List<Parked> parked() {
        return parking.all();
    }

    /** How many facts are parked for each follower, where there are any. */
    public Map<String, Integer> parkedCounts() {
        return parking.counts();
    }

    @Override
    public Redriven redrive(String name) {
        return named(name)
                .orElseThrow(() ->
                        new IllegalArgumentException("nobody who follows the log is named " + name))
                .redrive(name)
                .within(REDRIVE_PATIENCE);
    }

    private Optional<Follower> named(String name) {
        return followers.stream().filter(follower -> follower.names().contains(name)).findFirst();
    }

    /** Waits until each has finished what it is at, and leaves the work to others. */
    @Override
    public void close() {
        watch.close();
        try {
            for (Thread thread : threads) {
                // A broker that went away in the middle of a message may never answer.
                if (!thread.join(ENDS_WITHIN)) {
                    thread.interrupt();
                    thread.join(ENDS_WITHIN);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        session.close();
    }
}
