package shopkeeper.persistence.profile;

import static shopkeeper.persistence.schema.generated.Tables.PROFILE;
import static shopkeeper.persistence.schema.generated.Tables.PROFILE_IDENTIFIER;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;
import shopkeeper.application.kernel.Logged;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.profile.Link;
import shopkeeper.domain.profile.ProfileEvent;
import shopkeeper.domain.profile.ProfileEvent.CustomerMet;
import shopkeeper.domain.profile.ProfileEvent.DeviceChangedHands;
import shopkeeper.domain.profile.ProfileEvent.IdentifiersLinked;
import shopkeeper.domain.profile.ProfileEvent.VisitorBecameKnown;
import shopkeeper.persistence.feed.Projection;
import shopkeeper.persistence.feed.ViewRows;

/** Who was met, under which identifiers, and which visitor turned out to be whom. */
final class ProfileProjection implements Projection {
    @Override
    public String name() {
        return "profiles";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(PROFILE, PROFILE_IDENTIFIER);
    }

    @Override
    public Class<? extends Fact> follows() {
        return ProfileEvent.class;
    }

    @Override
    public void apply(Logged<? extends Fact> logged, ViewRows rows) {
        var event = (ProfileEvent) logged.fact();
        var position = logged.position();
        switch (event) {
            case CustomerMet(var customer, var links, _, _) -> {
                meet(customer, event, rows);
                links.forEach(link -> hold(customer, link, event, position, rows));
            }
            case IdentifiersLinked(var customer, var links, _, _, _) ->
                    links.forEach(link -> hold(customer, link, event, position, rows));
            case VisitorBecameKnown(var visitor, var customer, var anonymous, _, _, _) -> {
                rows.sql()
                        .update(PROFILE)
                        .set(PROFILE.BECAME, customer.value())
                        .where(PROFILE.CUSTOMER.eq(visitor.value()))
                        .execute();
                hold(customer, anonymous, event, position, rows);
            }
            case DeviceChangedHands(_, var customer, var anonymous, _, _, _) ->
                    hold(customer, anonymous, event, position, rows);
        }
    }

    private static void meet(CustomerId customer, ProfileEvent event, ViewRows rows) {
        var row = PROFILE.newRecord();
        row.setCustomer(customer.value());
        row.setMetAt(since(event));
        rows.add(row);
    }

    /** A fact that was parked comes late: who holds it since a later one keeps it. */
    private static void hold(
            CustomerId customer, Link link, ProfileEvent event, Position position, ViewRows rows) {
        var row = PROFILE_IDENTIFIER.newRecord();
        row.setKey(link.key().value());
        row.setCustomer(customer.value());
        row.setType(link.type().name());
        // Also where it is erased: then nothing of an earlier value may stay.
        row.setValue(link.value().asOptional().orElse(null));
        row.setSince(since(event));
        row.setChannel(event.via().channel().name());
        row.setTouchpoint(event.via().touchpoint());
        row.setPosition(position.value());
        rows.sql()
                .insertInto(PROFILE_IDENTIFIER)
                .set(row)
                .onConflict(PROFILE_IDENTIFIER.KEY)
                .doUpdate()
                .set(row)
                .where(PROFILE_IDENTIFIER.POSITION.le(position.value()))
                .execute();
    }

    private static OffsetDateTime since(ProfileEvent event) {
        return event.at().effective().atOffset(ZoneOffset.UTC);
    }

    /** A visitor and whoever the visitor turned out to be. */
    static List<String> everyone(CustomerId customer, DSLContext sql) {
        return sql.fetch(
                        """
                        with recursive person(customer) as (
                            select {0}::text
                            union select profile.customer from profile join person on profile.became = person.customer)
                        select customer from person\
                        """,
                        DSL.val(customer.value()))
                .map(row -> row.get(0, String.class));
    }
}
