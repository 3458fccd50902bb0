package shopkeeper.domain.kernel;

/** The name of a message, unique within its source; a receipt's identity is one too. */
public record MessageId(String source, String id) {
    public MessageId {
        Ascii.id("message source", source);
        Ascii.id("message id", id);
    }

    @Override
    public String toString() {
        return source + "/" + id;
    }
}
