package shopkeeper.benchmarks.log;

import java.util.Set;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.persistence.eventlog.EventCatalog;

/** A fact of the size that facts of shops have. */
record Noted(String subject, int count, String words) implements Fact {
    static final String NAME = "bench.noted";
    static final String WORDS = "what was said about it, in some two hundred letters. ".repeat(4);

    static EventCatalog catalog() {
        return EventCatalog.of("bench")
                .fact(Noted.class, NAME, 1, fact -> Set.of(tag(fact.subject)));
    }

    static String tag(String subject) {
        return "bench:" + subject;
    }
}
