package shopkeeper.messaging.kernel;

import java.util.Map;
import java.util.Optional;

/**
 * A message as it came from the wire.
 *
 * @param contentType empty where the sender named none
 * @param broughtBy the client who sent it, where the broker vouches for that
 * @param arrivedNanos by {@link System#nanoTime()}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Incoming(
        String address,
        String contentType,
        Map<String, Object> properties,
        byte[] body,
        Optional<String> broughtBy,
        long arrivedNanos) {
    public Incoming {
        properties = Map.copyOf(properties);
    }

    /** Personal data never reaches a log line by accident. */
    @Override
    public String toString() {
        return address + ", " + body.length + " bytes";
    }
}
