package shopkeeper.domain.recommendation;

import java.util.function.IntFunction;
import shopkeeper.domain.kernel.ProductId;

/** The best few of many numbers, the best first; of equals the one with the lower code. */
final class Top {
    private final IntFunction<ProductId> ids;
    private final int[] numbers;
    private final double[] scores;
    private int size;

    Top(int room, IntFunction<ProductId> ids) {
        this.ids = ids;
        this.numbers = new int[room];
        this.scores = new double[room];
    }

    /** Whether it would be among them. */
    boolean takes(int number, double score) {
        return size < numbers.length || (size > 0 && isBefore(number, score, size - 1));
    }

    /** Whether one with that score may be among them. */
    boolean mayTake(double score) {
        return size < numbers.length || (size > 0 && score >= scores[size - 1]);
    }

    void add(int number, double score) {
        if (!takes(number, score)) {
            return;
        }
        int at = size < numbers.length ? size++ : size - 1;
        while (at > 0 && isBefore(number, score, at - 1)) {
            numbers[at] = numbers[at - 1];
            scores[at] = scores[at - 1];
            at--;
        }
        numbers[at] = number;
        scores[at] = score;
    }

    int size() {
        return size;
    }

    int number(int rank) {
        return numbers[rank];
    }

    double score(int rank) {
        return scores[rank];
    }

    private boolean isBefore(int number, double score, int rank) {
        return score > scores[rank]
                || (score == scores[rank]
                        && ids.apply(number).value().compareTo(ids.apply(numbers[rank]).value())
                                < 0);
    }
}
