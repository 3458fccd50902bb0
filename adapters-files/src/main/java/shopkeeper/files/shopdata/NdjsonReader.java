package shopkeeper.files.shopdata;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.behavior.ReturnReason;
import shopkeeper.domain.catalog.Details;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.catalog.StockLevel;
import shopkeeper.domain.catalog.Store;
import shopkeeper.domain.consent.ConsentMethod;
import shopkeeper.domain.consent.Notice;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.consent.Use;
import shopkeeper.domain.consent.WordOfMouth;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.kernel.ContactMethod;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.pricing.PriceBook;
import shopkeeper.domain.pricing.PriceBookId;
import shopkeeper.domain.profile.Identifier;
import shopkeeper.domain.profile.IdentifierType;
import shopkeeper.files.shopdata.NdjsonLine.Choice;
import shopkeeper.files.shopdata.NdjsonLine.OfBook;
import shopkeeper.files.shopdata.NdjsonLine.OfConsent;
import shopkeeper.files.shopdata.NdjsonLine.OfCustomer;
import shopkeeper.files.shopdata.NdjsonLine.OfProduct;
import shopkeeper.files.shopdata.NdjsonLine.OfReceipt;
import shopkeeper.files.shopdata.NdjsonLine.OfStock;
import shopkeeper.files.shopdata.NdjsonLine.OfStore;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads a line of our own format: the bodies that REST takes, with their type. */
record NdjsonReader(Instant now) {
    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(32)
                                                    .maxStringLength(1 << 16)
                                                    .maxNumberLength(40)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    NdjsonLine read(@Nullable String line) {
        if (line == null) {
            return new NdjsonLine.Unfit(Reject.TOO_LONG, "");
        }
        try {
            var fields = new JsonFields(JSON.readTree(line), "");
            var read = read(fields);
            fields.done();
            return read;
        } catch (JacksonException e) {
            return new NdjsonLine.Unfit(Reject.NOT_JSON, "");
        } catch (JsonFields.Unfit e) {
            return new NdjsonLine.Unfit(e.reject(), e.field());
        }
    }

    private NdjsonLine read(JsonFields fields) {
        return switch (fields.text("type")) {
            case "product" -> product(fields);
            case "store" -> store(fields);
            case "price-book" -> book(fields);
            case "stock" -> stock(fields);
            case "customer" -> customer(fields);
            case "purchase" -> receipt(fields, false);
            case "return" -> receipt(fields, true);
            case "consent" -> consent(fields);
            default -> throw new JsonFields.Unfit(Reject.UNKNOWN_TYPE, "type");
        };
    }

    private static OfProduct product(JsonFields fields) {
        var id = fields.value("id", ProductId::new);
        var category = fields.optionalText("category");
        boolean sold = fields.flag("sold", true);
        var details = details(fields);
        return new OfProduct(
                fields.value("name", name -> new Product(id, name, category, sold, details)));
    }

    private static Details details(JsonFields fields) {
        var brand = fields.optionalText("brand");
        var text = fields.optionalText("text");
        var replacedBy = fields.optional("replacedBy", ProductId::new);
        boolean boughtOnce = fields.flag("boughtOnce", false);
        var margin = fields.optionalNumber("margin");
        var age = fields.optionalNumber("ageLimit").orElse(BigDecimal.ZERO);
        var limit = fields.make("ageLimit", age::intValueExact);
        return fields.make(
                margin.isPresent() ? "margin" : "ageLimit",
                () -> new Details(brand, text, limit, replacedBy, boughtOnce, margin));
    }

    private static OfStore store(JsonFields fields) {
        var id = fields.value("id", StoreId::new);
        var name = fields.text("name");
        var zone = fields.value("zone", ZoneId::of);
        var currency = fields.value("currency", Currency::getInstance);
        return new OfStore(
                fields.value("country", code -> new Store(id, name, zone, currency, code)));
    }

    private static OfBook book(JsonFields fields) {
        var currency = fields.value("currency", Currency::getInstance);
        var prices = new LinkedHashMap<ProductId, Money>();
        var sent = fields.object("prices");
        sent.names()
                .forEach(product ->
                        prices.put(
                                sent.make(product, () -> new ProductId(product)),
                                money(sent, product, currency)));
        return new OfBook(
                new PriceBook(
                        fields.value("id", PriceBookId::new),
                        fields.optional("kind", PriceBook.Kind::valueOf)
                                .orElse(PriceBook.Kind.LIST),
                        currency,
                        fields.optional("channel", Channel::valueOf),
                        fields.optional("store", StoreId::new),
                        fields.optional("validFrom", Instant::parse),
                        fields.optional("validUntil", Instant::parse),
                        fields.optionalNumber("priority").map(BigDecimal::intValue).orElse(0),
                        prices));
    }

