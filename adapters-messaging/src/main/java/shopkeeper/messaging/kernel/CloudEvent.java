package shopkeeper.messaging.kernel;

import java.time.OffsetDateTime;
import java.util.Optional;
import shopkeeper.domain.kernel.MessageId;
import tools.jackson.databind.node.ObjectNode;

/**
 * The envelope of a message, CloudEvents 1.0.
 *
 * @param source with {@code id} the name of the message
 * @param time when it happened, by the sender's clock
 * @param expiry after which an answer helps nobody; facts never expire
 */
public record CloudEvent(
        String type,
        String source,
        String id,
        Optional<OffsetDateTime> time,
        Optional<OffsetDateTime> expiry,
        ObjectNode data) {
    public MessageId messageId() {
        return new MessageId(source, id);
    }

    public Fields fields() {
        return new Fields("data", data);
    }

    /** Personal data never reaches a log line by accident. */
    @Override
    public String toString() {
        return type + " " + source + "/" + id;
    }
}
