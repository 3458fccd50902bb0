package shopkeeper.messaging.behavior;

import java.util.Comparator;
import java.util.List;
import shopkeeper.domain.behavior.BehaviorEvent;
import shopkeeper.domain.behavior.BehaviorEvent.NothingSold;
import shopkeeper.domain.behavior.BehaviorEvent.Parked;
import shopkeeper.domain.behavior.BehaviorEvent.ParkedRefused;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseRecorded;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseVoided;
import shopkeeper.domain.behavior.BehaviorEvent.ReturnRecorded;
import shopkeeper.domain.behavior.BehaviorRefusal;
import shopkeeper.domain.behavior.Practice;
import shopkeeper.domain.kernel.Outcome.Accepted;
import shopkeeper.domain.kernel.Outcome.Refused;
import shopkeeper.domain.kernel.Reason;
import shopkeeper.domain.kernel.Recorded;
import shopkeeper.messaging.kernel.Answer.Kind;
import shopkeeper.messaging.kernel.Answer.Outcome;

/** What a till is told about its receipt. */
final class PosOutcomes {
    /** What somebody must look at counts more than what went well. */
    private static final List<Kind> WORST_FIRST =
            List.of(
                    Kind.CONFLICT,
                    Kind.QUARANTINED,
                    Kind.REFUSED,
                    Kind.PARKED,
                    Kind.ACCEPTED,
                    Kind.IGNORED,
                    Kind.DUPLICATE);

    private PosOutcomes() {}

    static Outcome of(Recorded<BehaviorEvent, BehaviorRefusal> recorded) {
        return switch (recorded) {
            case Recorded.Decided<BehaviorEvent, BehaviorRefusal>(
                            Accepted<BehaviorEvent, BehaviorRefusal>(var facts),
                            var position) ->
                    accepted(facts).at(position);
            case Recorded.Decided<BehaviorEvent, BehaviorRefusal>(
                            Refused<BehaviorEvent, BehaviorRefusal>(var refusal),
                            var position) ->
                    Outcome.refused(refusal).at(position);
            case Recorded.Duplicate<BehaviorEvent, BehaviorRefusal>(var position) ->
                    Outcome.of(Kind.DUPLICATE, position);
            case Recorded.Conflict<BehaviorEvent, BehaviorRefusal>(var position, var contents) ->
                    Outcome.conflict(position, contents);
            case Recorded.Stale<BehaviorEvent, BehaviorRefusal> _ ->
                    throw new IllegalStateException("a till says nothing of what it has seen");
        };
    }

    /** One receipt has one outcome; its position is that of the last fact it caused. */
    static Outcome worst(List<Outcome> told) {
        var worst = told.stream().min(Comparator.comparingInt(PosOutcomes::rank)).orElseThrow();
        return told.stream()
                .flatMap(one -> one.position().stream())
                .max(Comparator.naturalOrder())
                .map(worst::at)
                .orElse(worst);
    }

    static int rank(Outcome outcome) {
        return WORST_FIRST.indexOf(outcome.kind());
    }

    private static Outcome accepted(List<BehaviorEvent> facts) {
        var first = facts.getFirst();
        return switch (first) {
            case PurchaseRecorded _, PurchaseVoided _, ParkedRefused _ -> plain();
            case ReturnRecorded back when back.sale().isPresent() -> plain();
            case ReturnRecorded back ->
                    plain().with(
                                    Reason.of(
                                            "unlinked",
                                            "Unlinked, %d candidate receipts: none is marked as returned."
                                                    .formatted(back.candidates().size())));
            case Parked parked ->
                    Outcome.because(
                            Kind.PARKED,
                            "waits-for-sale",
                            "Waits for receipt " + parked.sale() + ".");
            case NothingSold nothing -> ignored(nothing.practice());
        };
    }

    private static Outcome ignored(Practice practice) {
        return switch (practice) {
            case TRAINING ->
                    Outcome.because(Kind.IGNORED, "training", "Nobody bought anything: training.");
            case CANCELLED ->
                    Outcome.because(Kind.IGNORED, "cancelled", "The transaction was cancelled.");
        };
    }

    private static Outcome plain() {
        return Outcome.of(Kind.ACCEPTED);
    }
}
