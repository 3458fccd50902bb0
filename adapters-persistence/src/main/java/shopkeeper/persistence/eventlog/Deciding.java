package shopkeeper.persistence.eventlog;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import shopkeeper.domain.kernel.Expected;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.Refusal;

/** One decision to be made: for which message, on which story, and how. */
record Deciding<S, F extends Fact, R extends Refusal>(
        MessageMark mark,
        Expected expected,
        Set<String> tags,
        EventCriteria criteria,
        Story<S, F> story,
        Function<S, Outcome<F, R>> decide,
        Function<List<F>, List<Rider>> riders) {}
