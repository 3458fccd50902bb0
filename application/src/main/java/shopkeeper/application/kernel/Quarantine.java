package shopkeeper.application.kernel;

import java.time.Instant;
import java.util.List;

/**
 * What could not be taken in is kept with its reason, for a person to look at; it is never lost and
 * never tried for ever.
 */
public interface Quarantine {
    /** The same body from the same address is kept once, however often it comes. */
    void keep(Kept kept);

    /** The latest first. */
    List<Kept> list(int limit);

    /**
     * A message nobody could use.
     *
     * @param address where it came in
     * @param source who sent it, as far as that is known
     * @param code stable: malformed, conflict, or the code of a refusal
     * @param words why, for a person
     */
    record Kept(
            String address, String source, String code, String words, String body, Instant at) {}
}
