package shopkeeper.files.profile;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import shopkeeper.application.profile.IdentifierKeys;
import shopkeeper.domain.profile.Identifier;
import shopkeeper.domain.profile.IdentifierKey;
import shopkeeper.files.secrets.SecretFile;

/** The HMAC-SHA256 of type, NUL and value, as 64 hexadecimal digits. */
final class HmacIdentifierKeys implements IdentifierKeys {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "sk_identifier_";
    private static final int BYTES = 32;

    // Never fed, only cloned: a clone is cheaper than a new Mac, and virtual threads keep none.
    private final Mac prototype;

    private HmacIdentifierKeys(byte[] secret) {
        try {
            prototype = Mac.getInstance(ALGORITHM);
            prototype.init(new SecretKeySpec(secret, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    static HmacIdentifierKeys with(SecretFile file) {
        return new HmacIdentifierKeys(secret(file.readOrMake(PREFIX), file));
    }

    @Override
    public IdentifierKey keyOf(Identifier identifier) {
        var text = identifier.type().name() + '\0' + identifier.value();
        byte[] hash = fresh().doFinal(text.getBytes(StandardCharsets.UTF_8));
        return new IdentifierKey(HexFormat.of().formatHex(hash));
    }

    private Mac fresh() {
        try {
            return (Mac) prototype.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's " + ALGORITHM + " can be cloned", e);
        }
    }

    private static byte[] secret(String text, SecretFile file) {
        byte[] secret = decoded(text);
        if (secret.length != BYTES) {
            throw new IllegalStateException(
                    file
                            + " holds no identifier key: put back the one this data was made with,"
                            + " no customer is found with another");
        }
        return secret;
    }

    private static byte[] decoded(String text) {
        try {
            return text.startsWith(PREFIX)
                    ? Base64.getUrlDecoder().decode(text.substring(PREFIX.length()))
                    : new byte[0];
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }
}
