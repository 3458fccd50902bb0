package shopkeeper.application.pricing;

import java.util.Optional;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.pricing.PriceBookId;
import shopkeeper.domain.pricing.PriceContext;
import shopkeeper.domain.pricing.PublicPrice;
import shopkeeper.domain.pricing.PublishedBook;

/** What anybody pays, here and now, as this node has seen the price books. */
public interface AskPrice {
    Optional<PublicPrice> publicPrice(ProductId product, PriceContext context);

    Optional<PublishedBook> book(PriceBookId id);

    /** The position of the last publishing; the start of the log where there was none. */
    Position version(PriceBookId id);
}
