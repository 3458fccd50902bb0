package shopkeeper.domain.kernel;

/**
 * What was sent: the same id with the same content is a duplicate, with other content a conflict.
 *
 * @param content the text that must be equal in a repetition, in a form that does not vary with the
 *     transport
 */
public record Message(MessageId id, String content) {}
