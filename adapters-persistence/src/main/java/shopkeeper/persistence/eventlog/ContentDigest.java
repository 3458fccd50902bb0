package shopkeeper.persistence.eventlog;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The HMAC-SHA256 of a message's content: tells whether two contents are the same, and without the
 * secret not even somebody who guesses what was said learns whether it was.
 */
public final class ContentDigest {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST_BYTES = 32;

    private final SecretKeySpec key;

    public ContentDigest(byte[] secret) {
        if (secret.length < LEAST_BYTES) {
            throw new IllegalArgumentException(
                    "the secret of the log has at least %d bytes, not %d"
                            .formatted(LEAST_BYTES, secret.length));
        }
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    public String of(String content) {
        return of(content.getBytes(StandardCharsets.UTF_8));
    }

    public String of(byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] hash = mac.doFinal(content);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
