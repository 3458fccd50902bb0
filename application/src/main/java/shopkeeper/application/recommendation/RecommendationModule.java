package shopkeeper.application.recommendation;

import shopkeeper.application.kernel.Memory;

/** The only door to recommendation for the composition root. */
public final class RecommendationModule {
    private final RecommendationMemory memory = new RecommendationMemory();

    public Memory memory() {
        return memory;
    }

    public CountFeedback countFeedback() {
        return memory.countFeedback();
    }

    public Recommend recommend() {
        return memory;
    }
}
