package shopkeeper.domain.kernel;

/**
 * What was sent: the same id with the same content is a duplicate, with other content a conflict.
 *
 * @param content the text that must be equal in a repetition, in a form that does not vary with the
 *     transport
 * @param expected what the sender had seen of the thing the message is about
 */
public record Message(MessageId id, String content, Expected expected) {
    /** From somebody who does not say what they had seen. */
    public Message(MessageId id, String content) {
        this(id, content, Expected.ANYTHING);
    }
}
