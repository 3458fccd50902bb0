package shopkeeper.persistence.consent;

import java.time.Instant;
import shopkeeper.domain.consent.ConsentCommand.GrantConsent;
import shopkeeper.domain.consent.ConsentCommand.RefuseConsent;
import shopkeeper.domain.consent.ConsentCommand.WithdrawConsent;
import shopkeeper.domain.consent.ConsentMethod;
import shopkeeper.domain.consent.Notice;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.consent.Use;
import shopkeeper.domain.kernel.ContactMethod;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Via;

/** What customers say in these tests. */
final class ConsentSamples {
    static final CustomerId ANN = new CustomerId("c-ann");
    static final Use ANALYTICS = Use.of(Purpose.ANALYTICS);
    static final Use LETTERS = Use.of(Purpose.MARKETING_MESSAGES, ContactMethod.POST);
    static final Use MAILS = Use.of(Purpose.MARKETING_MESSAGES, ContactMethod.EMAIL);
    static final Notice NOTICE = new Notice("cookie-banner", "2026-01", "de-CH");

    private ConsentSamples() {}

    static Message message(String id) {
        return new Message(new MessageId("test", id), "content of " + id);
    }

    static GrantConsent granted(CustomerId who, Use use, Instant at) {
        return new GrantConsent(who, use, NOTICE, ConsentMethod.CHECKBOX, Via.web(), Moment.at(at));
    }

    static RefuseConsent refused(CustomerId who, Use use, Instant at) {
        return new RefuseConsent(who, use, NOTICE, ConsentMethod.BUTTON, Via.web(), Moment.at(at));
    }

    static GrantConsent dismissed(CustomerId who, Use use, Instant at) {
        return new GrantConsent(
                who, use, NOTICE, ConsentMethod.DISMISSED, Via.web(), Moment.at(at));
    }

    static WithdrawConsent withdrawn(CustomerId who, Use use, Instant at) {
        return new WithdrawConsent(who, use, Via.till(), Moment.at(at));
    }
}
