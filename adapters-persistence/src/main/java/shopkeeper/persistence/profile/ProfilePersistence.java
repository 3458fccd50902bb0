package shopkeeper.persistence.profile;

import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import shopkeeper.application.profile.Newcomers;
import shopkeeper.application.profile.PastProfiles;
import shopkeeper.application.profile.ProfileViews;
import shopkeeper.application.profile.Registers;
import shopkeeper.application.profile.Reveals;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.profile.ProfileRefusal;
import shopkeeper.domain.profile.RevealEvent;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.eventlog.Story;
import shopkeeper.persistence.feed.Projection;

/** The only door to the persistence of profiles. */
public final class ProfilePersistence {
    private ProfilePersistence() {}

    public static Registers registers(EventLog log) {
        return new AxonRegisters(log);
    }

    public static Reveals reveals(EventLog log) {
        return (message, revealed) ->
                log.decide(
                        message,
                        Set.of(),
                        new Story<>(RevealEvent.class, revealed, (first, _) -> first),
                        first -> Outcome.<RevealEvent, ProfileRefusal>accepted(first));
    }

    public static Newcomers newcomers() {
        return () -> new CustomerId("c-" + UUID.randomUUID());
    }

    public static ProfileViews views(DSLContext sql) {
        return new JooqProfileViews(sql);
    }

    public static PastProfiles past(EventLog log, DSLContext sql) {
        return new AxonPastProfiles(log, sql, views(sql));
    }

    public static Projection projection() {
        return new ProfileProjection();
    }

    public static Projection timeline() {
        return new TimelineProjection();
    }
}
