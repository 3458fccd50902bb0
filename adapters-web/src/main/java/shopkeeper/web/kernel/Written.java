package shopkeeper.web.kernel;

import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Outcome.Accepted;
import shopkeeper.domain.kernel.Outcome.Refused;
import shopkeeper.domain.kernel.Recorded;
import shopkeeper.domain.kernel.Recorded.Conflict;
import shopkeeper.domain.kernel.Recorded.Decided;
import shopkeeper.domain.kernel.Recorded.Duplicate;
import shopkeeper.domain.kernel.Recorded.Stale;
import shopkeeper.domain.kernel.Refusal;

/**
 * The answer to a write.
 *
 * @param outcome accepted, unchanged (it was already so) or duplicate (this request was seen
 *     before)
 * @param position from here on every read sees it
 */
public record Written(String outcome, long position) {
    /**
     * @throws ProblemException when it was refused, or contradicts what was sent before
     */
    public static <F extends Fact, R extends Refusal> Written of(Recorded<F, R> recorded) {
        return switch (recorded) {
            case Decided<F, R>(Refused<F, R>(var refusal), _) ->
                    throw Problem.refused(refusal).asException();
            case Decided<F, R>(Accepted<F, R>(var facts), var position) ->
                    new Written(facts.isEmpty() ? "unchanged" : "accepted", position.value());
            case Duplicate<F, R>(var position) -> new Written("duplicate", position.value());
            case Conflict<F, R> _ -> throw Problem.conflict().asException();
            case Stale<F, R>(var version) -> throw Problem.versionMismatch(version).asException();
        };
    }
}
