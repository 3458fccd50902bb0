package shopkeeper.persistence.profile;

import static shopkeeper.persistence.feed.FollowedLog.NOON;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shopkeeper.application.profile.IdentifierKeys;
import shopkeeper.application.profile.ProfileModule;
import shopkeeper.application.profile.RecogniseCustomer;
import shopkeeper.application.profile.RecogniseCustomer.Recognition;
import shopkeeper.application.profile.RecogniseCustomer.Recognition.Recognised;
import shopkeeper.application.profile.Registers;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.profile.Identifier;
import shopkeeper.domain.profile.IdentifierKey;
import shopkeeper.domain.profile.IdentifierType;
import shopkeeper.persistence.eventlog.EventLog;

/** The register as one node keeps it, with keys that are plain to see. */
final class People {
    static final Identifier CARD = new Identifier(IdentifierType.LOYALTY, "4711");
    static final Identifier MAIL = new Identifier(IdentifierType.EMAIL, "bea@example.org");
    static final Identifier DEVICE = new Identifier(IdentifierType.ANONYMOUS, "device-1");

    private final Registers registers;
    private final RecogniseCustomer customers;
    private final IdentifierKeys keys =
            identifier -> new IdentifierKey(identifier.type() + "." + identifier.value());

    People(EventLog log) {
        registers = ProfilePersistence.registers(log);
        customers =
                ProfileModule.recogniseCustomer(registers, keys, ProfilePersistence.newcomers());
    }

    Recognition recognise(String message, Identifier... identifiers) {
        return recognise(new Message(new MessageId("test", message), "same"), NOON, identifiers);
    }

    /** The message of that id, with content it did not have before. */
    Recognition recogniseOther(String message, Identifier... identifiers) {
        return recognise(new Message(new MessageId("test", message), "other"), NOON, identifiers);
    }

    CustomerId meet(String message, Identifier... identifiers) {
        return meetAt(NOON, message, identifiers);
    }

    CustomerId meetAt(Instant at, String message, Identifier... identifiers) {
        var met = recognise(new Message(new MessageId("test", message), "same"), at, identifiers);
        if (met instanceof Recognised(var customer, _, _)) {
            return customer;
        }
        throw new AssertionError("not recognised: " + met);
    }

    Optional<CustomerId> find(Identifier identifier) {
        return ProfileModule.findCustomer(registers, keys).find(identifier);
    }

    private Recognition recognise(Message message, Instant at, Identifier... identifiers) {
        return customers.recognise(message, List.of(identifiers), Via.web(), Moment.at(at));
    }
}
