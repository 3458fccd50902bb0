package planted.application.pricing;

import java.time.Instant;

/** A use case that asks the clock. */
public record PriceOfToday(Instant at) {
    public static PriceOfToday now() {
        return new PriceOfToday(Instant.now());
    }
}
