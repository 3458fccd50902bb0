package shopkeeper.application.profile;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import shopkeeper.application.kernel.Logged;
import shopkeeper.application.kernel.Memory;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.profile.ProfileEvent.VisitorBecameKnown;

/**
 * Knocks at the door of everybody who follows a customer. Nothing is queued: who listens slowly
 * hears once of many changes, so nobody who tells ever waits.
 */
public final class CustomerChanges implements Memory, FollowCustomer {
    private final CustomerDirectory directory;
    private final Function<Fact, Optional<CustomerId>> concerned;
    private final Map<CustomerId, Set<Listener>> listeners = new ConcurrentHashMap<>();

    CustomerChanges(CustomerDirectory directory, Function<Fact, Optional<CustomerId>> concerned) {
        this.directory = directory;
        this.concerned = concerned;
    }

    @Override
    public String name() {
        return "customer-changes";
    }

    @Override
    public Following follow(CustomerId customer) {
        var listener = new Listener(customer);
        listeners.compute(
                customer,
                (_, known) -> {
                    var all = known == null ? ConcurrentHashMap.<Listener>newKeySet() : known;
                    all.add(listener);
                    return all;
                });
        return listener;
    }

    @Override
    public void remember(Logged<? extends Fact> logged) {
        if (listeners.isEmpty()) {
            return;
        }
        concerned
                .apply(logged.fact())
                .ifPresent(customer -> {
                    knock(customer, logged.position());
                    var now = directory.now(customer);
                    if (!now.equals(customer)) {
                        knock(now, logged.position());
                    }
                });
        // Who follows the visitor hears of it too; from then on the customer speaks for both.
        if (logged.fact() instanceof VisitorBecameKnown known) {
            knock(known.visitor(), logged.position());
        }
    }

    private void knock(CustomerId customer, Position position) {
        listeners.getOrDefault(customer, Set.of()).forEach(each -> each.heard(position));
    }

    private final class Listener implements Following {
        private final CustomerId customer;
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition news = lock.newCondition();
        private Optional<Position> latest = Optional.empty();

        Listener(CustomerId customer) {
            this.customer = customer;
        }

        void heard(Position position) {
            lock.lock();
            try {
                latest = Optional.of(position);
                news.signal();
            } finally {
                lock.unlock();
            }
        }

        @Override
        public Optional<Position> next(Duration patience) throws InterruptedException {
            lock.lock();
            try {
                long left = patience.toNanos();
                while (latest.isEmpty() && left > 0) {
                    left = news.awaitNanos(left);
                }
                var heard = latest;
                latest = Optional.empty();
                return heard;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            listeners.computeIfPresent(
                    customer,
                    (_, all) -> {
                        all.remove(this);
                        return all.isEmpty() ? null : all;
                    });
        }
    }
}
