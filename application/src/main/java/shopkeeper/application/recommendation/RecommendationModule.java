package shopkeeper.application.recommendation;

import java.util.List;
import shopkeeper.application.kernel.Memory;
import shopkeeper.domain.recommendation.Trainer;

/** The only door to recommendation for the composition root. */
public final class RecommendationModule {
    private final RecommendationMemory memory;

    /** With the models that count. */
    public RecommendationModule() {
        this(List.of());
    }

    /**
     * @param more models that are trained beside those that count
     */
    public RecommendationModule(List<Trainer> more) {
        memory = new RecommendationMemory(more);
    }

    public Memory memory() {
        return memory;
    }

    public Recommend recommend() {
        return memory;
    }

    public RetrainModels retraining() {
        return memory.retraining();
    }
}
