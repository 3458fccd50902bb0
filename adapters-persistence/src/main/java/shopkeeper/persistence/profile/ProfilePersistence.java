package shopkeeper.persistence.profile;

import java.util.UUID;
import org.jooq.DSLContext;
import shopkeeper.application.profile.Newcomers;
import shopkeeper.application.profile.ProfileViews;
import shopkeeper.application.profile.Registers;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.feed.Projection;

/** The only door to the persistence of profiles. */
public final class ProfilePersistence {
    private ProfilePersistence() {}

    public static Registers registers(EventLog log) {
        return new AxonRegisters(log);
    }

    public static Newcomers newcomers() {
        return () -> new CustomerId("c-" + UUID.randomUUID());
    }

    public static ProfileViews views(DSLContext sql) {
        return new JooqProfileViews(sql);
    }

    public static Projection projection() {
        return new ProfileProjection();
    }

    public static Projection timeline() {
        return new TimelineProjection();
    }
}
