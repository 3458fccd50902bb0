package shopkeeper.persistence.profile;

import java.time.Instant;
import java.util.List;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Personal;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.profile.Identifier;
import shopkeeper.domain.profile.IdentifierKey;
import shopkeeper.domain.profile.IdentifierType;
import shopkeeper.domain.profile.Link;
import shopkeeper.domain.profile.ProfileEvent.CustomerMet;
import shopkeeper.domain.profile.ProfileEvent.DeviceChangedHands;
import shopkeeper.domain.profile.ProfileEvent.IdentifiersLinked;
import shopkeeper.domain.profile.ProfileEvent.VisitorBecameKnown;
import shopkeeper.domain.profile.RevealEvent.IdentifiersRevealed;
import shopkeeper.domain.profile.RevealEvent.Occasion;
import shopkeeper.persistence.eventlog.EventCatalog;
import shopkeeper.persistence.eventlog.GoldenFacts;

class ProfileFormTest extends GoldenFacts {
    @Override
    protected EventCatalog catalog() {
        return ProfileEventCatalog.catalog();
    }

    @Override
    protected List<Fact> samples() {
        var ann = new CustomerId("c-ann");
        var visitor = new CustomerId("c-visitor");
        var at =
                new Moment(
                        Instant.parse("2026-03-29T12:00:00.123Z"),
                        Instant.parse("2026-03-29T12:00:02Z"));
        var cardKey = new IdentifierKey("Zm9vLWNhcmQ");
        var card = Link.of(new Identifier(IdentifierType.LOYALTY, "4711"), cardKey);
        var mail =
                Link.of(
                        new Identifier(IdentifierType.EMAIL, "ann@example.org"),
                        new IdentifierKey("Zm9vLW1haWw"));
        var device =
                Link.of(
                        new Identifier(IdentifierType.ANONYMOUS, "d-1"),
                        new IdentifierKey("Zm9vLWRldg"));
        var erased =
                new Link(
                        IdentifierType.PHONE, new IdentifierKey("Zm9vLXBob25l"), Personal.erased());
        return List.of(
                new CustomerMet(ann, List.of(card, erased), Via.till(), at),
                new IdentifiersLinked(ann, List.of(mail), List.of(cardKey), Via.web(), at),
                new VisitorBecameKnown(visitor, ann, device, List.of(cardKey), Via.web(), at),
                new DeviceChangedHands(visitor, ann, device, List.of(cardKey), Via.web(), at),
                new IdentifiersRevealed(
                        ann,
                        "a-7",
                        Occasion.SHOWN,
                        List.of(IdentifierType.EMAIL, IdentifierType.LOYALTY),
                        Via.phone(),
                        at));
    }
}
