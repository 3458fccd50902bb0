package shopkeeper.application.profile;

import java.util.List;
import shopkeeper.domain.kernel.Contents;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.profile.Identifier;
import shopkeeper.domain.profile.ProfileRefusal;

/**
 * Recognises who is behind identifiers that were seen together; meets somebody new where nobody is
 * known.
 */
public interface RecogniseCustomer {
    Recognition recognise(Message message, List<Identifier> identifiers, Via via, Moment at);

    /** Who it is, or why that cannot be said. */
    sealed interface Recognition {
        /**
         * It is this customer.
         *
         * @param changed whether the shop learned something from it
         */
        record Recognised(CustomerId customer, boolean changed, Position position)
                implements Recognition {}

        record NotRecognised(ProfileRefusal refusal) implements Recognition {}

        /** The message was seen before with other content. */
        record Contradicted(Position position, Contents contents) implements Recognition {}
    }
}
