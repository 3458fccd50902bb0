package shopkeeper.domain.recommendation;

import java.util.List;
import java.util.Map;
import shopkeeper.domain.kernel.ProductId;

/**
 * All that a slate is made of: with it the same slate is made again when its models are gone.
 *
 * @param candidates the best first, more than are shown
 * @param excluded what would have been among them: what the shop wanted to be shown, then what
 *     models and rules speak for, then what would have filled the rest
 * @param counts only where the slate comes short: how many products each exclusion keeps away
 */
public record Pool(
        SlatePolicy policy,
        int limit,
        List<Candidate> candidates,
        List<Excluded> excluded,
        Map<Exclusion, Integer> counts) {
    /** What was kept away, and with which score it would have come; 0 where it was only wanted. */
    public record Excluded(ProductId product, Exclusion why, double score) {}

    public Pool {
        candidates = List.copyOf(candidates);
        excluded = List.copyOf(excluded);
        counts = Map.copyOf(counts);
    }
}
