package shopkeeper.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.BiFunction;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.Refusal;

/**
 * Tells one business rule: given these facts, when this is asked, then that is the answer.
 *
 * @param <S> the aggregate
 * @param <C> its commands
 */
public final class Story<S, C, F extends Fact, R extends Refusal> {
    private final S state;
    private final BiFunction<S, C, Outcome<F, R>> decide;
    private final BiFunction<S, F, S> evolve;

    public Story(S state, BiFunction<S, C, Outcome<F, R>> decide, BiFunction<S, F, S> evolve) {
        this.state = state;
        this.decide = decide;
        this.evolve = evolve;
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Story<S, C, F, R> given(F... facts) {
        return given(List.of(facts));
    }

    public S state() {
        return state;
    }

    public Answer<F, R> when(C command) {
        return new Answer<>(decide.apply(state, command));
    }

    private Story<S, C, F, R> given(List<F> facts) {
        S after = state;
        for (F fact : facts) {
            after = evolve.apply(after, fact);
        }
        return new Story<>(after, decide, evolve);
    }

    /** What was answered. */
    public record Answer<F extends Fact, R extends Refusal>(Outcome<F, R> outcome) {
        @SafeVarargs
        @SuppressWarnings("varargs")
        public final void then(F... facts) {
            assertThat(outcome).isEqualTo(Outcome.accepted(List.of(facts)));
        }

        public void thenNothingChanges() {
            assertThat(outcome).isEqualTo(Outcome.accepted());
        }

        public void thenRefused(R refusal) {
            assertThat(outcome).isEqualTo(Outcome.refused(refusal));
            assertThat(refusal.code()).matches("[a-z]+(-[a-z]+)*");
            assertThat(refusal.words()).endsWith(".").hasSizeGreaterThan(10);
        }
    }
}
