package shopkeeper.acceptance;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import shopkeeper.acceptance.drivers.Address;
import shopkeeper.acceptance.drivers.Desk;
import shopkeeper.acceptance.drivers.DeskOverRest;
import shopkeeper.acceptance.drivers.NotHere;
import shopkeeper.acceptance.drivers.OverHttp;
import shopkeeper.acceptance.drivers.Rest;
import shopkeeper.acceptance.drivers.Seen;
import shopkeeper.acceptance.drivers.ShopClock;
import shopkeeper.acceptance.drivers.Way;
import shopkeeper.bootstrap.Platform;
import shopkeeper.domain.kernel.StoreId;

/**
 * A platform that somebody else started: only what its doors allow can be tried. Its time passes as
 * its own clock says, which can be moved where it was started with a virtual one.
 */
public final class RunningShop implements Shop, ShopClock {
    private final URI http;
    private final Optional<Address> amqp;
    private final Optional<Address> mqtt;
    private final Function<String, String> keys;
    private final Rest admin;
    private final boolean isVirtual;

    /**
     * @param keys the key of a client; throws {@link NotHere} for one it does not know
     */
    public RunningShop(
            URI http,
            Optional<Address> amqp,
            Optional<Address> mqtt,
            Function<String, String> keys) {
        this.http = http;
        this.amqp = amqp;
        this.mqtt = mqtt;
        this.keys = keys;
        this.admin = new Rest(http, keys.apply("admin"), new Seen());
        this.isVirtual = admin.get("/v1/clock").isOk();
    }

    @Override
    public List<Way> ways() {
        return Stream.of(Way.values()).filter(way -> way != Way.IN_PROCESS).toList();
    }

    @Override
    public Platform platform() {
        throw new NotHere(
                "it looks into the platform itself, which --against cannot: run it without");
    }

    @Override
    public ShopClock clock() {
        return this;
    }

    @Override
    public Instant instant() {
        var clock = admin.get("/v1/clock");
        return clock.isOk() ? Instant.parse(clock.body().path("now").asString()) : Instant.now();
    }

    @Override
    public void set(Instant now) {
        var moved = admin.post("/v1/clock", Map.of("at", now.toString()));
        if (moved.status() == 404) {
            throw new NotHere("it moves time, which needs a platform started with --virtual-clock");
        }
        if (!moved.isOk()) {
            throw new NotHere(
                    "it begins at %s, but that platform's clock stands at %s and never goes back"
                            .formatted(now, instant()));
        }
    }

    @Override
    public void aMoment() {
        if (isVirtual) {
            admin.post("/v1/clock", Map.of("forward", "PT0.001S"));
        }
    }

    @Override
    public URI http() {
        return http;
    }

    @Override
    public Address amqp() {
        return amqp.orElseThrow(() ->
                new NotHere(
                        "it speaks AMQP too: say where that platform's tills connect with"
                                + " --against-amqp HOST:PORT"));
    }

    @Override
    public Address mqtt() {
        return mqtt.orElseThrow(() ->
                new NotHere(
                        "it speaks MQTT too: say where that platform's tills connect with"
                                + " --against-mqtt HOST:PORT"));
    }

    @Override
    public String key(String client) {
        return keys.apply(client);
    }

    @Override
    public Desk desk(Way way, StoreId store, Seen seen) {
        return new DeskOverRest(
                new Rest(http, key("admin"), seen), new OverHttp(http, key("web"), store, seen));
    }

    @Override
    public void close() {
        admin.close();
    }
}
