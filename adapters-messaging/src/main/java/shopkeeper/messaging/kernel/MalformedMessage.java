package shopkeeper.messaging.kernel;

/** A message nobody can read; its words name the place, never the value that stood there. */
public final class MalformedMessage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    public MalformedMessage(String words) {
        this("malformed", words);
    }

    /**
     * @param code stable, lower case with hyphens
     */
    public MalformedMessage(String code, String words) {
        super(words, null, false, false);
        this.code = code;
    }

    public String code() {
        return code;
    }

    public String words() {
        return String.valueOf(getMessage());
    }
}
