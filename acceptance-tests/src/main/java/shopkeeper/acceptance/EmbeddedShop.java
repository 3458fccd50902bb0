package shopkeeper.acceptance;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import shopkeeper.acceptance.drivers.Address;
import shopkeeper.acceptance.drivers.Desk;
import shopkeeper.acceptance.drivers.DeskInProcess;
import shopkeeper.acceptance.drivers.DeskOverRest;
import shopkeeper.acceptance.drivers.InProcess;
import shopkeeper.acceptance.drivers.OverHttp;
import shopkeeper.acceptance.drivers.Rest;
import shopkeeper.acceptance.drivers.Seen;
import shopkeeper.acceptance.drivers.ShopClock;
import shopkeeper.acceptance.drivers.Way;
import shopkeeper.bootstrap.Platform;
import shopkeeper.bootstrap.PlatformOptions;
import shopkeeper.bootstrap.VirtualClock;
import shopkeeper.domain.kernel.StoreId;

/**
 * A platform of our own on a folder that is thrown away. Its clock begins on a Monday morning and
 * stands still until a scenario moves it; where one wants an earlier time, a new shop is opened.
 */
final class EmbeddedShop implements Shop, ShopClock {
    private static final Instant MONDAY_MORNING = Instant.parse("2026-01-05T10:00:00Z");

    private final Path folder;
    private int opened;
    private VirtualClock time;
    private Platform platform;

    EmbeddedShop(Path folder) {
        this.folder = folder;
        this.time = new VirtualClock(MONDAY_MORNING);
        this.platform = open(folder.resolve("shop-" + opened), time);
    }

    @Override
    public List<Way> ways() {
        return List.of(Way.values());
    }

    @Override
    public synchronized Platform platform() {
        return platform;
    }

    @Override
    public ShopClock clock() {
        return this;
    }

    @Override
    public synchronized Instant instant() {
        return time.instant();
    }

    @Override
    public synchronized void set(Instant now) {
        if (!time.moveTo(now)) {
            platform.close();
            opened++;
            time = new VirtualClock(now);
            platform = open(folder.resolve("shop-" + opened), time);
        }
    }

    @Override
    public synchronized void aMoment() {
        time.moveTo(time.instant().plusMillis(1));
    }

    @Override
    public URI http() {
        return platform().http();
    }

    @Override
    public Address amqp() {
        return Address.here(platform().amqpPort());
    }

    @Override
    public Address mqtt() {
        return Address.here(platform().mqttPort().orElseThrow());
    }

    @Override
    public String key(String client) {
        return platform().key(client);
    }

    @Override
    public Desk desk(Way way, StoreId store, Seen seen) {
        if (way == Way.HTTP) {
            return new DeskOverRest(
                    new Rest(http(), key("admin"), seen),
                    new OverHttp(http(), key("web"), store, seen));
        }
        return new DeskInProcess(platform(), new InProcess(platform(), this, store, seen));
    }

    @Override
    public synchronized void close() {
        platform.close();
    }

    private static Platform open(Path data, VirtualClock time) {
        return Platform.start(PlatformOptions.embedded(data).time(time));
    }
}
