package shopkeeper.bootstrap.evaluate;

import java.util.List;
import java.util.function.LongFunction;
import shopkeeper.domain.recommendation.TunedBlend;

/**
 * What is learned from and what is asked.
 *
 * @param learned what was read, in words
 * @param products how many items are known in training
 * @param training by a seed
 * @param unknown how many of those asked about are not in training
 */
record Exam(
        String learned,
        int products,
        LongFunction<TunedBlend> training,
        List<Asked> questions,
        int unknown) {
    Exam {
        questions = List.copyOf(questions);
    }
}
