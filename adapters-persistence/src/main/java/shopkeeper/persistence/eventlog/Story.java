package shopkeeper.persistence.eventlog;

import java.util.function.BiFunction;
import java.util.function.Predicate;
import shopkeeper.domain.kernel.Fact;

/**
 * How a state grows out of facts, starting from an empty one.
 *
 * @param facts only facts of this type are told, whoever else shares the tag
 * @param versions the facts that make a new version of the thing that is edited
 */
public record Story<S, F extends Fact>(
        Class<F> facts, S empty, BiFunction<S, F, S> evolve, Predicate<F> versions) {
    /** Every fact makes a new version. */
    public Story(Class<F> facts, S empty, BiFunction<S, F, S> evolve) {
        this(facts, empty, evolve, _ -> true);
    }
}
