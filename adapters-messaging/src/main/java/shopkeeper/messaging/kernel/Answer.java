package shopkeeper.messaging.kernel;

import java.util.List;
import java.util.Optional;
import shopkeeper.domain.kernel.Contents;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.Reason;
import shopkeeper.domain.kernel.Refusal;
import tools.jackson.databind.node.ObjectNode;

/** What the platform says to a message. */
public sealed interface Answer {
    /**
     * What became of a fact that was told.
     *
     * @param parts where one message tells of several transactions: of each
     */
    record Outcome(
            Kind kind,
            Optional<Reason> reason,
            Optional<String> receipt,
            Optional<Position> position,
            List<Outcome> parts)
            implements Answer {
        public Outcome {
            parts = List.copyOf(parts);
        }

        private Outcome(
                Kind kind,
                Optional<Reason> reason,
                Optional<String> receipt,
                Optional<Position> position) {
            this(kind, reason, receipt, position, List.of());
        }

        /** Nothing is to be said but that. */
        public static Outcome of(Kind kind) {
            return new Outcome(kind, Optional.empty(), Optional.empty(), Optional.empty());
        }

        /** With what became of each part of the message. */
        public Outcome listing(List<Outcome> each) {
            return new Outcome(kind, reason, receipt, position, each);
        }

        public static Outcome of(Kind kind, Position position) {
            return new Outcome(kind, Optional.empty(), Optional.empty(), Optional.of(position));
        }

        public static Outcome because(Kind kind, String code, String words) {
            return new Outcome(
                    kind, Optional.of(Reason.of(code, words)), Optional.empty(), Optional.empty());
        }

        public static Outcome refused(Refusal refusal) {
            return because(Kind.REFUSED, refusal.code(), refusal.words());
        }

        public static Outcome conflict(Position position, Contents contents) {
            return because(
                            Kind.CONFLICT,
                            "conflict",
                            "This was told before with other content; the first stays. Content then: %s, now: %s."
                                    .formatted(contents.first(), contents.second()))
                    .at(position);
        }

        public Outcome at(Position where) {
            return new Outcome(kind, reason, receipt, Optional.of(where));
        }

        public Outcome with(Reason why) {
            return new Outcome(kind, Optional.of(why), receipt, position);
        }

        public Outcome about(String receiptId) {
            return new Outcome(kind, reason, Optional.of(receiptId), position);
        }
    }

    /** The answer to a question. */
    record Reply(String type, String id, ObjectNode data) implements Answer {}

    /** The outcomes, as their events are named. */
    enum Kind {
        ACCEPTED,
        DUPLICATE,
        CONFLICT,
        REFUSED,
        PARKED,
        IGNORED,
        QUARANTINED;

        /** Somebody must look at the message, so it is kept. */
        public boolean isKept() {
            return switch (this) {
                case CONFLICT, REFUSED, QUARANTINED -> true;
                case ACCEPTED, DUPLICATE, PARKED, IGNORED -> false;
            };
        }
    }
}
