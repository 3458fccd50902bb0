package shopkeeper.bootstrap.evaluate;

import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import shopkeeper.domain.recommendation.Accuracy;

/** One figure of one ranking. */
record Measure(String name, ToDoubleBiFunction<int[], Set<Integer>> of) {
    static List<Measure> of(Task task) {
        return switch (task) {
            case NEW_ITEMS -> List.of(recall(20), ndcg(10), ndcg(100), hit("hit", 20));
            case NEXT_BASKET -> List.of(recall(10), ndcg(10), hit("hit", 10), recall(20));
            case SESSION -> List.of(hit("HR", 20), reciprocalRank(20), hit("HR", 10), ndcg(20));
        };
    }

    private static Measure recall(int at) {
        return new Measure("Recall@" + at, (ranked, came) -> Accuracy.recall(ranked, came, at));
    }

    private static Measure ndcg(int at) {
        return new Measure("NDCG@" + at, (ranked, came) -> Accuracy.ndcg(ranked, came, at));
    }

    private static Measure hit(String name, int at) {
        return new Measure(name + "@" + at, (ranked, came) -> Accuracy.hit(ranked, came, at));
    }

    private static Measure reciprocalRank(int at) {
        return new Measure(
                "MRR@" + at, (ranked, came) -> Accuracy.reciprocalRank(ranked, came, at));
    }
}
