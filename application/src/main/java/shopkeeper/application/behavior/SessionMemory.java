package shopkeeper.application.behavior;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import shopkeeper.application.kernel.Logged;
import shopkeeper.application.kernel.Memory;
import shopkeeper.application.profile.CustomerDirectory;
import shopkeeper.domain.behavior.Act;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseRecorded;
import shopkeeper.domain.behavior.ReceiptLine;
import shopkeeper.domain.behavior.Session;
import shopkeeper.domain.consent.ConsentEvent;
import shopkeeper.domain.consent.ConsentEvent.ConsentGranted;
import shopkeeper.domain.consent.ConsentEvent.ConsentRefused;
import shopkeeper.domain.consent.ConsentEvent.ConsentWithdrawn;
import shopkeeper.domain.consent.ConsentEvent.RefusalCarriedOver;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Fact;

/**
 * The visits that go on, on this node: fed by what is collected, and forgotten with a withdrawal of
 * the customer that the visitor turned out to be, or when too many others came after. After half an
 * hour without a sign a visit is told no more; it is forgotten when nothing that is told late can
 * belong to it, with the next thing that anybody does or asks here.
 */
final class SessionMemory implements SessionView, Memory {
    private final CustomerDirectory directory;
    private final Lock lock = new ReentrantLock();
    private final int most;

    /** Whose last sign came longest ago stands first. */
    private final SequencedMap<CustomerId, Session> sessions = new LinkedHashMap<>();

    /**
     * @param most how many visits are kept at once
     */
    SessionMemory(CustomerDirectory directory, int most) {
        this.directory = directory;
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
        lock.lock();
        try {
            switch (logged.fact()) {
                case PurchaseRecorded bought ->
                        bought.customer().ifPresent(customer -> ordered(customer, bought));
                case ConsentEvent word -> said(word);
                default -> {}
            }
        } finally {
            lock.unlock();
        }
    }

    private void ordered(CustomerId customer, PurchaseRecorded bought) {
        var products = bought.lines().stream().map(ReceiptLine::product).distinct().toList();
        sessions.computeIfPresent(
                customer,
                (_, session) -> {
                    // Receipts count in whole seconds: the cart was filled before, not after.
                    var at = bought.at().effective().plusSeconds(1);
                    return session.isOver(at) ? session : session.ordered(products, at);
                });
    }

    private void said(ConsentEvent word) {
        if (word.use().purpose() != Purpose.CONTENT_PERSONALIZATION) {
            return;
        }
        switch (word) {
            case ConsentGranted _ -> {}
            case ConsentRefused _, ConsentWithdrawn _, RefusalCarriedOver _ ->
                    directory.everyone(word.customer()).forEach(sessions::remove);
        }
    }
}
