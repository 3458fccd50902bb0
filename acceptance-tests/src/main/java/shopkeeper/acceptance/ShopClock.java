package shopkeeper.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** The clock of the shop under test: it runs with the world's and can be moved on. */
public final class ShopClock implements InstantSource {
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead.get());
    }

    public void moveOn(Duration time) {
        ahead.updateAndGet(before -> before.plus(time));
    }
}
