package shopkeeper.web.decision;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import org.springframework.stereotype.Component;
import shopkeeper.domain.decision.DecisionId;

/** Ids nobody can guess; the same for the same client and key, so that asking twice is safe. */
@Component
public final class DecisionIds {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 26;

    private final SecureRandom random = new SecureRandom();

    public DecisionId next() {
        var bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        return of(bytes);
    }

    DecisionId of(String source, String key) {
        try {
            return of(
                    MessageDigest.getInstance("SHA-256")
                            .digest((source + "\n" + key).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** Five bits of each of the first bytes. */
    private static DecisionId of(byte[] bytes) {
        var id = new StringBuilder("dec_");
        for (int i = 0; i < LENGTH; i++) {
            id.append(ALPHABET.charAt(bytes[i] & 31));
        }
        return new DecisionId(id.toString());
    }
}
