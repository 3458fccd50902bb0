package shopkeeper.web.operations;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the operations answer. */
final class OperationsJson {
    private OperationsJson() {}

    record ParkedFacts(List<Parked> parked) {}

    /**
     * @param node whose memory it is; empty for what all nodes share
     * @param attempts none for a fact that only comes after a parked one
     */
    record Parked(
            String follower,
            String node,
            long position,
            String name,
            String reason,
            Instant first,
            Instant last,
            int attempts) {}

    /**
     * @param done false while some are left that were not tried: these are driven on
     */
    record Redriven(int taken, boolean done) {}

    record Quarantined(List<Kept> messages) {}

    record Kept(
            String address, String source, String code, String words, String body, Instant at) {}

    /**
     * @param at a time, such as 2026-11-20T10:00:00Z
     * @param forward instead of it, a time from now, such as PT31M
     */
    record ClockMove(@Nullable String at, @Nullable String forward) {}

    record ClockTime(String now) {}
}
