package shopkeeper.proofs.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

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

    synchronized Optional<Done> recent(Random chance, Write.Way way) {
        return of(chance, Math.max(0, all.size() - 100), all.size(), way);
    }

    synchronized Optional<Done> late(Random chance, Write.Way way) {
        return of(chance, 0, all.size() - late, way);
    }

    private Optional<Done> of(Random chance, int from, int to, Write.Way way) {
        for (int tries = 0; tries < 20 && to > from; tries++) {
            Done done = all.get(from + chance.nextInt(to - from));
            if (done.write.way() == way) {
                return Optional.of(done);
            }
        }
        return Optional.empty();
    }
}
