package shopkeeper.persistence.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shopkeeper.application.kernel.Announcer;
import shopkeeper.application.kernel.Logged;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.persistence.eventlog.LogEntry;
import shopkeeper.persistence.schema.Outage;

/**
 * Has the world told of every fact; its position moves when they are safe with whoever passes them
 * on, so that none is left out and some may be told twice.
 */
final class AnnouncerFollower extends ClaimedFollower {
    private final Announcer announcer;
    private final Unannounced unannounced;
    private volatile long told;

    private record Unsaid(LogEntry entry, RuntimeException why) {}

    AnnouncerFollower(Announcer announcer, Surroundings around, Unannounced unannounced) {
        super(announcer.name(), around);
        this.announcer = announcer;
        this.unannounced = unannounced;
    }

    @Override
    long begin() {
        return claimedPosition();
    }

    @Override
    void seen(long position) {
        told = position; // nobody in the house waits for it
    }

    /** How far it has come on this node, or where the log ends for a node without the work. */
    long told(long head) {
        return isMine() ? told : head;
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
                    lock(transaction.dsl());
                    unsaid.forEach(one -> park(transaction.dsl(), one.entry, one.why));
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

    @Override
    void takeAgain(String follower, LogEntry entry) {
        announcer.announce(List.of(legible(entry).logged()));
        mustBeReleased(around.sql(), entry.position());
    }
}
