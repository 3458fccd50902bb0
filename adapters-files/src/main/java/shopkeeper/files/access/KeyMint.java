package shopkeeper.files.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import shopkeeper.application.access.Client;
import shopkeeper.files.secrets.SecretFile;

/**
 * Makes a client's key from the master secret and the salt of the moment, always the same one: so
 * no key is kept anywhere, and it can be told again. Whoever only checks keys needs no master.
 */
final class KeyMint {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretFile master;

    KeyMint(SecretFile master) {
        this.master = master;
    }

    String key(Client client, String salt) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            var secret = master.readOrMake("sk_keys_").getBytes(StandardCharsets.US_ASCII);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            var made = mac.doFinal((client.name() + "\n" + salt).getBytes(StandardCharsets.UTF_8));
            return prefix(client) + Base64.getUrlEncoder().withoutPadding().encodeToString(made);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    /** A key has 256 random bits: nobody finds it from its hash, however fast the hash is. */
    static String hash(String key) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Tells whoever finds one what it is; a write key may be seen, a secret key must not. */
    private static String prefix(Client client) {
        return switch (client.role()) {
            case WEB, AGENT, ADMIN, TILL, FOLLOWER ->
                    "sk_" + client.role().name().toLowerCase(Locale.ROOT) + "_";
            case BROWSER -> "wk_";
        };
    }
}
