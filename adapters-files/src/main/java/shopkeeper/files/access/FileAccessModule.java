package shopkeeper.files.access;

import java.nio.file.Path;
import java.time.InstantSource;
import shopkeeper.application.access.Keys;

/** The only door to the keys of the clients for the composition root. */
public final class FileAccessModule {
    private FileAccessModule() {}

    /** The keys in {@code <data>/keys}; the folder is made with the first key. */
    public static Keys keys(Path data, InstantSource clock) {
        return new KeyFolder(data.resolve("keys"), clock);
    }
}
