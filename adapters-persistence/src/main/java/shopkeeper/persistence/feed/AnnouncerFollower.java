package shopkeeper.persistence.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopkeeper.application.kernel.Announcer;
import shopkeeper.application.kernel.Logged;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.persistence.eventlog.LogEntry;
import shopkeeper.persistence.schema.Outage;

/**
 * Has the world told of every fact; its position moves when they are safe with whoever passes them
 * on, so that none is left out and some may be told twice.
 */
final class AnnouncerFollower extends Follower {
    private static final Logger LOG = LoggerFactory.getLogger(AnnouncerFollower.class);

    private final Announcer announcer;
    private final Beginning beginning;
    private volatile Unannounced unannounced = new Unannounced(List.of());
    private volatile long told;

    /**
     * Where it begins.
     *
     * @param head of the log when the shop opened
     * @param fromTheStart whether a newcomer tells of all there is, imports included
     */
    record Beginning(long head, boolean fromTheStart) {}

    private record Unsaid(LogEntry entry, RuntimeException why) {}

    AnnouncerFollower(Announcer announcer, Surroundings around, Beginning beginning) {
        super(announcer.name(), around);
        this.announcer = announcer;
        this.beginning = beginning;
    }

    @Override
    long begin() {
        if (beginning.fromTheStart() && isNewcomer()) {
            Unannounced.forget(around.sql());
        }
        unannounced = Unannounced.until(around.sql(), beginning.head());
        return storedPosition(beginning.fromTheStart() ? 0 : beginning.head());
    }

    @Override
    void seen(long position) {
        told = position; // nobody in the house waits for it
    }

    long told() {
        return told;
    }

    /** Whether others can be told is no question of the house's own health: its lag is. */
    @Override
    boolean isAlive() {
        return true;
    }

    @Override
    long follow(long seen, List<LogEntry> entries) {
        long last = entries.getLast().position().value();
        List<LogEntry> news = entries.stream().filter(this::isNews).toList();
        List<Unsaid> unsaid = news.isEmpty() ? List.of() : tell(news);
        around.sql()
                .transaction(transaction -> {
                    unsaid.forEach(one -> park(transaction.dsl(), one));
                    storePosition(transaction.dsl(), last);
                });
        return last;
    }

    /** All together; one by one where one of them fails, so that it holds up no other. */
    private List<Unsaid> tell(List<LogEntry> entries) {
        var facts = new ArrayList<Logged<? extends Fact>>();
        for (LogEntry entry : entries) {
            if (entry instanceof LogEntry.Legible legible) {
                facts.add(legible.logged());
            }
        }
        boolean together = refused(facts).isEmpty();
        var unsaid = new ArrayList<Unsaid>();
        for (LogEntry entry : entries) {
            switch (entry) {
                case LogEntry.Legible legible when together -> {
                    // It is told.
                }
                case LogEntry.Legible legible ->
                        refused(List.of(legible.logged()))
                                .ifPresent(why -> unsaid.add(new Unsaid(entry, why)));
                case LogEntry.Illegible illegible -> unsaid.add(new Unsaid(entry, illegible.why()));
            }
        }
        return unsaid;
    }

    private boolean isNews(LogEntry entry) {
        return !unannounced.holds(entry.position().value());
    }

    /** Empty, or why not. */
    private Optional<RuntimeException> refused(List<Logged<? extends Fact>> facts) {
        try {
            announcer.announce(facts);
            return Optional.empty();
        } catch (RuntimeException e) {
            if (Outage.isBehind(e)) {
                throw e;
            }
            return Optional.of(e);
        }
    }

    private void park(DSLContext tx, Unsaid one) {
        LOG.warn(
                "{} could not tell the fact at {}: it is parked",
                name(),
                one.entry.position(),
                one.why);
        around.parking().park(tx, name(), one.entry, one.why);
    }

    @Override
    void takeAgain(String follower, LogEntry entry) {
        announcer.announce(List.of(legible(entry).logged()));
        around.parking().release(around.sql(), follower, entry.position());
    }
}
