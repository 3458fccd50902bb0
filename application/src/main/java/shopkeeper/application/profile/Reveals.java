package shopkeeper.application.profile;

import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.Recorded;
import shopkeeper.domain.profile.ProfileRefusal;
import shopkeeper.domain.profile.RevealEvent;
import shopkeeper.domain.profile.RevealEvent.IdentifiersRevealed;

/** Where it is written who looked. */
public interface Reveals {
    Recorded<RevealEvent, ProfileRefusal> write(Message message, IdentifiersRevealed revealed);
}
