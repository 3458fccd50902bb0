package shopkeeper.persistence.feed;

import java.util.ArrayList;
import java.util.List;
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

    AnnouncerFollower(Announcer announcer, Surroundings around) {
        super(announcer.name(), around);
        this.announcer = announcer;
    }

    @Override
    long begin() {
        return storedPosition();
    }

    @Override
    void seen(long position) {
        // nobody in the house waits for it
    }

    /** Whether others can be told is not a question of the house's own health. */
    @Override
    boolean isAlive() {
        return true;
    }

    @Override
    long follow(long seen, List<LogEntry> entries) {
        long last = entries.getLast().position().value();
        try {
            announcer.announce(legible(entries));
        } catch (RuntimeException e) {
            if (Outage.isBehind(e)) {
                throw e;
            }
            entries.forEach(this::alone);
        }
        storePosition(around.sql(), last);
        return last;
    }

    private List<Logged<? extends Fact>> legible(List<LogEntry> entries) {
        var facts = new ArrayList<Logged<? extends Fact>>();
        for (LogEntry entry : entries) {
            switch (entry) {
                case LogEntry.Legible legible -> facts.add(legible.logged());
                case LogEntry.Illegible illegible -> park(entry, illegible.why());
            }
        }
        return facts;
    }

    private void alone(LogEntry entry) {
        try {
            announcer.announce(List.of(legible(entry).logged()));
        } catch (RuntimeException e) {
            if (Outage.isBehind(e)) {
                throw e;
            }
            park(entry, e);
        }
    }

    private void park(LogEntry entry, RuntimeException why) {
        LOG.warn("{} could not tell the fact at {}: it is parked", name(), entry.position(), why);
        DSLContext sql = around.sql();
        around.parking().park(sql, name(), entry, why);
    }

    @Override
    void takeAgain(String follower, LogEntry entry) {
        announcer.announce(List.of(legible(entry).logged()));
        around.parking().release(around.sql(), follower, entry.position());
    }
}
