package shopkeeper.files.shopdata;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import shopkeeper.application.behavior.BehaviorModule;
import shopkeeper.application.behavior.RecordReceipt;
import shopkeeper.application.catalog.CatalogModule;
import shopkeeper.application.consent.ConsentModule;
import shopkeeper.application.fakes.InMemoryAssortments;
import shopkeeper.application.fakes.InMemoryConsents;
import shopkeeper.application.fakes.InMemoryLog;
import shopkeeper.application.fakes.InMemoryPriceBooks;
import shopkeeper.application.fakes.InMemoryRegisters;
import shopkeeper.application.fakes.InMemorySales;
import shopkeeper.application.fakes.ScrambledKeys;
import shopkeeper.application.pricing.PricingModule;
import shopkeeper.application.profile.IdentifierKeys;
import shopkeeper.application.profile.ProfileModule;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseRecorded;
import shopkeeper.domain.behavior.BehaviorEvent.ReturnRecorded;
import shopkeeper.domain.catalog.CatalogEvent.ProductListed;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.pricing.PriceBook;
import shopkeeper.domain.pricing.PriceBookId;
import shopkeeper.domain.pricing.PricingEvent.PriceBookPublished;
import shopkeeper.domain.profile.Identifier;

/** The use cases that an import needs, over a log in memory, and what was taken in. */
final class FakeShop {
    static final IdentifierKeys KEYS = new ScrambledKeys();

    final InMemoryLog log = new InMemoryLog();

    private final InMemoryRegisters registers = new InMemoryRegisters(log);
    private final AtomicInteger newcomers = new AtomicInteger();
    private final CatalogModule catalog = new CatalogModule();
    private final InstantSource clock;
    private final Path data;

    /**
     * @param data where it keeps how far an import came
     */
    FakeShop(InstantSource clock, Path data) {
        this.clock = clock;
        this.data = data;
        log.follow(catalog.memory()::remember);
    }

    ImportResult takeIn(ShopSource source) {
        return takeIn(source, Progress.UNSEEN);
    }

    ImportResult takeIn(ShopSource source, Progress progress) {
        return takeIn(source, progress, receipts());
    }

    ImportResult takeIn(ShopSource source, Progress progress, RecordReceipt receipts) {
        return ShopDataModule.importShop(ports(receipts), data).importFrom(source, progress);
    }

    ShopPorts ports(RecordReceipt receipts) {
        return new ShopPorts(
                CatalogModule.keepCatalog(new InMemoryAssortments(log)),
                catalog.browseCatalog(),
                PricingModule.publishPrices(new InMemoryPriceBooks(log)),
                ProfileModule.recogniseCustomer(
                        registers, KEYS, () -> new CustomerId("c" + newcomers.incrementAndGet())),
                ProfileModule.findCustomer(registers, KEYS),
                ConsentModule.recordConsent(new InMemoryConsents(log)),
                receipts,
                KEYS,
                log::seen,
                clock);
    }

    RecordReceipt receipts() {
        return BehaviorModule.recordReceipt(new InMemorySales(log));
    }

    /** As they were listed last. */
    List<Product> products() {
        var products = new LinkedHashMap<ProductId, Product>();
        facts(ProductListed.class)
                .forEach(fact -> products.put(fact.product().id(), fact.product()));
        return List.copyOf(products.values());
    }

    Product product(String code) {
        return products().stream()
                .filter(product -> product.id().equals(new ProductId(code)))
                .findFirst()
                .orElseThrow();
    }

    PriceBook book(String id) {
        return facts(PriceBookPublished.class).stream()
                .map(PriceBookPublished::book)
                .filter(book -> book.id().equals(new PriceBookId(id)))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    CustomerId holder(Identifier identifier) {
        var key = KEYS.keyOf(identifier);
        return registers.current(List.of(key)).holder(key).orElseThrow();
    }

    List<PurchaseRecorded> purchases() {
        return facts(PurchaseRecorded.class);
    }

    List<ReturnRecorded> returns() {
        return facts(ReturnRecorded.class);
    }

    <F extends Fact> List<F> facts(Class<F> type) {
        return log.facts(type);
    }
}
