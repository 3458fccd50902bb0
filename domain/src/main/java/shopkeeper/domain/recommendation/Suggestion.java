package shopkeeper.domain.recommendation;

import java.util.List;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Reason;

/**
 * One product of a slate.
 *
 * @param score the estimated chance, 0 to 1, that it is in the customer's next basket
 */
public record Suggestion(ProductId product, int rank, double score, List<Reason> reasons) {
    public Suggestion {
        reasons = List.copyOf(reasons);
    }
}
