package shopkeeper.web.operations;

import java.time.Instant;
import java.util.List;

/** What the operations answer. */
final class OperationsJson {
    private OperationsJson() {}

    record ParkedFacts(List<Parked> parked) {}

    record Parked(
            String follower,
            long position,
            String name,
            String reason,
            Instant first,
            Instant last,
            int attempts) {}

    record Redriven(int taken) {}

    record Quarantined(List<Kept> messages) {}

    record Kept(
            String address, String source, String code, String words, String body, Instant at) {}
}
