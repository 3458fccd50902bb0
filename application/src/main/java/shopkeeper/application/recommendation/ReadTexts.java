package shopkeeper.application.recommendation;

import java.util.Collection;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.recommendation.CandidateModel;
import shopkeeper.domain.recommendation.ProductNumbers;

/** Makes a model of what products are called and said to be; nobody needs to have bought them. */
public interface ReadTexts {
    CandidateModel read(ProductNumbers numbers, Collection<Product> products);
}
