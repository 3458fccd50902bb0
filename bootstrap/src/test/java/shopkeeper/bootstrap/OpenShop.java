package shopkeeper.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One running platform for all tests of this module that come to its doors. */
final class OpenShop implements BeforeAllCallback {
    /** How long a request may take to be sent. */
    static final Duration REQUEST = Duration.ofSeconds(4);

    private static @Nullable Running running;

    @Override
    public void beforeAll(ExtensionContext context) {
        running =
                context.getRoot()
                        .getStore(ExtensionContext.Namespace.GLOBAL)
                        .computeIfAbsent(Running.class);
    }

    static Platform platform() {
        return Objects.requireNonNull(running).platform;
    }

    /** Closes it, looks at what is left, and opens it again on the same folder. */
    static void restart(Runnable whileClosed) {
        Objects.requireNonNull(running).restart(whileClosed);
    }

    static final class Running implements AutoCloseable {
        private final Path folder = newFolder();
        private Platform platform = start(folder);

        void restart(Runnable whileClosed) {
            platform.close();
            try {
                whileClosed.run();
            } finally {
                platform = start(folder);
            }
        }

        @Override
        public void close() throws IOException {
            platform.close();
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }

        /** Nobody waits as long for those who drip as a shop would. */
        private static Platform start(Path folder) {
            System.setProperty("shopkeeper.request.ms", Long.toString(REQUEST.toMillis()));
            try {
                return Platform.start(PlatformOptions.embedded(folder));
            } finally {
                System.clearProperty("shopkeeper.request.ms");
            }
        }

        private static Path newFolder() {
            try {
                return Files.createTempDirectory("open-shop");
            } catch (IOException e) {
                throw new UncheckedIOException("no folder for the shop", e);
            }
        }
    }
}
