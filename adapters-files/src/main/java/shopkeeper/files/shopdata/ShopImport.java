package shopkeeper.files.shopdata;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import shopkeeper.application.behavior.RecordReceipt;
import shopkeeper.application.catalog.KeepCatalog;
import shopkeeper.application.pricing.PublishPrices;
import shopkeeper.application.profile.IdentifierKeys;
import shopkeeper.application.profile.RecogniseCustomer;
import shopkeeper.application.profile.RecogniseCustomer.Recognition.Contradicted;
import shopkeeper.application.profile.RecogniseCustomer.Recognition.NotRecognised;
import shopkeeper.application.profile.RecogniseCustomer.Recognition.Recognised;
import shopkeeper.domain.behavior.BehaviorCommand;
import shopkeeper.domain.behavior.BehaviorCommand.RecordPurchase;
import shopkeeper.domain.behavior.BehaviorCommand.RecordReturn;
import shopkeeper.domain.catalog.CatalogCommand;
import shopkeeper.domain.catalog.CatalogCommand.CountStock;
import shopkeeper.domain.catalog.CatalogCommand.ListProduct;
import shopkeeper.domain.catalog.CatalogCommand.OpenStore;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.pricing.PricingCommand.PublishPriceBook;
import shopkeeper.files.shopdata.ImportResult.Imported;
import shopkeeper.files.shopdata.Shop.Person;
import shopkeeper.files.shopdata.Shop.Receipt;
import shopkeeper.files.shopdata.Tallies.Kind;

/** One import: catalog and prices first, then customers, then what they bought. */
final class ShopImport {
    private final KeepCatalog catalog;
    private final PublishPrices prices;
    private final RecogniseCustomer customers;
    private final RecordReceipt receipts;
    private final IdentifierKeys keys;
    private final InstantSource clock;
    private final Instant began;
    private final UUID run = UUID.randomUUID();
    private final Tallies tallies = new Tallies();
    private final Map<String, CustomerId> recognised = new ConcurrentHashMap<>();

    ShopImport(
            KeepCatalog catalog,
            PublishPrices prices,
            RecogniseCustomer customers,
            RecordReceipt receipts,
            IdentifierKeys keys,
            InstantSource clock) {
        this.catalog = catalog;
        this.prices = prices;
        this.customers = customers;
        this.receipts = receipts;
        this.keys = keys;
        this.clock = clock;
        began = clock.instant();
    }

    ImportResult importFrom(ShopSource source, Progress progress) {
        return switch (source.survey(progress)) {
            case Survey.Unusable(var code, var words, var rows, var rejected) ->
                    new ImportResult.Unusable(code, words, rows, rejected);
            case Survey.Usable(var shop) -> {
                try (var window = new Window()) {
                    send(shop, window, progress);
                }
                yield result(shop);
            }
        };
    }

    private void send(Shop shop, Window window, Progress progress) {
        shop.stores()
                .forEach(store ->
                        keep(
                                shop,
                                "store-" + store.id(),
                                Kind.STORE,
                                new OpenStore(store, now()),
                                store.toString()));
        all(
                shop.products(),
                "products",
                window,
                progress,
                product ->
                        keep(
                                shop,
                                "product-" + product.id(),
                                Kind.PRODUCT,
                                new ListProduct(product, now()),
                                product.toString()));
        shop.books()
                .forEach(book ->
                        tallies.count(
                                Kind.PRICE_BOOK,
                                prices.publish(
                                        ofThisRun(shop, "prices-" + book.id(), book.toString()),
                                        new PublishPriceBook(book, now()))));
        shop.stock().forEach(count -> count(shop, count));
        all(shop.people(), "customers", window, progress, person -> recognise(shop, person));
        receipts(shop, window, progress);
    }

    /** Equal products and books are no news, so their messages need not be known again. */
    private Message ofThisRun(Shop shop, String name, String content) {
        return new Message(new MessageId(shop.source(), name + "@" + run), content);
    }

    private void keep(Shop shop, String name, Kind kind, CatalogCommand command, String content) {
        tallies.count(kind, catalog.keep(ofThisRun(shop, name, content), command));
    }

