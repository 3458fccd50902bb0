package shopkeeper.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopkeeper.application.access.Client;

final class ShopWiringTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir private Path folder;

    @Test
    void a_key_that_is_revoked_ends_though_the_shops_clock_stands_still() {
        var options = PlatformOptions.embedded(folder).time(new VirtualClock(NOON));
        var wall = new VirtualClock(NOON);
        var keys = new ShopWiring().keys(options, wall);
        var agent = Client.named("agent");
        var key = keys.keyOf(agent);
        assertThat(keys.clientWith(key)).isPresent();

        keys.revoke(agent);
        wall.moveTo(NOON.plus(Duration.ofSeconds(31)));

        assertThat(keys.clientWith(key)).isEmpty();
    }

    @Test
    void the_clock_of_the_wall_is_not_the_shops() {
        var wall = new ShopWiring().wallClock();
        var before = Instant.now();
        assertThat(wall.instant()).isBetween(before, before.plusSeconds(60));
    }
}
