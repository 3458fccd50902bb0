package shopkeeper.persistence.eventlog;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.Refusal;

/** The smallest capability there can be: it counts for somebody. */
public record Tally(int count) {
    public static final Story<Tally, TallyFact> STORY =
            new Story<>(TallyFact.class, new Tally(0), Tally::evolve);

    public sealed interface TallyFact extends Fact {
        CustomerId who();

        record Counted(CustomerId who, int version) implements TallyFact {}

        record Cleared(CustomerId who) implements TallyFact {}
    }

    /** A fact of another capability with the same tag. */
    public record Greeted(CustomerId who, String words) implements Fact {}

    public record Full(int limit) implements Refusal {
        @Override
        public String code() {
            return "full";
        }

        @Override
        public String words() {
            return "It counts no further than " + limit + ".";
        }
    }

    public static EventCatalog catalog() {
        return EventCatalog.of("tally")
                .fact(TallyFact.Counted.class, "tally.counted", 1, fact -> tags(fact.who()))
                .fact(TallyFact.Cleared.class, "tally.cleared", 1, fact -> tags(fact.who()));
    }

    public static EventCatalog greetings() {
        return EventCatalog.of("greeting")
                .fact(Greeted.class, "greeting.said", 1, fact -> tags(fact.who()));
    }

    /** What the digests of messages are made with. */
    public static byte[] secret() {
        return "thirty-two bytes nobody knows...".getBytes(StandardCharsets.US_ASCII);
    }

    public static Set<String> tags(CustomerId who) {
        return Set.of("customer:" + who.value());
    }

    public static CustomerId who(String name) {
        return new CustomerId(name);
    }

    public static Message message(String id) {
        return message(id, "content of " + id);
    }

    public static Message message(String id, String content) {
        return new Message(new MessageId("test", id), content);
    }

    public Outcome<TallyFact, Full> count(CustomerId who) {
        return Outcome.accepted(new TallyFact.Counted(who, count + 1));
    }

    public Outcome<TallyFact, Full> countUpTo(CustomerId who, int limit) {
        return count < limit ? count(who) : Outcome.refused(new Full(limit));
    }

    private Tally evolve(TallyFact fact) {
        return switch (fact) {
            case TallyFact.Counted(_, var version) -> new Tally(version);
            case TallyFact.Cleared(_) -> new Tally(0);
        };
    }
}
