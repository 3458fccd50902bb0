package shopkeeper.files.profile;

import java.nio.file.Path;
import shopkeeper.application.profile.IdentifierKeys;
import shopkeeper.files.secrets.SecretFile;

/** The only door to the key of identifiers for the composition root. */
public final class FileProfileModule {
    private FileProfileModule() {}

    /**
     * HMAC-SHA256 with the secret in {@code <data>/secrets/identifier.key}, made at the first
     * start.
     *
     * @throws IllegalStateException when the file is there and holds no such secret: another one
     *     would forget every customer
     */
    public static IdentifierKeys identifierKeys(Path data) {
        return HmacIdentifierKeys.with(
                new SecretFile(data.resolve("secrets").resolve("identifier.key")));
    }
}
