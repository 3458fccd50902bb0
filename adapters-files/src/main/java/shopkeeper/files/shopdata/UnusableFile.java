package shopkeeper.files.shopdata;

/** The file as a whole cannot be taken in; the message is one line for a person. */
final class UnusableFile extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    UnusableFile(String code, String words) {
        super(words);
        this.code = code;
    }

    UnusableFile(String code, String words, Throwable cause) {
        super(words, cause);
        this.code = code;
    }

    String code() {
        return code;
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
