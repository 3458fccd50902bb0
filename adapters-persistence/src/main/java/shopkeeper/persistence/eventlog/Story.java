package shopkeeper.persistence.eventlog;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import shopkeeper.domain.kernel.Fact;

/**
 * How a state grows out of facts, starting from an empty one.
 *
 * @param facts only facts of this type are told, whoever else shares the tag
 * @param versions the facts that make a new version of the thing that is edited
 * @param kept whether a state may be kept for the next decision about the same thing; then the
 *     story is one constant of its adapter
 */
public record Story<S, F extends Fact>(
        Class<F> facts, S empty, BiFunction<S, F, S> evolve, Predicate<F> versions, boolean kept) {
    public Story(Class<F> facts, S empty, BiFunction<S, F, S> evolve, Predicate<F> versions) {
        this(facts, empty, evolve, versions, true);
    }

    /** Every fact makes a new version. */
    public Story(Class<F> facts, S empty, BiFunction<S, F, S> evolve) {
        this(facts, empty, evolve, _ -> true, true);
    }

    /** A story whose beginning differs from call to call, so that nothing of it is kept. */
    public static <S, F extends Fact> Story<S, F> toldOnce(
            Class<F> facts, S empty, BiFunction<S, F, S> evolve) {
        return new Story<>(facts, empty, evolve, _ -> true, false);
    }

    /** Every fact of a kind, one after the other. */
    public static <F extends Fact> Story<List<F>, F> all(Class<F> kind) {
        return toldOnce(
                kind,
                new ArrayList<>(),
                (told, fact) -> {
                    told.add(fact);
                    return told;
                });
    }
}
