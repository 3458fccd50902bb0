package shopkeeper.acceptance;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import shopkeeper.bootstrap.Platform;
import shopkeeper.bootstrap.PlatformOptions;

/** The platform under test, started once for a whole run. */
public final class Shop implements AutoCloseable {
    private static final AtomicReference<@Nullable Shop> OPEN = new AtomicReference<>();

    private final Platform platform;
    private final ShopClock clock;

    private Shop(Platform platform, ShopClock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    /** Everything embedded, on free ports. */
    public static Shop open(Path data) {
        var clock = new ShopClock();
        var shop = new Shop(Platform.start(PlatformOptions.embedded(data).time(clock)), clock);
        OPEN.set(shop);
        return shop;
    }

    static Shop current() {
        return Optional.ofNullable(OPEN.get())
                .orElseThrow(
                        () -> new IllegalStateException("no shop is open: call Shop.open first"));
    }

    public Platform platform() {
        return platform;
    }

    public ShopClock clock() {
        return clock;
    }

    @Override
    public void close() {
        OPEN.set(null);
        platform.close();
    }
}
