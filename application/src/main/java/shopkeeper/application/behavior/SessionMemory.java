package shopkeeper.application.behavior;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import shopkeeper.application.consent.ConsentLedgers;
import shopkeeper.application.kernel.Logged;
import shopkeeper.application.kernel.Memory;
import shopkeeper.application.kernel.Unavailable;
import shopkeeper.application.profile.CustomerDirectory;
import shopkeeper.domain.behavior.Act;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseRecorded;
import shopkeeper.domain.behavior.ReceiptLine;
import shopkeeper.domain.behavior.Session;
import shopkeeper.domain.consent.ConsentEvent;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.profile.ProfileEvent.VisitorBecameKnown;

/**
 * The visits that go on, on this node: fed by what is collected, and forgotten with a no of the
 * customer that the visitor turned out to be, or when too many others came after. After half an
 * hour without a sign a visit is told no more; it is forgotten when nothing that is told late can
 * belong to it, with the next thing that anybody does or asks here.
 */
final class SessionMemory implements SessionView, Memory {
    private final CustomerDirectory directory;
    private final ConsentLedgers ledgers;
    private final Lock lock = new ReentrantLock();
    private final int most;

    /** Whose last sign came longest ago stands first. */
    private final SequencedMap<CustomerId, Session> sessions = new LinkedHashMap<>();

    /**
     * @param most how many visits are kept at once
     */
    SessionMemory(CustomerDirectory directory, ConsentLedgers ledgers, int most) {
        this.directory = directory;
        this.ledgers = ledgers;
        this.most = most;
    }

    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public Optional<Session> session(Collection<CustomerId> person, Instant now) {
        lock.lock();
        try {
            forgetEldest(now);
            return person.stream()
                    .map(sessions::get)
                    .filter(Objects::nonNull)
                    .filter(session -> !session.isOver(now))
                    .reduce(Session::and);
        } finally {
            lock.unlock();
        }
    }

    /** How many visits are kept. */
    int size() {
        lock.lock();
        try {
            return sessions.size();
        } finally {
            lock.unlock();
        }
    }

    void happened(CustomerId customer, Act act, Instant at) {
        lock.lock();
        try {
            var before = sessions.get(customer);
            sessions.putLast(
                    customer, before == null ? Session.begun(act, at) : before.with(act, at));
            forgetEldest(at);
        } finally {
            lock.unlock();
        }
    }

    private void forgetEldest(Instant now) {
        while (!sessions.isEmpty()
                && (sessions.size() > most || sessions.firstEntry().getValue().isPast(now))) {
            sessions.pollFirstEntry();
        }
    }

    @Override
    public void remember(Logged<? extends Fact> logged) {
        switch (logged.fact()) {
            case PurchaseRecorded bought ->
                    bought.customer().ifPresent(customer -> ordered(customer, bought));
            case ConsentEvent word -> endRefused(directory.everyone(word.customer()), logged);
            case VisitorBecameKnown known ->
                    endRefused(directory.everyone(known.visitor()), logged);
            default -> {}
        }
    }

    private void ordered(CustomerId customer, PurchaseRecorded bought) {
        var products = bought.lines().stream().map(ReceiptLine::product).distinct().toList();
        lock.lock();
        try {
            sessions.computeIfPresent(
                    customer,
                    (_, session) -> {
                        // Receipts count in whole seconds: the cart was filled before, not after.
                        var at = bought.at().effective().plusSeconds(1);
                        return session.isOver(at) ? session : session.ordered(products, at);
                    });
        } finally {
            lock.unlock();
        }
    }

    private void endRefused(Set<CustomerId> visitors, Logged<? extends Fact> heard) {
        // The ledger is read only for somebody who is here now.
        if (isAnybodyHere(visitors) && isRefused(heard)) {
            lock.lock();
            try {
                visitors.forEach(sessions::remove);
            } finally {
                lock.unlock();
            }
        }
    }

    private boolean isAnybodyHere(Set<CustomerId> visitors) {
        lock.lock();
        try {
            return visitors.stream().anyMatch(sessions::containsKey);
        } finally {
            lock.unlock();
        }
    }

    /** What cannot be read is a no. */
    private boolean isRefused(Logged<? extends Fact> heard) {
        try {
            return NoLonger.after(heard, ledgers).stream()
                    .anyMatch(one -> one.purpose() == Purpose.CONTENT_PERSONALIZATION);
        } catch (Unavailable _) {
            return true;
        }
    }
}
