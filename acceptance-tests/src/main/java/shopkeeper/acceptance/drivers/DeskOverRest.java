package shopkeeper.acceptance.drivers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.catalog.Store;
import shopkeeper.domain.consent.ConsentMethod;
import shopkeeper.domain.consent.Standing.Choice;
import shopkeeper.domain.consent.Use;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.pricing.PriceBook;
import shopkeeper.domain.pricing.PriceBookId;
import shopkeeper.domain.profile.Identifier;
import shopkeeper.domain.profile.IdentifierType;

/** The desk of a shop that runs elsewhere: REST, with the admin's key. */
public final class DeskOverRest implements Desk {
    private final Rest admin;
    private final ChannelDriver web;

    public DeskOverRest(Rest admin, ChannelDriver web) {
        this.admin = admin;
        this.web = web;
    }

    @Override
    public Outcome recognised(List<Identifier> identifiers) {
        var call = new HashMap<String, Object>();
        var cards = new ArrayList<Map<String, String>>();
        for (var identifier : identifiers) {
            switch (identifier.type()) {
                case ANONYMOUS -> call.put("anonymousId", identifier.value());
                case CRM -> call.put("userId", identifier.value());
                case LOYALTY, EMAIL, PHONE, RECEIPT ->
                        cards.add(
                                Map.of(
                                        "id",
                                        identifier.value(),
                                        "type",
                                        identifier.type().name().toLowerCase(Locale.ROOT),
                                        "collection",
                                        "users",
                                        "encoding",
                                        "none"));
            }
        }
        call.put("context", Map.of("externalIds", cards));
        call.put("messageId", UUID.randomUUID().toString());
        var rejected = admin.post("/v1/identify", call).body().path("rejected");
        return rejected.isEmpty()
                ? Outcome.of("accepted")
                : Rest.Got.refused(rejected.path(0).path("problem"));
    }

    @Override
    public Optional<String> find(Identifier who) {
        var found = admin.post("/v1/profiles/lookup", OverHttp.pointer(who));
        return found.isOk()
                ? Optional.of(found.body().path("customer").asString())
                : Optional.empty();
    }

    @Override
    public List<String> knownBy(Identifier who) {
        return types(profile(who));
    }

    @Override
    public List<String> knownByThen(Identifier who, long position) {
        return types(profile(who) + "?asOf=" + position);
    }

    private List<String> types(String path) {
        return admin.get(path)
                .body()
                .path("identifiers")
                .valueStream()
                .map(known -> known.path("type").asString().toUpperCase(Locale.ROOT))
                .toList();
    }

    @Override
    public List<String> timeline(Identifier who) {
        return web.timeline(who);
    }

    @Override
    public Outcome buys(Receipt receipt) {
        return web.buys(
                new Receipt(
                        receipt.name(),
                        receipt.sale(),
                        receipt.customer().or(() -> Optional.of(somebody(receipt))),
                        receipt.lines(),
                        receipt.begin()));
    }

    @Override
    public Outcome says(Choice choice, Identifier who, Use use, ConsentMethod method) {
        var body =
                new HashMap<String, Object>(
                        Map.of(
                                "choice", choice.name(),
                                "notice",
                                        Map.of("id", "privacy", "version", "3", "locale", "en-GB"),
                                "method", method.name(),
                                "channel", "ONLINE",
                                "touchpoint", "web"));
        use.contactMethod().ifPresent(how -> body.put("contactMethod", how.name()));
        return admin.put(profile(who) + "/consents/" + use.purpose(), body).outcome();
    }

    @Override
    public Permitted may(Identifier who, Use use) {
        var by = use.contactMethod().map(how -> "?contactMethod=" + how).orElse("");
        return permitted(profile(who) + "/permissions/" + use.purpose() + by);
    }

    private Permitted permitted(String path) {
        var answer = admin.get(path).body();
        return answer.path("allowed").asBoolean(false)
                ? new Permitted("yes", answer.path("evidence").asString())
                : new Permitted(answer.path("code").asString("no answer"), "");
    }

