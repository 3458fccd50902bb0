package shopkeeper.application.behavior;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import shopkeeper.application.kernel.Logged;
import shopkeeper.application.kernel.Memory;
import shopkeeper.domain.behavior.BehaviorEvent.ReturnRecorded;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Fact;

/** Each customer's last return, in memory from the log; few ever bring anything back. */
final class ReturnsMemory implements LastReturns, Memory {
    private final Map<CustomerId, Instant> last = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "returns";
    }

    @Override
    public Optional<Instant> of(Collection<CustomerId> person) {
        return person.stream()
                .flatMap(one -> Optional.ofNullable(last.get(one)).stream())
                .max(Comparator.naturalOrder());
    }

    @Override
    public void remember(Logged<? extends Fact> logged) {
        if (logged.fact() instanceof ReturnRecorded back) {
            var heard = back.at().received();
            back.customer()
                    .ifPresent(customer ->
                            last.merge(
                                    customer,
                                    heard,
                                    (one, other) -> one.isAfter(other) ? one : other));
        }
    }
}
