package shopkeeper.application.recommendation;

import java.util.List;
import java.util.Optional;
import shopkeeper.application.behavior.FollowLooks;
import shopkeeper.application.kernel.Memory;
import shopkeeper.domain.recommendation.RankerTrainer;
import shopkeeper.domain.recommendation.Trainer;

/** The only door to recommendation for the composition root. */
public final class RecommendationModule {
    private final RecommendationMemory memory;

    /** With the models that count. */
    public RecommendationModule() {
        memory = new RecommendationMemory(List.of(), RankerTrainer.NONE, Optional.empty());
    }

    /**
     * @param more models that are trained beside those that count
     * @param ranking learns to put together what they say
     * @param texts for products that nobody bought yet
     */
    public RecommendationModule(List<Trainer> more, RankerTrainer ranking, ReadTexts texts) {
        memory = new RecommendationMemory(more, ranking, Optional.of(texts));
    }

    public Memory memory() {
        return memory;
    }

    public CountFeedback countFeedback() {
        return memory.countFeedback();
    }

    public Recommend recommend() {
        return memory;
    }

    /** What they look at counts as soon as they do. */
    public FollowLooks looks() {
        return memory;
    }

    public RereadTexts texts() {
        return memory.texts();
    }

    public RetrainModels retraining() {
        return memory.retraining();
    }
}
