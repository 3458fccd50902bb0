package shopkeeper.application.pricing;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import shopkeeper.application.kernel.Latest;
import shopkeeper.application.kernel.Logged;
import shopkeeper.application.kernel.Memory;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.pricing.PriceBookId;
import shopkeeper.domain.pricing.PriceContext;
import shopkeeper.domain.pricing.PriceShelf;
import shopkeeper.domain.pricing.PricingEvent;
import shopkeeper.domain.pricing.PublicPrice;
import shopkeeper.domain.pricing.PublishedBook;

/** The price books in memory, for the path of a decision. */
final class PriceMemory implements Memory, AskPrice {
    private final Map<PriceBookId, Latest<PublishedBook>> books = new ConcurrentHashMap<>();
    private volatile PriceShelf shelf = PriceShelf.EMPTY;

    @Override
    public String name() {
        return "prices";
    }

    @Override
    public Optional<PublicPrice> publicPrice(ProductId product, PriceContext context) {
        return shelf.publicPrice(product, context);
    }

    @Override
    public Optional<PublishedBook> book(PriceBookId id) {
        return Optional.ofNullable(books.get(id)).map(Latest::value);
    }

    @Override
    public Position version(PriceBookId id) {
        return Latest.version(books.get(id));
    }

    @Override
    public void remember(Logged<? extends Fact> logged) {
        if (logged.fact() instanceof PricingEvent event) {
            switch (event) {
                case PricingEvent.PriceBookPublished published -> {
                    var book = PublishedBook.NONE.evolve(published);
                    books.merge(published.book().id(), Latest.said(book, logged), Latest::or);
                }
            }
            shelf =
                    PriceShelf.of(
                            books.values().stream()
                                    .flatMap(published -> published.value().book().stream())
                                    .toList());
        }
    }
}
