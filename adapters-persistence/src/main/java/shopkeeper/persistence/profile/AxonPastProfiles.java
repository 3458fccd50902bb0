package shopkeeper.persistence.profile;

import static shopkeeper.persistence.schema.generated.Tables.PROFILE_IDENTIFIER;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import shopkeeper.application.profile.PastProfiles;
import shopkeeper.application.profile.ProfileTold;
import shopkeeper.application.profile.ProfileViews;
import shopkeeper.application.profile.ProfileViews.Profile;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.profile.IdentifierKey;
import shopkeeper.domain.profile.ProfileEvent;
import shopkeeper.domain.profile.ProfileEvent.VisitorBecameKnown;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.eventlog.Story;

/**
 * Facts of the register are found by identifiers, not by customer: so the search begins at those
 * the customer has now and goes on to each that a fact of theirs names, also to those by which they
 * were recognised.
 */
final class AxonPastProfiles implements PastProfiles {
    private final EventLog log;
    private final DSLContext sql;
    private final ProfileViews now;

    AxonPastProfiles(EventLog log, DSLContext sql, ProfileViews now) {
        this.log = log;
        this.sql = sql;
        this.now = now;
    }

    @Override
    public Optional<Once> once(CustomerId customer, Position then) {
        var keys = held(now.profile(customer).map(Profile::customer).orElse(customer));
        // By all that is known now: a fact that names a device may have come after that moment.
        while (keys.addAll(
                named(customer, log.read(tags(keys), Story.all(ProfileEvent.class)).state()))) {}
        return keys.isEmpty()
                ? Optional.empty()
                : ProfileTold.by(log.readAsOf(tags(keys), Story.all(ProfileEvent.class), then))
                        .once(customer);
    }

    private Set<IdentifierKey> held(CustomerId customer) {
        return new HashSet<>(
                sql.select(PROFILE_IDENTIFIER.KEY)
                        .from(PROFILE_IDENTIFIER)
                        .where(PROFILE_IDENTIFIER.CUSTOMER.eq(customer.value()))
                        .fetch(row -> new IdentifierKey(row.value1())));
    }

    private static Set<IdentifierKey> named(CustomerId customer, List<ProfileEvent> facts) {
        var people = Set.copyOf(List.of(customer, ProfileTold.by(facts).shownAs(customer)));
        return facts.stream()
                .filter(fact -> concerns(fact, people))
                .flatMap(fact -> fact.keys().stream())
                .collect(Collectors.toSet());
    }

    private static boolean concerns(ProfileEvent fact, Set<CustomerId> people) {
        return people.contains(fact.customer())
                || (fact instanceof VisitorBecameKnown became && people.contains(became.visitor()));
    }

    private static Set<String> tags(Set<IdentifierKey> keys) {
        return keys.stream().map(ProfileEventCatalog::tag).collect(Collectors.toSet());
    }
}
