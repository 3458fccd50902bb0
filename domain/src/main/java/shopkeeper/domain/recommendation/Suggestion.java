package shopkeeper.domain.recommendation;

import java.util.List;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Reason;
import shopkeeper.domain.recommendation.Candidate.Estimate;

/**
 * One product of a slate.
 *
 * @param score 0 to 1: how it compares with the best candidate there was
 * @param grounds what the reasons say, without words
 * @param estimates which models proposed it, in which version, with which score
 */
public record Suggestion(
        ProductId product,
        int rank,
        double score,
        List<Reason> reasons,
        List<Ground> grounds,
        List<Estimate> estimates) {
    public Suggestion {
        reasons = List.copyOf(reasons);
        grounds = List.copyOf(grounds);
        estimates = List.copyOf(estimates);
    }

    /** One of which no model speaks. */
    public Suggestion(ProductId product, int rank, double score, List<Reason> reasons) {
        this(product, rank, score, reasons, List.of(), List.of());
    }
}