    @Override
    public List<String> consents(Identifier who) {
        return consents(profile(who) + "/consents");
    }

    @Override
    public long noted() {
        return admin.noted();
    }

    @Override
    public List<String> consentsThen(Identifier who, long position) {
        return consents(profile(who) + "/consents?asOf=" + position);
    }

    @Override
    public Permitted mayThen(Identifier who, Use use, long position) {
        return permitted(profile(who) + "/permissions/" + use.purpose() + "?asOf=" + position);
    }

    @Override
    public long pointsThen(Identifier who, long position) {
        return admin.get(profile(who) + "/points?asOf=" + position).body().path("balance").asLong();
    }

    private List<String> consents(String path) {
        return admin.get(path)
                .body()
                .path("consents")
                .valueStream()
                .map(word -> word.path("purpose").asString() + " " + word.path("choice").asString())
                .toList();
    }

    @Override
    public Outcome lists(Product product) {
        var details = product.details();
        var body = new HashMap<String, Object>();
        body.put("name", product.name());
        body.put("sold", product.sold());
        product.category().ifPresent(category -> body.put("category", category));
        details.brand().ifPresent(brand -> body.put("brand", brand));
        details.text().ifPresent(text -> body.put("text", text));
        details.replacedBy().ifPresent(successor -> body.put("replacedBy", successor.value()));
        details.margin().ifPresent(margin -> body.put("margin", margin));
        body.put("ageLimit", details.ageLimit());
        body.put("boughtOnce", details.boughtOnce());
        return admin.put("/v1/products/" + product.id(), body).outcome();
    }

    @Override
    public boolean isSold(ProductId product) {
        return admin.get("/v1/products/" + product).body().path("sold").asBoolean();
    }

    @Override
    public Outcome opens(Store store) {
        return admin.put(
                        "/v1/stores/" + store.id(),
                        Map.of(
                                "name", store.name(),
                                "zone", store.zone().getId(),
                                "currency", store.currency().getCurrencyCode(),
                                "country", store.country()))
                .outcome();
    }

    @Override
    public Outcome counts(StoreId store, ProductId product, int pieces) {
        return admin.put("/v1/stock/" + store + "/" + product, Map.of("pieces", pieces)).outcome();
    }

    @Override
    public OptionalInt stock(StoreId store, ProductId product) {
        var counted = admin.get("/v1/stock/" + store + "/" + product);
        return counted.isOk()
                ? OptionalInt.of(counted.body().path("pieces").asInt())
                : OptionalInt.empty();
    }

    @Override
    public Map<String, Integer> slates(String by) {
        return admin.get("/v1/operations/model-quality?days=1")
                .body()
                .path("groups")
                .valueStream()
                .filter(group -> group.path("by").asString("").equals(by))
                .collect(
                        Collectors.toMap(
                                group -> group.path("name").asString(),
                                group -> group.path("slates").asInt()));
    }

    @Override
    public Outcome publishes(PriceBook book) {
        var body = new HashMap<String, Object>();
        body.put("kind", book.kind().name());
        body.put("currency", book.currency().getCurrencyCode());
        book.channel().ifPresent(channel -> body.put("channel", channel.name()));
        book.store().ifPresent(store -> body.put("store", store.value()));
        var prices = new HashMap<String, String>();
        book.prices()
                .forEach((product, price) ->
                        prices.put(product.value(), price.amount().toPlainString()));
        body.put("prices", prices);
        return admin.put("/v1/price-books/" + book.id(), body).outcome();
    }

    @Override
    public int versionOf(PriceBookId book) {
        return admin.get("/v1/price-books/" + book).body().path("version").asInt();
    }

    private String profile(Identifier who) {
        return "/v1/profiles/"
                + find(who)
                        .orElseThrow(() ->
                                new IllegalStateException("nobody is known by " + who.type()));
    }

    /** The web knows no purchase without a visitor. */
    private static Identifier somebody(Receipt receipt) {
        return new Identifier(IdentifierType.ANONYMOUS, "somebody-" + receipt.name());
    }
}
