package shopkeeper.application;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import shopkeeper.application.fakes.InMemoryShop;
import shopkeeper.application.profile.RecogniseCustomer.Recognition;
import shopkeeper.application.profile.RecogniseCustomer.Recognition.Recognised;
import shopkeeper.domain.behavior.BehaviorCommand.RecordPurchase;
import shopkeeper.domain.behavior.BehaviorCommand.RecordReturn;
import shopkeeper.domain.behavior.BehaviorCommand.RecordVoid;
import shopkeeper.domain.behavior.BehaviorEvent;
import shopkeeper.domain.behavior.BehaviorRefusal;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.behavior.ReceiptLine;
import shopkeeper.domain.behavior.VoidReason;
import shopkeeper.domain.catalog.CatalogCommand.CountStock;
import shopkeeper.domain.catalog.CatalogCommand.ListProduct;
import shopkeeper.domain.catalog.CatalogCommand.OpenStore;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.catalog.StockLevel;
import shopkeeper.domain.catalog.Store;
import shopkeeper.domain.consent.ConsentCommand.GrantConsent;
import shopkeeper.domain.consent.ConsentCommand.RefuseConsent;
import shopkeeper.domain.consent.ConsentCommand.WithdrawConsent;
import shopkeeper.domain.consent.ConsentMethod;
import shopkeeper.domain.consent.Notice;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.consent.Use;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Recorded;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.pricing.PriceBook;
import shopkeeper.domain.pricing.PriceBookId;
import shopkeeper.domain.pricing.PricingCommand.PublishPriceBook;
import shopkeeper.domain.profile.Identifier;
import shopkeeper.domain.profile.IdentifierType;

/** A shop in memory, told about in few words; each word is at the minute that the clock shows. */
public final class Told {
    public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    public static final Duration LIFETIME = Duration.ofMinutes(30);
    public static final ProductId TEA = new ProductId("tea");
    public static final ProductId MILK = new ProductId("milk");
    public static final ProductId SALT = new ProductId("salt");
    public static final StoreId LEEDS = new StoreId("leeds");
    public static final Use SUGGESTIONS = Use.of(Purpose.CONTENT_PERSONALIZATION);
    public static final Notice NOTICE = new Notice("privacy", "3", "en-GB");

    public final InMemoryShop shop = new InMemoryShop(LIFETIME);
    private final AtomicInteger messages = new AtomicInteger();
    private Instant now = NOON;

    public Moment now() {
        return Moment.at(now);
    }

    public Told later(Duration time) {
        now = now.plus(time);
        return this;
    }

    public Message message() {
        int number = messages.incrementAndGet();
        return new Message(new MessageId("test", "m-" + number), "content " + number);
    }

    public static Identifier card(String number) {
        return new Identifier(IdentifierType.LOYALTY, number);
    }

    public static Identifier device(String id) {
        return new Identifier(IdentifierType.ANONYMOUS, id);
    }

    public Recognition recognise(Message message, Identifier... identifiers) {
        return shop.recogniseCustomer.recognise(message, List.of(identifiers), Via.web(), now());
    }

    public CustomerId met(Identifier... identifiers) {
        return recognise(message(), identifiers) instanceof Recognised(var customer, _, _)
                ? customer
                : new CustomerId("nobody");
    }

    public Told sells(ProductId... products) {
        for (ProductId product : products) {
            var listed = new Product(product, "Fine " + product, Optional.empty(), true);
            shop.keepCatalog.keep(message(), new ListProduct(listed, now()));
        }
        return this;
    }

    public Told stops(ProductId product) {
        var gone = new Product(product, "Fine " + product, Optional.empty(), false);
        shop.keepCatalog.keep(message(), new ListProduct(gone, now()));
        return this;
    }

    public Told opens(StoreId store, StockLevel... levels) {
        var opened =
                new Store(
                        store,
                        store.value(),
                        ZoneId.of("Europe/London"),
                        Currency.getInstance("GBP"),
                        "GB");
        shop.keepCatalog.keep(message(), new OpenStore(opened, now()));
        shop.keepCatalog.keep(message(), new CountStock(store, List.of(levels), now()));
        return this;
    }

    public Told charges(String book, PriceBook.Kind kind, ProductId product, Money price) {
        var prices = new LinkedHashMap<ProductId, Money>();
        prices.put(product, price);
        shop.publishPrices.publish(
                message(),
                new PublishPriceBook(
                        new PriceBook(
                                new PriceBookId(book),
                                kind,
                                price.currency(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                0,
                                prices),
                        now()));
        return this;
    }

    public Told grants(CustomerId customer, Use use) {
        shop.recordConsent.record(
                message(),
                new GrantConsent(customer, use, NOTICE, ConsentMethod.TOGGLE, Via.web(), now()));
        return this;
    }

    public Told refuses(CustomerId customer, Use use) {
        shop.recordConsent.record(
                message(),
                new RefuseConsent(customer, use, NOTICE, ConsentMethod.TOGGLE, Via.web(), now()));
        return this;
    }

    public Told withdraws(CustomerId customer, Use use) {
        shop.recordConsent.record(message(), new WithdrawConsent(customer, use, Via.till(), now()));
        return this;
    }

    public Recorded<BehaviorEvent, BehaviorRefusal> buys(
            String receipt, Optional<CustomerId> customer, ProductId... products) {
        var lines = Arrays.stream(products).map(Told::one).toList();
        var total = gbp("1.01").times(new BigDecimal(lines.size()));
        return shop.recordReceipt.record(
                new RecordPurchase(
                        new ReceiptId(receipt),
                        customer,
                        Optional.of(LEEDS),
                        lines,
                        gbp("0.00"),
                        total,
                        Via.till(),
                        now()));
    }

    public Recorded<BehaviorEvent, BehaviorRefusal> returns(
            String receipt, Optional<String> sale, ProductId product) {
        return shop.recordReceipt.record(
                new RecordReturn(
                        new ReceiptId(receipt),
                        sale.map(ReceiptId::new),
                        Optional.empty(),
                        Optional.of(LEEDS),
                        List.of(one(product)),
                        gbp("1.01"),
                        Via.till(),
                        now()));
    }

    public Recorded<BehaviorEvent, BehaviorRefusal> voids(String receipt, String sale) {
        return shop.recordReceipt.record(
                new RecordVoid(
                        new ReceiptId(receipt),
                        new ReceiptId(sale),
                        VoidReason.VOIDED,
                        Optional.of(LEEDS),
                        Via.till(),
                        now()));
    }

    public static Money gbp(String amount) {
        return Money.of(amount, "GBP");
    }

    private static ReceiptLine one(ProductId product) {
        return ReceiptLine.of(product, BigDecimal.ONE, gbp("1.01"));
    }
}
