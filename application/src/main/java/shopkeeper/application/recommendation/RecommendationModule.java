package shopkeeper.application.recommendation;

import shopkeeper.application.catalog.BrowseCatalog;
import shopkeeper.application.kernel.Memory;

/** The only door to recommendation for the composition root. */
public final class RecommendationModule {
    private final RecommendationMemory memory;

    public RecommendationModule(BrowseCatalog catalog) {
        memory = new RecommendationMemory(catalog);
    }

    public Memory memory() {
        return memory;
    }

    public Recommend recommend() {
        return memory;
    }
}