    /** A count is news each time, so the same count is known by its message. */
    private void count(Shop shop, Shop.Count count) {
        var id = new MessageId(shop.source(), "stock-" + count.store());
        tallies.count(
                Kind.STOCK,
                catalog.keep(
                        new Message(id, count.toString()),
                        new CountStock(count.store(), count.levels(), now())));
    }

    private void recognise(Shop shop, Person person) {
        // A message's name is never erased, so nobody's identifier may be read from it.
        var key = keys.keyOf(person.identifiers().getFirst()).value();
        var message = new Message(new MessageId(shop.source(), "customer-" + key), key);
        switch (customers.recognise(message, person.identifiers(), person.via(), person.met())) {
            case Recognised(var customer, var changed, var position) -> {
                tallies.seen(position);
                tallies.accepted(Kind.CUSTOMER, changed);
                recognised.put(person.name(), customer);
            }
            case NotRecognised(var refusal) -> tallies.refused(refusal.code());
            case Contradicted(var position) -> {
                tallies.seen(position);
                tallies.refused("conflict");
            }
        }
    }

    /** Returns that name their sale wait for the end: they must not overtake it. */
    private void receipts(Shop shop, Window window, Progress progress) {
        var linked = new ArrayList<Receipt>();
        var done = new Done(shop, progress);
        shop.receipts()
                .forEach(receipt -> {
                    if (receipt.sale().isPresent()) {
                        linked.add(receipt);
                    } else {
                        window.send(() -> record(receipt));
                        done.add(receipt.lines().size());
                    }
                });
        window.await();
        for (Receipt receipt : linked) {
            window.send(() -> record(receipt));
            done.add(receipt.lines().size());
        }
        window.await();
    }

    private void record(Receipt receipt) {
        tallies.count(
                receipt.isReturn() ? Kind.RETURN : Kind.RECEIPT, receipts.record(command(receipt)));
    }

    private BehaviorCommand command(Receipt receipt) {
        var customer =
                receipt.customer().flatMap(name -> Optional.ofNullable(recognised.get(name)));
        Money total = receipt.total();
        return receipt.isReturn()
                ? new RecordReturn(
                        receipt.id(),
                        receipt.sale(),
                        customer,
                        receipt.store(),
                        receipt.lines(),
                        total,
                        receipt.via(),
                        receipt.at())
                : new RecordPurchase(
                        receipt.id(),
                        customer,
                        receipt.store(),
                        receipt.lines(),
                        Money.zero(total.currency()),
                        total,
                        receipt.via(),
                        receipt.at());
    }

    private static <T> void all(
            List<T> things, String phase, Window window, Progress progress, Consumer<T> sending) {
        for (int i = 0; i < things.size(); i++) {
            T thing = things.get(i);
            window.send(() -> sending.accept(thing));
            progress.at(i + 1, things.size(), phase);
        }
        window.await();
    }

    private Moment now() {
        return Moment.at(began);
    }

    private ImportResult result(Shop shop) {
        return new Imported(
                tallies.of(Kind.STORE),
                tallies.of(Kind.PRODUCT),
                tallies.of(Kind.PRICE_BOOK),
                tallies.of(Kind.CUSTOMER),
                tallies.of(Kind.RECEIPT),
                tallies.of(Kind.RETURN),
                tallies.refused(),
                shop.rows(),
                shop.rejected(),
                shop.rejected().isEmpty() ? Optional.empty() : shop.rejects(),
                Duration.between(began, clock.instant()),
                tallies.position());
    }

    /** Rows done so far; those that were rejected are done before they are read again. */
    private static final class Done {
        private final Shop shop;
        private final Progress progress;
        private long rows;

        Done(Shop shop, Progress progress) {
            this.shop = shop;
            this.progress = progress;
            rows = shop.rejected().values().stream().mapToLong(Long::longValue).sum();
        }

        void add(int lines) {
            rows += lines;
            progress.at(rows, shop.rows(), "receipts");
        }
    }
}
