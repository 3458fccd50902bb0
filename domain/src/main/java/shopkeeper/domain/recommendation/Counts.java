package shopkeeper.domain.recommendation;

import java.util.List;
import shopkeeper.domain.kernel.ProductId;

/** What a slate needs to know of all baskets. */
public interface Counts {
    List<Companion> companions(ProductId product);

    double popularity(ProductId product);

    int baskets(ProductId product);

    int products();

    ProductId mostPopular(int rank);

    /** The name a person would give it; its code where it has none. */
    String nameOf(ProductId product);
}
