package shopkeeper.files.shopdata;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import shopkeeper.files.shopdata.Tallies.Kind;

/**
 * How far an import came: everything up to here is in the log and counted.
 *
 * @param digest of the file and of how it is read
 * @param run names the messages of the import, also after it was interrupted
 * @param steps how many things were sent, in the order in which they are always sent
 * @param position of the last fact then
 */
record Mark(
        String digest,
        String file,
        UUID run,
        Instant began,
        long steps,
        long position,
        Map<Kind, Long> fresh,
        Map<Kind, Long> known,
        Map<String, Long> refused) {
    Mark {
        fresh = Map.copyOf(fresh);
        known = Map.copyOf(known);
        refused = Map.copyOf(refused);
    }

    static Mark start(String digest, String file, Instant now, long position) {
        return new Mark(
                digest, file, UUID.randomUUID(), now, 0, position, Map.of(), Map.of(), Map.of());
    }
}
