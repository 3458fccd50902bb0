package shopkeeper.web.decision;

import java.security.SecureRandom;
import org.springframework.stereotype.Component;
import shopkeeper.domain.kernel.DecisionId;

/** Ids nobody can guess. */
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

    /** Five bits of each of the first bytes. */
    private static DecisionId of(byte[] bytes) {
        var id = new StringBuilder("dec_");
        for (int i = 0; i < LENGTH; i++) {
            id.append(ALPHABET.charAt(bytes[i] & 31));
        }
        return new DecisionId(id.toString());
    }
}
