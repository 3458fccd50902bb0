package shopkeeper.application.recommendation;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.recommendation.CandidateModel;
import shopkeeper.domain.recommendation.ProductNumbers;

/**
 * What is known of products by their words alone, so that a new one is found and has others like it
 * before anybody buys it.
 */
final class TextShelf implements RereadTexts {
    private final Optional<ReadTexts> reader;
    private final Supplier<Copy> shelf;
    private final AtomicInteger changes = new AtomicInteger();
    private int read;
    private volatile List<CandidateModel> model = List.of();

    /** All products as they are now. */
    record Copy(ProductNumbers numbers, List<Product> products) {
        Copy {
            products = List.copyOf(products);
        }
    }

    /**
     * @param shelf copies what there is
     */
    TextShelf(Optional<ReadTexts> reader, Supplier<Copy> shelf) {
        this.reader = reader;
        this.shelf = shelf;
    }

    /** None before anything was read. */
    List<CandidateModel> model() {
        return model;
    }

    void changed() {
        changes.incrementAndGet();
    }

    @Override
    public synchronized boolean whenChanged() {
        int seen = changes.get();
        if (seen == read || reader.isEmpty()) {
            return false;
        }
        var copy = shelf.get();
        model = List.of(reader.get().read(copy.numbers(), copy.products()));
        read = seen;
        return true;
    }
}
