package shopkeeper.domain.recommendation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Candidates of held-out customers, each described by the same features, and which of them came.
 */
public final class RankedBefore {
    private final List<float[]> features = new ArrayList<>();
    private final BitSet came = new BitSet();

    public void add(float[] candidate, boolean hasCome) {
        if (!features.isEmpty() && candidate.length != width()) {
            throw new IllegalArgumentException(
                    "a candidate has %d features, those before it have %d"
                            .formatted(candidate.length, width()));
        }
        came.set(features.size(), hasCome);
        features.add(candidate);
    }

    public int size() {
        return features.size();
    }

    /** How many features each candidate has. */
    public int width() {
        return features.isEmpty() ? 0 : features.getFirst().length;
    }

    public float feature(int candidate, int number) {
        return features.get(candidate)[number];
    }

    public boolean hasCome(int candidate) {
        return came.get(candidate);
    }

    /** How many came. */
    public int come() {
        return came.cardinality();
    }
}
