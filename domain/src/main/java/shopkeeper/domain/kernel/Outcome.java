package shopkeeper.domain.kernel;

import java.util.List;

/**
 * What an aggregate says to a command: yes with what changed, yes it was already so, or a business
 * no.
 */
public sealed interface Outcome<F extends Fact, R extends Refusal> {
    record Accepted<F extends Fact, R extends Refusal>(List<F> facts) implements Outcome<F, R> {
        public Accepted {
            facts = List.copyOf(facts);
        }
    }

    record Refused<F extends Fact, R extends Refusal>(R refusal) implements Outcome<F, R> {}

    /** It was already so. */
    static <F extends Fact, R extends Refusal> Outcome<F, R> accepted() {
        return new Accepted<>(List.of());
    }

    static <F extends Fact, R extends Refusal> Outcome<F, R> accepted(F fact) {
        return new Accepted<>(List.of(fact));
    }

    static <F extends Fact, R extends Refusal> Outcome<F, R> accepted(List<? extends F> facts) {
        return new Accepted<>(List.copyOf(facts));
    }

    static <F extends Fact, R extends Refusal> Outcome<F, R> refused(R refusal) {
        return new Refused<>(refusal);
    }
}
