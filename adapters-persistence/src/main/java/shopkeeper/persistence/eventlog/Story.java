package shopkeeper.persistence.eventlog;

import java.util.function.BiFunction;
import shopkeeper.domain.kernel.Fact;

/**
 * How a state grows out of facts, starting from an empty one.
 *
 * @param facts only facts of this type are told, whoever else shares the tag
 */
public record Story<S, F extends Fact>(Class<F> facts, S empty, BiFunction<S, F, S> evolve) {}
