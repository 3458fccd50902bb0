package shopkeeper.persistence.feed;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
final class PolicyFollower<F extends Fact, C> extends Follower {
    private static final Logger LOG = LoggerFactory.getLogger(PolicyFollower.class);

    private final Policy<F, C> policy;

    /** Up to here its position is kept; facts that do not concern it move it on now and then. */
    private long kept;

    PolicyFollower(Policy<F, C> policy, Surroundings around) {
        super(policy.name(), around);
        this.policy = policy;
    }

    @Override
    long begin() {
        kept = storedPosition();
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
            storePosition(around.sql(), last);
            kept = last;
        }
        return last;
    }

    /** Whether its position is stored. */
    private boolean handle(LogEntry entry) {
        try {
            long position = entry.position().value();
            return carryOut(entry, (tx, last) -> storePosition(tx, position));
        } catch (RuntimeException e) {
            if (Outage.isBehind(e)) {
                throw e;
            }
            LOG.warn(
                    "{} could not handle the fact at {}: it is parked",
                    name(),
                    entry.position(),
                    e);
            around.sql()
                    .transaction(transaction -> {
                        around.parking().park(transaction.dsl(), name(), entry, e);
                        storePosition(transaction.dsl(), entry.position().value());
                    });
            return true;
        }
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
        Rider release = (tx, last) -> around.parking().release(tx, follower, entry.position());
        if (!carryOut(entry, release)) {
            release.write(around.sql(), entry.position());
        }
    }
}
