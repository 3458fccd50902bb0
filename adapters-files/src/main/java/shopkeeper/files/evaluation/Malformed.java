package shopkeeper.files.evaluation;

/** A file is not what it should be; the message is one line for a person. */
public final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Malformed(String words) {
        super(words);
    }

    Malformed(String words, Throwable cause) {
        super(words, cause);
    }
}
