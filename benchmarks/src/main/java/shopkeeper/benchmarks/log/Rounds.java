package shopkeeper.benchmarks.log;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** One figure, taken several times. */
final class Rounds {
    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
        Collections.sort(values);
    }

    double median() {
        return values.get(values.size() / 2);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,10.0f (%,.0f to %,.0f)",
                median(),
                values.getFirst(),
                values.getLast());
    }
}
