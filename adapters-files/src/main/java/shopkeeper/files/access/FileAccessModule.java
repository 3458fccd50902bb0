package shopkeeper.files.access;

import java.nio.file.Path;
import java.time.InstantSource;
import shopkeeper.application.access.Keys;
import shopkeeper.files.secrets.SecretFile;

/** The only door to the keys of the clients for the composition root. */
public final class FileAccessModule {
    private FileAccessModule() {}

    /**
     * The hashes of the keys in {@code <data>/keys}, made from {@code <data>/secrets/keys.key};
     * both are made with the first key.
     */
    public static Keys keys(Path data, InstantSource clock) {
        var master = new SecretFile(data.resolve("secrets").resolve("keys.key"));
        return new KeyFolder(data.resolve("keys"), new KeyMint(master), clock);
    }
}
