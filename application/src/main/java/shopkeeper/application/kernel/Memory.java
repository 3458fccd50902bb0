package shopkeeper.application.kernel;

import shopkeeper.domain.kernel.Fact;

/**
 * Something that is kept in memory and remembers facts in the order of the log.
 *
 * <p>The feed calls {@link #remember} from one thread only, for every fact from the first on at
 * each start; readers come from any thread, so an implementation guards itself.
 */
public interface Memory {
    /** Short, unique: shown where a failing fact is parked. */
    String name();

    void remember(Logged<? extends Fact> logged);
}
