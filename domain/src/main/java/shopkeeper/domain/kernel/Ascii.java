package shopkeeper.domain.kernel;

/**
 * The rule for opaque ids: printable ASCII without blanks, 1 to 200 characters, so that every
 * client hashes and prints them alike.
 */
public final class Ascii {
    private Ascii() {}

    /** The value itself. */
    public static String id(String what, String value) {
        if (value.isEmpty() || value.length() > 200) {
            throw new IllegalArgumentException(
                    what + " must have 1 to 200 characters, it has " + value.length());
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c <= ' ' || c > '~') {
                throw new IllegalArgumentException(
                        what + " may only hold printable ASCII without blanks");
            }
        }
        return value;
    }
}
