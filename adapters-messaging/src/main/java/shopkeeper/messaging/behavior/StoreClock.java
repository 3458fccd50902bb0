package shopkeeper.messaging.behavior;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shopkeeper.application.catalog.BrowseCatalog;
import shopkeeper.domain.catalog.Store;
import shopkeeper.messaging.kernel.CloudEvent;
import shopkeeper.messaging.kernel.Fields;
import shopkeeper.messaging.kernel.Till;

/**
 * What a till's wall clock means: tills write local times without a zone, so the zone comes from
 * the message, else from the store, else from the envelope.
 */
record StoreClock(ZoneId zone) {
    static StoreClock of(CloudEvent event, Till till, BrowseCatalog catalog) {
        return new StoreClock(
                event.fields()
                        .text("zone", ZoneId::of)
                        .or(() -> catalog.store(till.store()).map(Store::zone))
                        .or(() -> event.time().map(OffsetDateTime::getOffset))
                        .orElse(ZoneOffset.UTC));
    }

    Instant instant(Time time) {
        return time.offset() == null
                ? time.local().atZone(zone).toInstant()
                : time.local().toInstant(time.offset());
    }

    /** The till's own time, and its offset where it wrote one. */
    record Time(LocalDateTime local, @Nullable ZoneOffset offset) {
        static Time parse(String text) {
            boolean zoned = text.endsWith("Z") || text.matches(".*[+-]\\d{2}:?\\d{2}");
            if (!zoned) {
                return new Time(LocalDateTime.parse(text), null);
            }
            var at = OffsetDateTime.parse(text);
            return new Time(at.toLocalDateTime(), at.getOffset());
        }
    }

    static Optional<Time> time(Fields data, String name) {
        return data.text(name, Time::parse);
    }
}
