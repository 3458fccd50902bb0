package shopkeeper.files.shopdata;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import shopkeeper.application.behavior.BehaviorModule;
import shopkeeper.application.behavior.RecordReceipt;
import shopkeeper.application.catalog.CatalogModule;
import shopkeeper.application.pricing.PricingModule;
import shopkeeper.application.profile.ProfileModule;
import shopkeeper.application.profile.Registers;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseRecorded;
import shopkeeper.domain.behavior.BehaviorEvent.ReturnRecorded;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.behavior.Sale;
import shopkeeper.domain.catalog.Assortment;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.catalog.Store;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Recorded;
import shopkeeper.domain.kernel.Refusal;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.pricing.PriceBook;
import shopkeeper.domain.pricing.PriceBookId;
import shopkeeper.domain.pricing.PublishedBook;
import shopkeeper.domain.profile.Identifier;
import shopkeeper.domain.profile.IdentifierKey;
import shopkeeper.domain.profile.ProfileEvent;
import shopkeeper.domain.profile.ProfileRefusal;
import shopkeeper.domain.profile.Register;

/** The real use cases over a log that is a list. */
final class FakeShop {
    final List<Fact> log = new ArrayList<>();
    final Map<MessageId, String> messages = new HashMap<>();

    private final Map<ProductId, Product> products = new LinkedHashMap<>();
    private final Map<StoreId, Store> stores = new HashMap<>();
    private final Map<PriceBookId, PublishedBook> books = new HashMap<>();
    private final Map<ReceiptId, Sale> sales = new HashMap<>();
    private final Map<IdentifierKey, CustomerId> holders = new HashMap<>();
    private final AtomicInteger newcomers = new AtomicInteger();
    private final InstantSource clock;

    FakeShop(InstantSource clock) {
        this.clock = clock;
    }

    ImportResult takeIn(ShopSource source) {
        return takeIn(source, Progress.UNSEEN);
    }

    ImportResult takeIn(ShopSource source, Progress progress) {
        return takeIn(source, progress, receipts());
    }

    ImportResult takeIn(ShopSource source, Progress progress, RecordReceipt receipts) {
        return ShopDataModule.importShop(
                        CatalogModule.keepCatalog((product, store, message, decide) ->
                                decide(
                                        message,
                                        assortment(product, store),
                                        decide,
                                        (state, event) -> keep(state.evolve(event)))),
                        PricingModule.publishPrices((book, message, decide) ->
                                decide(
                                        message,
                                        books.getOrDefault(book, PublishedBook.NONE),
                                        decide,
                                        (state, event) -> {
                                            var next = state.evolve(event);
                                            books.put(book, next);
                                            return next;
                                        })),
                        ProfileModule.recogniseCustomer(
                                registers(),
                                FakeShop::keyOf,
                                () -> new CustomerId("c" + newcomers.incrementAndGet())),
                        receipts,
                        FakeShop::keyOf,
                        clock)
                .importFrom(source, progress);
    }

    RecordReceipt receipts() {
        return BehaviorModule.recordReceipt((sale, message, decide) ->
                decide(
                        message,
                        sale.map(id -> sales.getOrDefault(id, Sale.UNKNOWN)).orElse(Sale.UNKNOWN),
                        decide,
                        (state, event) -> keep(state.evolve(event))));
    }

    List<Product> products() {
        return List.copyOf(products.values());
    }

    Product product(String code) {
        return Optional.ofNullable(products.get(new ProductId(code))).orElseThrow();
    }

    List<Store> stores() {
        return List.copyOf(stores.values());
    }

    PriceBook book(String id) {
        return Optional.ofNullable(books.get(new PriceBookId(id)))
                .flatMap(PublishedBook::book)
                .orElseThrow();
    }

    CustomerId holder(Identifier identifier) {
        return Optional.ofNullable(holders.get(keyOf(identifier))).orElseThrow();
    }

    List<PurchaseRecorded> purchases() {
        return facts(PurchaseRecorded.class);
    }

    List<ReturnRecorded> returns() {
        return facts(ReturnRecorded.class);
    }

    <F> List<F> facts(Class<F> type) {
        return log.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static IdentifierKey keyOf(Identifier identifier) {
        return new IdentifierKey(
                "key-" + identifier.type() + new StringBuilder(identifier.value()).reverse());
    }

    private Assortment assortment(Optional<ProductId> product, Optional<StoreId> store) {
        return new Assortment(
                product.flatMap(id -> Optional.ofNullable(products.get(id)))
                        .map(known -> Map.of(known.id(), known))
                        .orElse(Map.of()),
                store.flatMap(id -> Optional.ofNullable(stores.get(id)))
                        .map(known -> Map.of(known.id(), known))
                        .orElse(Map.of()));
    }

    private Assortment keep(Assortment next) {
        products.putAll(next.products());
        stores.putAll(next.stores());
        return next;
    }

    private Sale keep(Sale next) {
        next.receipt().ifPresent(id -> sales.put(id, next));
        return next;
    }

    private Registers registers() {
        return new Registers() {
            @Override
            public Recorded<ProfileEvent, ProfileRefusal> decide(
                    List<IdentifierKey> keys,
                    Message message,
                    Function<Register, Outcome<ProfileEvent, ProfileRefusal>> decide) {
                return FakeShop.this.decide(
                        message,
                        current(keys),
                        decide,
                        (state, event) -> {
                            var next = state.evolve(event);
                            holders.putAll(next.holders());
                            return next;
                        });
            }

            @Override
            public Register current(List<IdentifierKey> keys) {
                synchronized (FakeShop.this) {
                    var found = new HashMap<IdentifierKey, CustomerId>();
                    Stream.ofNullable(keys)
                            .flatMap(List::stream)
                            .filter(holders::containsKey)
                            .forEach(key -> found.put(key, holders.get(key)));
                    return new Register(found, new HashSet<>(found.values()));
                }
            }
        };
    }

    private synchronized <S, F extends Fact, R extends Refusal> Recorded<F, R> decide(
            Message message,
            S state,
            Function<S, Outcome<F, R>> decide,
            BiFunction<S, F, S> evolve) {
        String before = messages.get(message.id());
        if (before != null) {
            return before.equals(message.content())
                    ? new Recorded.Duplicate<>(position())
                    : new Recorded.Conflict<>(position());
        }
        var outcome = decide.apply(state);
        if (outcome instanceof Outcome.Accepted<F, R>(var facts) && !facts.isEmpty()) {
            messages.put(message.id(), message.content());
            S next = state;
            for (F fact : facts) {
                log.add(fact);
                next = evolve.apply(next, fact);
            }
        }
        return new Recorded.Decided<>(outcome, position());
    }

    private Position position() {
        return new Position(log.size());
    }
}
