package shopkeeper.messaging.kernel;

import java.util.Optional;

/**
 * A message with its envelope opened.
 *
 * @param malformed why there is no event
 */
public record Letter(
        Incoming incoming, Optional<CloudEvent> event, Optional<MalformedMessage> malformed) {
    /** As far as it is known. */
    public String sender() {
        return event.map(CloudEvent::source).or(incoming::broughtBy).orElse("unknown");
    }

    /** Messages with the same lane are taken one after the other, as they came. */
    public String lane() {
        return incoming.address() + " " + sender();
    }
}
