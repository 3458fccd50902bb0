package shopkeeper.messaging.kernel;

import java.util.Optional;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.Reason;
import shopkeeper.domain.kernel.Refusal;
import tools.jackson.databind.node.ObjectNode;

/** What the platform says to a message. */
public sealed interface Answer {
    /** What became of a fact that was told. */
    record Outcome(
            Kind kind,
            Optional<Reason> reason,
            Optional<String> receipt,
            Optional<Position> position)
            implements Answer {
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

        public static Outcome conflict(Position position) {
            return because(
                            Kind.CONFLICT,
                            "conflict",
                            "This was told before with other content; the first stays.")
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
