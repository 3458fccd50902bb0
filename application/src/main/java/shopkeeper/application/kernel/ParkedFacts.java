package shopkeeper.application.kernel;

import java.time.Instant;
import java.util.List;
import shopkeeper.domain.kernel.Position;

/** The facts that somebody who follows the log could not take in: they neither block nor vanish. */
public interface ParkedFacts {
    /** By follower, in the order of the log. */
    List<Parked> parked();

    /**
     * Gives a follower its parked facts again, in the order of the log; one that fails again keeps
     * back what comes after it in its sequence, and nothing else. New facts are taken in between.
     * The answer comes after a few seconds at most; what is left then is driven on, and whoever
     * asks meanwhile hears how far that is.
     *
     * @throws IllegalArgumentException when nobody who follows the log has this name
     */
    Redriven redrive(String follower);

    /**
     * How far it came.
     *
     * @param taken how many were taken in
     * @param done false while there are some left that were not tried
     */
    record Redriven(int taken, boolean done) {}

    /**
     * A fact that one follower could not take in, or that comes after such a one in its sequence;
     * the follower went on, the fact waits to be driven again.
     *
     * @param node whose memory could not take it in; empty where it is parked for all nodes
     * @param name the fact's logical name
     * @param reason the kind of failure, without anything a person told the shop
     * @param attempts none when it only comes after another one
     */
    record Parked(
            String follower,
            String node,
            Position position,
            String name,
            String reason,
            Instant first,
            Instant last,
            int attempts) {}
}
