package shopkeeper.files.log;

import java.nio.file.Path;
import java.util.Base64;
import shopkeeper.files.secrets.SecretFile;

/** The only door to the secret of the log for the composition root. */
public final class FileLogModule {
    private static final String PREFIX = "sk_message_";
    private static final int BYTES = 32;

    private FileLogModule() {}

    /**
     * The 32 bytes in {@code <data>/secrets/message.key}, made at the first start.
     *
     * @throws IllegalStateException when the file is there and holds no such secret: with another
     *     one no message that comes again would be recognised
     */
    public static byte[] messageSecret(Path data) {
        var file = new SecretFile(data.resolve("secrets").resolve("message.key"));
        byte[] secret = decoded(file.readOrMake(PREFIX));
        if (secret.length != BYTES) {
            throw new IllegalStateException(
                    file
                            + " holds no message key: put back the one this data was made with,"
                            + " no repeated message is recognised with another");
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
