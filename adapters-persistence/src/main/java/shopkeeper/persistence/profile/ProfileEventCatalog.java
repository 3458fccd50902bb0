package shopkeeper.persistence.profile;

import java.util.Set;
import java.util.stream.Collectors;
import shopkeeper.domain.profile.IdentifierKey;
import shopkeeper.domain.profile.ProfileEvent;
import shopkeeper.domain.profile.ProfileEvent.CustomerMet;
import shopkeeper.domain.profile.ProfileEvent.DeviceChangedHands;
import shopkeeper.domain.profile.ProfileEvent.IdentifiersLinked;
import shopkeeper.domain.profile.ProfileEvent.VisitorBecameKnown;
import shopkeeper.domain.profile.RevealEvent.IdentifiersRevealed;
import shopkeeper.persistence.eventlog.EventCatalog;

/** How the register's facts are named and found. */
public final class ProfileEventCatalog {
    private ProfileEventCatalog() {}

    public static EventCatalog catalog() {
        return EventCatalog.of("profile")
                .scalar(IdentifierKey.class, IdentifierKey::value, IdentifierKey::new)
                .fact(CustomerMet.class, "profile.customer-met", 1, ProfileEventCatalog::tags)
                .fact(
                        IdentifiersLinked.class,
                        "profile.identifiers-linked",
                        1,
                        ProfileEventCatalog::tags)
                .fact(
                        VisitorBecameKnown.class,
                        "profile.visitor-became-known",
                        1,
                        ProfileEventCatalog::tags)
                .fact(
                        DeviceChangedHands.class,
                        "profile.device-changed-hands",
                        1,
                        ProfileEventCatalog::tags)
                .fact(
                        IdentifiersRevealed.class,
                        "profile.identifiers-revealed",
                        1,
                        revealed -> Set.of("revealed:" + revealed.customer()));
    }

    private static Set<String> tags(ProfileEvent event) {
        return event.keys().stream().map(ProfileEventCatalog::tag).collect(Collectors.toSet());
    }

    /** Where an identifier points. Erasing a person deletes these tags. */
    static String tag(IdentifierKey key) {
        return "identifier:" + key;
    }
}
