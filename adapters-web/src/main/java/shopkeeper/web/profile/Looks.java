package shopkeeper.web.profile;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import shopkeeper.application.access.Client;
import shopkeeper.application.profile.ProfileViews.KnownIdentifier;
import shopkeeper.application.profile.ProfileViews.Profile;
import shopkeeper.application.profile.RecordReveal;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.profile.IdentifierType;
import shopkeeper.domain.profile.RevealEvent.IdentifiersRevealed;
import shopkeeper.domain.profile.RevealEvent.Occasion;

/** Keeps which person looked at a customer's data before they see it; programs are nobody. */
@Component
public final class Looks {
    private final RecordReveal reveals;
    private final InstantSource clock;

    Looks(RecordReveal reveals, InstantSource clock) {
        this.reveals = reveals;
        this.clock = clock;
    }

    public void found(Client by, CustomerId customer, IdentifierType kind, String touchpoint) {
        keep(by, customer, Occasion.FOUND_BY, List.of(kind), touchpoint);
    }

    /** What is erased is shown to nobody. */
    public void shown(Client to, Profile profile, String touchpoint) {
        var kinds =
                profile.identifiers().stream()
                        .filter(known -> known.value().asOptional().isPresent())
                        .map(KnownIdentifier::type)
                        .toList();
        if (!kinds.isEmpty()) {
            keep(to, profile.customer(), Occasion.SHOWN, kinds, touchpoint);
        }
    }

    private void keep(
            Client who,
            CustomerId customer,
            Occasion occasion,
            List<IdentifierType> kinds,
            String touchpoint) {
        who.agent()
                .ifPresent(agent ->
                        reveals.record(
                                new MessageId("reveal", UUID.randomUUID().toString()),
                                new IdentifiersRevealed(
                                        customer,
                                        agent,
                                        occasion,
                                        kinds,
                                        new Via(Channel.SUPPORT, touchpoint),
                                        Moment.at(clock.instant()))));
    }
}
