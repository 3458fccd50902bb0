package shopkeeper.persistence.consent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shopkeeper.domain.consent.ConsentEvent.ConsentGranted;
import shopkeeper.domain.consent.ConsentEvent.ConsentRefused;
import shopkeeper.domain.consent.ConsentEvent.ConsentWithdrawn;
import shopkeeper.domain.consent.ConsentEvent.RefusalCarriedOver;
import shopkeeper.domain.consent.ConsentMethod;
import shopkeeper.domain.consent.Notice;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.consent.Use;
import shopkeeper.domain.consent.WordOfMouth;
import shopkeeper.domain.kernel.ContactMethod;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Via;
import shopkeeper.persistence.eventlog.EventCatalog;
import shopkeeper.persistence.eventlog.GoldenFacts;

class ConsentFormTest extends GoldenFacts {
    @Override
    protected EventCatalog catalog() {
        return ConsentEventCatalog.catalog();
    }

    @Override
    protected List<Fact> samples() {
        var ann = new CustomerId("c-ann");
        var at =
                new Moment(
                        Instant.parse("2026-03-29T12:00:00.123Z"),
                        Instant.parse("2026-03-29T12:00:02Z"));
        var notice = new Notice("cookie-banner", "2026-01", "de-CH");
        var analytics = Use.of(Purpose.ANALYTICS);
        var heard = Optional.of(new WordOfMouth("agent-7", "call-4711"));
        var letters = Use.of(Purpose.MARKETING_MESSAGES, ContactMethod.POST);
        return List.of(
                new ConsentGranted(
                        ann, letters, notice, ConsentMethod.SPOKEN, heard, Via.phone(), at),
                new ConsentRefused(
                        ann, analytics, notice, ConsentMethod.SPOKEN, heard, Via.phone(), at),
                new ConsentWithdrawn(ann, letters, heard, Via.phone(), at),
                new RefusalCarriedOver(ann, analytics, new CustomerId("c-visitor"), Via.web(), at));
    }
}
