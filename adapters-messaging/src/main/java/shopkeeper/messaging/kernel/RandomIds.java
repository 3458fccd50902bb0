package shopkeeper.messaging.kernel;

import java.security.SecureRandom;

/** Ids that cannot be guessed: a prefix and 26 characters of Crockford's base32, 130 bits. */
public final class RandomIds {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomIds() {}

    public static String next(String prefix) {
        var id = new StringBuilder(prefix);
        for (int i = 0; i < 26; i++) {
            id.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}
