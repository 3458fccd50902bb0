package shopkeeper.bootstrap.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import shopkeeper.domain.recommendation.Accuracy;

/** What models are measured by. */
public enum Task {
    NEW_ITEMS(
            "new-items",
            20,
            List.of(
                    new Measure("Recall@20", (ranked, came) -> Accuracy.recall(ranked, came, 20)),
                    new Measure("NDCG@10", (ranked, came) -> Accuracy.ndcg(ranked, came, 10)),
                    new Measure("NDCG@100", (ranked, came) -> Accuracy.ndcg(ranked, came, 100)),
                    new Measure("hit@20", (ranked, came) -> Accuracy.hit(ranked, came, 20)))),
    NEXT_BASKET(
            "next-basket",
            10,
            List.of(
                    new Measure("Recall@10", (ranked, came) -> Accuracy.recall(ranked, came, 10)),
                    new Measure("NDCG@10", (ranked, came) -> Accuracy.ndcg(ranked, came, 10)),
                    new Measure("hit@10", (ranked, came) -> Accuracy.hit(ranked, came, 10)),
                    new Measure("Recall@20", (ranked, came) -> Accuracy.recall(ranked, came, 20)))),
    SESSION(
            "session",
            20,
            List.of(
                    new Measure("HR@20", (ranked, came) -> Accuracy.hit(ranked, came, 20)),
                    new Measure(
                            "MRR@20", (ranked, came) -> Accuracy.reciprocalRank(ranked, came, 20)),
                    new Measure("HR@10", (ranked, came) -> Accuracy.hit(ranked, came, 10)),
                    new Measure("NDCG@20", (ranked, came) -> Accuracy.ndcg(ranked, came, 20))));

    /** One figure of one ranking. */
    record Measure(String name, ToDoubleBiFunction<int[], Set<Integer>> of) {}

    private final String word;
    private final int shown;
    private final List<Measure> measures;

    Task(String word, int shown, List<Measure> measures) {
        this.word = word;
        this.shown = shown;
        this.measures = measures;
    }

    public static Optional<Task> of(String word) {
        return Arrays.stream(values()).filter(task -> task.word.equals(word)).findFirst();
    }

    String word() {
        return word;
    }

    /** How many ranks count for coverage. */
    int shown() {
        return shown;
    }

    List<Measure> measures() {
        return measures;
    }
}
