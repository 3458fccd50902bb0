package shopkeeper.proofs.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/** What was acknowledged, in order, to be sent again on purpose. */
final class Past {
    private final int late;
    private final List<Done> all = new ArrayList<>();

    record Done(Write write, Answer answer) {}

    /**
     * @param late so many other messages lie between a message and its late duplicate
     */
    Past(int late) {
        this.late = late;
    }

    synchronized void add(Write write, Answer answer) {
        all.add(new Done(write, answer));
    }

    synchronized int size() {
        return all.size();
    }

    synchronized Optional<Done> recent(Random chance, Predicate<Write> which) {
        return of(chance, Math.max(0, all.size() - 100), all.size(), which);
    }

    synchronized Optional<Done> late(Random chance, Predicate<Write> which) {
        return of(chance, 0, all.size() - late, which);
    }

    private Optional<Done> of(Random chance, int from, int to, Predicate<Write> which) {
        for (int tries = 0; tries < 20 && to > from; tries++) {
            Done done = all.get(from + chance.nextInt(to - from));
            if (which.test(done.write)) {
                return Optional.of(done);
            }
        }
        return Optional.empty();
    }
}
