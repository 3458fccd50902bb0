package shopkeeper.application.profile;

import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.profile.RevealEvent.IdentifiersRevealed;

/** Keeps who looked at a person's data, before they see it. */
public interface RecordReveal {
    /** Where it stands in the log. */
    Position record(MessageId id, IdentifiersRevealed revealed);
}
