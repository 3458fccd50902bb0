package shopkeeper.persistence.catalog;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shopkeeper.application.catalog.Assortments;
import shopkeeper.domain.catalog.Assortment;
import shopkeeper.domain.catalog.CatalogEvent;
import shopkeeper.domain.catalog.CatalogEvent.StockCounted;
import shopkeeper.domain.catalog.CatalogRefusal;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Recorded;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.eventlog.Story;

/** The catalog in the log, a product or a store at a time. */
final class AxonAssortments implements Assortments {
    private static final Story<Assortment, CatalogEvent> STORY =
            new Story<>(CatalogEvent.class, Assortment.EMPTY, Assortment::evolve);

    private final EventLog log;

    AxonAssortments(EventLog log) {
        this.log = log;
    }

    @Override
    public Recorded<CatalogEvent, CatalogRefusal> decide(
            Optional<ProductId> product,
            Optional<StoreId> store,
            Message message,
            Function<Assortment, Outcome<CatalogEvent, CatalogRefusal>> decide) {
        return product.isPresent() && store.isPresent()
                ? log.decide(
                        message,
                        Set.of(
                                CatalogEventCatalog.tag(store.get()),
                                CatalogEventCatalog.stockTag(store.get())),
                        stockOf(product.get()),
                        decide)
                : log.decide(message, tags(product, store), STORY, decide);
    }

    private static Story<Assortment, CatalogEvent> stockOf(ProductId product) {
        return new Story<>(
                CatalogEvent.class,
                Assortment.EMPTY,
                Assortment::evolve,
                fact -> fact instanceof StockCounted counted && counted.isOf(product));
    }

    private static Set<String> tags(Optional<ProductId> product, Optional<StoreId> store) {
        return Stream.concat(
                        product.map(CatalogEventCatalog::tag).stream(),
                        store.map(CatalogEventCatalog::tag).stream())
                .collect(Collectors.toSet());
    }
}
