package shopkeeper.persistence.feed;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import shopkeeper.application.kernel.Logged;
import shopkeeper.application.kernel.Policy;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.persistence.eventlog.LogEntry;
import shopkeeper.persistence.eventlog.PolicyRide;
import shopkeeper.persistence.eventlog.Rider;
import shopkeeper.persistence.schema.Outage;

/**
 * Carries out what a policy wants; its position rides with the append of the last step. After a
 * crash a fact may be handled again, and its commands are then recognised by their messages.
 */
final class PolicyFollower<F extends Fact, C> extends ClaimedFollower {
    private final Policy<F, C> policy;

    /** Up to here its position is kept; facts that do not concern it move it on now and then. */
    private long kept;

    PolicyFollower(Policy<F, C> policy, Surroundings around) {
        super(policy.name(), around);
        this.policy = policy;
    }

    @Override
    long begin() {
        kept = claimedPosition();
        return kept;
    }

    @Override
    void seen(long position) {
        // nobody waits for a policy: what it causes are new facts
    }

    @Override
    long follow(long seen, List<LogEntry> entries) {
        boolean rode = true;
        for (LogEntry entry : entries) {
            if (concerns(policy.waitsFor(), entry)) {
                rode = handle(entry);
            }
        }
        long last = entries.getLast().position().value();
        if (!rode || last - kept >= Chunks.SIZE) {
            keepPosition(last);
            kept = last;
        }
        return last;
    }

    private void keepPosition(long position) {
        around.sql()
                .transaction(transaction -> {
                    lock(transaction.dsl());
                    storePosition(transaction.dsl(), position);
                });
    }

    /** Whether its position is stored. */
    private boolean handle(LogEntry entry) {
        try {
            long position = entry.position().value();
            return comesAfterAParkedOne(entry)
                    || carryOut(entry, (tx, last) -> ridePosition(tx, position));
        } catch (RuntimeException e) {
            if (e instanceof ClaimLost || Outage.isBehind(e)) {
                throw e;
            }
            parkAndGoOn(entry, e);
            return true;
        }
    }

    /** Then it is parked too. */
    private boolean comesAfterAParkedOne(LogEntry entry) {
        return around.sql()
                .transactionResult(transaction -> {
                    DSLContext tx = transaction.dsl();
                    Standing standing = lock(tx);
                    if (standing.parked().isEmpty()) {
                        return false;
                    }
                    Set<String> sequences = sequences(entry);
                    Optional<Long> ahead = standing.ahead(sequences);
                    ahead.ifPresent(first -> {
                        around.parking().parkBehind(tx, name(), entry, sequences, first);
                        storePosition(tx, entry.position().value());
                    });
                    return ahead.isPresent();
                });
    }

    /** Whether the rider came along. */
    private boolean carryOut(LogEntry entry, Rider rider) {
        Logged<?> logged = legible(entry).logged();
        List<Policy.Step<C>> steps =
                policy.when(
                        new Logged<>(
                                logged.position(),
                                logged.cause(),
                                policy.waitsFor().cast(logged.fact())));
        if (steps.isEmpty()) {
            return false;
        }
        steps.subList(0, steps.size() - 1).forEach(policy::carryOut);
        return PolicyRide.during(rider, () -> policy.carryOut(steps.getLast()));
    }

    @Override
    void takeAgain(String follower, LogEntry entry) {
        Rider release =
                (tx, last) -> {
                    lockOnAnyNode(tx);
                    around.parking().release(tx, follower, entry.position());
                };
        if (!carryOut(entry, release)) {
            around.sql()
                    .transaction(transaction -> {
                        lockOnAnyNode(transaction.dsl());
                        mustBeReleased(transaction.dsl(), entry.position());
                    });
        }
    }
}
