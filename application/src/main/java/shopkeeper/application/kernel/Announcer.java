package shopkeeper.application.kernel;

import java.util.List;
import shopkeeper.domain.kernel.Fact;

/**
 * Tells other systems what happened, in the order of the log. After a break it may tell a fact
 * again, under the same name.
 */
public interface Announcer {
    /** Short, unique and never changed: how far it has come is kept under it. */
    String name();

    /**
     * Returns when all of it is safe with whoever passes it on.
     *
     * @throws Unavailable when that is away; the same is then told again later
     */
    void announce(List<Logged<? extends Fact>> facts);
}
