package shopkeeper.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import shopkeeper.application.kernel.Logged;
import shopkeeper.application.kernel.Memory;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.Recorded;
import shopkeeper.domain.kernel.Refusal;

/** A log that knows its messages again and tells its memories at once. */
final class InMemoryLog {
    private final List<Logged<? extends Fact>> facts = new ArrayList<>();
    private final Map<MessageId, String> contents = new HashMap<>();
    private final List<Memory> memories = new ArrayList<>();

    void tell(Memory memory) {
        memories.add(memory);
    }

    Position head() {
        return new Position(facts.size());
    }

    <F extends Fact> List<Logged<F>> of(Class<F> type, Predicate<F> wanted) {
        return facts.stream()
                .filter(logged -> type.isInstance(logged.fact()))
                .map(logged ->
                        new Logged<>(logged.position(), logged.cause(), type.cast(logged.fact())))
                .filter(logged -> wanted.test(logged.fact()))
                .toList();
    }

    <S, F extends Fact> S fold(
            Class<F> type, Predicate<F> wanted, S start, BiFunction<S, F, S> evolve) {
        S state = start;
        for (Logged<F> logged : of(type, wanted)) {
            state = evolve.apply(state, logged.fact());
        }
        return state;
    }

    synchronized <S, F extends Fact, R extends Refusal> Recorded<F, R> decide(
            Message message, S state, Function<S, Outcome<F, R>> decide) {
        var before = contents.get(message.id());
        if (before != null) {
            return before.equals(message.content())
                    ? new Recorded.Duplicate<>(head())
                    : new Recorded.Conflict<>(head());
        }
        var outcome = decide.apply(state);
        if (outcome instanceof Outcome.Accepted<F, R>(var accepted)) {
            contents.put(message.id(), message.content());
            accepted.forEach(fact -> append(message.id(), fact));
        }
        return new Recorded.Decided<>(outcome, head());
    }

    void append(MessageId cause, Fact fact) {
        var logged = new Logged<>(new Position(facts.size() + 1L), cause, fact);
        facts.add(logged);
        memories.forEach(memory -> memory.remember(logged));
    }
}
