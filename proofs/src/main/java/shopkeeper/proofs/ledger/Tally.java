package shopkeeper.proofs.ledger;

import java.util.concurrent.atomic.AtomicInteger;

/** How much was done so far. */
final class Tally {
    final AtomicInteger meant = new AtomicInteger();
    final AtomicInteger acknowledged = new AtomicInteger();
    final AtomicInteger inDoubt = new AtomicInteger();
    final AtomicInteger retries = new AtomicInteger();
    final AtomicInteger repeated = new AtomicInteger();
    final AtomicInteger repeatedLate = new AtomicInteger();
    final AtomicInteger contradicted = new AtomicInteger();
    final AtomicInteger poisoned = new AtomicInteger();

    @Override
    public String toString() {
        return "acknowledged=%d meant=%d inDoubt=%d retries=%d repeated=%d late=%d contradicted=%d poisoned=%d"
                .formatted(
                        acknowledged.get(),
                        meant.get(),
                        inDoubt.get(),
                        retries.get(),
                        repeated.get(),
                        repeatedLate.get(),
                        contradicted.get(),
                        poisoned.get());
    }
}