    private static OfStock stock(JsonFields fields) {
        var product = fields.value("product", ProductId::new);
        var pieces = fields.number("pieces");
        return new OfStock(
                fields.value("store", StoreId::new),
                new StockLevel(product, fields.make("pieces", pieces::intValueExact)));
    }

    private OfCustomer customer(JsonFields fields) {
        var identifiers =
                fields.list("identifiers").stream().map(NdjsonReader::identifier).toList();
        return new OfCustomer(identifiers, via(fields), at(fields));
    }

    private OfReceipt receipt(JsonFields fields, boolean isReturn) {
        var currency = fields.value("currency", Currency::getInstance);
        var sent = fields.list("lines");
        var why = isReturn ? NdjsonReceipts.why(sent) : Map.<ProductId, ReturnReason>of();
        var lines = sent.stream().map(line -> NdjsonReceipts.line(line, currency)).toList();
        var discount =
                fields.optionalNumber("discount")
                        .map(amount ->
                                fields.make(
                                        "discount",
                                        () -> new Money(amount.abs().negate(), currency)))
                        .orElse(Money.zero(currency));
        NdjsonReceipts.demandTotal(fields, lines, discount);
        return new OfReceipt(
                fields.value("receipt", ReceiptId::new),
                isReturn,
                isReturn ? fields.optional("sale", ReceiptId::new) : Optional.empty(),
                fields.optionalObject("customer").map(NdjsonReader::identifier),
                fields.optional("store", StoreId::new),
                lines,
                why,
                discount,
                via(fields),
                at(fields));
    }

    static Money money(JsonFields fields, String name, Currency currency) {
        var amount = fields.number(name);
        var money = fields.make(name, () -> new Money(amount, currency));
        if (money.isNegative()) {
            throw new JsonFields.Unfit(Reject.UNREADABLE_FIELD, name);
        }
        return money;
    }

    private OfConsent consent(JsonFields fields) {
        var purpose = fields.value("purpose", Purpose::valueOf);
        var method = fields.optional("contactMethod", ContactMethod::valueOf);
        var choice = fields.value("choice", Choice::valueOf);
        var notice = fields.optionalObject("notice").map(NdjsonReader::notice);
        var act = fields.optional("method", ConsentMethod::valueOf);
        // Who was told what, and how it was said, is the proof.
        if (choice != Choice.WITHDRAWN && notice.isEmpty()) {
            throw new JsonFields.Unfit(Reject.MISSING_FIELD, "notice");
        }
        if (choice != Choice.WITHDRAWN && act.isEmpty()) {
            throw new JsonFields.Unfit(Reject.MISSING_FIELD, "method");
        }
        return new OfConsent(
                identifier(fields.object("customer")),
                choice,
                fields.make("contactMethod", () -> new Use(purpose, method)),
                notice,
                act,
                fields.optionalObject("evidence").map(NdjsonReader::wordOfMouth),
                via(fields),
                at(fields));
    }

    private static Notice notice(JsonFields fields) {
        var id = fields.text("id");
        var version = fields.text("version");
        var notice = fields.value("locale", locale -> new Notice(id, version, locale));
        fields.done();
        return notice;
    }

    private static WordOfMouth wordOfMouth(JsonFields fields) {
        var agent = fields.text("agent");
        var word = fields.value("call", call -> new WordOfMouth(agent, call));
        fields.done();
        return word;
    }

    private static Identifier identifier(JsonFields fields) {
        var type =
                fields.value("type", name -> IdentifierType.valueOf(name.toUpperCase(Locale.ROOT)));
        var identifier = fields.value("value", value -> new Identifier(type, value));
        fields.done();
        return identifier;
    }

    private static Via via(JsonFields fields) {
        var channel = fields.optional("channel", Channel::valueOf).orElse(Channel.ONLINE);
        var touchpoint = fields.optionalText("touchpoint").orElseGet(() -> usual(channel));
        return fields.make("touchpoint", () -> new Via(channel, touchpoint));
    }

    private static String usual(Channel channel) {
        return switch (channel) {
            case ONLINE -> "web";
            case IN_STORE -> "till";
            case SUPPORT -> "phone";
        };
    }

    private Moment at(JsonFields fields) {
        return new Moment(fields.value("at", Instant::parse), now);
    }
}
