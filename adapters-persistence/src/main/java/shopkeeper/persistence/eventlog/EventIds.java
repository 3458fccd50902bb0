package shopkeeper.persistence.eventlog;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ids in the order of time (UUID version 7, RFC 9562), so that new ones meet in one place of an
 * index.
 */
final class EventIds {
    private static final long VERSION = 0x7000;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private EventIds() {}

    static UUID at(Instant now) {
        ThreadLocalRandom chance = ThreadLocalRandom.current();
        long first = now.toEpochMilli() << 16 | VERSION | chance.nextInt(0x1000);
        return new UUID(first, VARIANT | chance.nextLong() >>> 2);
    }
}
