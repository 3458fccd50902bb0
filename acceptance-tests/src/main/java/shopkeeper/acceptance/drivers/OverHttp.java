package shopkeeper.acceptance.drivers;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import shopkeeper.acceptance.drivers.Rest.Got;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.consent.Standing.Choice;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.profile.Identifier;
import shopkeeper.domain.profile.IdentifierType;
import tools.jackson.databind.JsonNode;

/** As a web shop does it: REST over a real socket, with the web's own key. */
public final class OverHttp implements ChannelDriver {
    private final Rest rest;
    private final StoreId store;
    private final Via via;

    public OverHttp(URI platform, String key, StoreId store, Seen seen) {
        this(platform, key, store, seen, Via.web());
    }

    /**
     * @param via where it is said and asked
     */
    OverHttp(URI platform, String key, StoreId store, Seen seen, Via via) {
        this.rest = new Rest(platform, key, seen);
        this.store = store;
        this.via = via;
    }

    @Override
    public Way way() {
        return Way.HTTP;
    }

    @Override
    public Outcome visits(Identifier device) {
        return collect("page", new HashMap<>(Map.of("anonymousId", device.value())));
    }

    @Override
    public Outcome logsIn(Identifier device, Person person) {
        return collect(
                "identify",
                new HashMap<>(
                        Map.of("anonymousId", device.value(), "userId", person.account().value())));
    }

    @Override
    public Outcome buys(Receipt receipt) {
        return order("Order Completed", receipt, Map.of("order_id", receipt.name()));
    }

    @Override
    public Outcome givesBack(Receipt receipt) {
        var refund =
                new HashMap<>(
                        Map.of(
                                "order_id",
                                receipt.sale().orElseThrow().name(),
                                "refund_id",
                                receipt.name()));
        receipt.why().ifPresent(why -> refund.put("reason", why));
        return order("Order Refunded", receipt, refund);
    }

    @Override
    public Outcome voids(Receipt sale) {
        throw new NotHere(ONLY_TILLS_VOID);
    }

    @Override
    public Outcome says(Choice choice, Identifier who, Purpose purpose) {
        var body = new HashMap<String, Object>();
        body.put("choice", choice.name());
        body.put("notice", Map.of("id", "privacy", "version", "3", "locale", "en-GB"));
        body.put("channel", via.channel().name());
        body.put("touchpoint", via.touchpoint());
        if (via.channel() == Channel.SUPPORT) {
            body.put("method", "SPOKEN");
            body.put("evidence", Map.of("call", "call-4711"));
        } else {
            body.put("method", "TOGGLE");
        }
        return rest.put("/v1/profiles/" + customer(who) + "/consents/" + purpose, body).outcome();
    }

    @Override
    public Answer asks(Asked question) {
        var body = new HashMap<String, Object>();
        question.who().ifPresent(who -> body.put("customer", pointer(who)));
        body.put("channel", via.channel().name());
        body.put("touchpoint", via.touchpoint());
        body.put("store", store.value());
        var moment = question.moment();
        moment.locale().ifPresent(locale -> body.put("locale", locale));
        var context = new HashMap<>(moment.context());
        context.put("cart", moment.cart());
        body.put("context", context);
        body.put("placements", List.of(question.placement()));
        return answer(rest.post("/v1/decisions", body));
    }

    @Override
    public Outcome feedback(String decision, String verdict, String product) {
        var body =
                new HashMap<String, Object>(
                        Map.of(
                                "decision",
                                decision,
                                "verdict",
                                verdict,
                                "products",
                                List.of(product),
                                "channel",
                                via.channel().name(),
                                "touchpoint",
                                via.touchpoint()));
        return rest.post("/v1/feedback", body).outcome();
    }

    @Override
    public Answer again(String decisionId) {
        return answer(rest.get("/v1/decisions/" + decisionId));
    }

    @Override
    public List<String> timeline(Identifier who) {
        return entries(who).map(entry -> entry.path("kind").asString()).toList();
    }

    @Override
    public List<String> late(Identifier who) {
        return entries(who)
                .filter(entry -> entry.path("late").asBoolean(false))
                .map(entry -> entry.path("kind").asString())
                .toList();
    }

    private Stream<JsonNode> entries(Identifier who) {
        var path = "/v1/profiles/" + customer(who) + "/timeline";
        return rest.get(path).body().path("entries").valueStream();
    }

    @Override
    public void close() {
        rest.close();
    }

    private Outcome order(String event, Receipt receipt, Map<String, String> identity) {
        var properties = new HashMap<String, Object>(identity);
        properties.put("currency", receipt.total().currency().getCurrencyCode());
        properties.put("total", receipt.total().amount());
        properties.put(
                "products",
                receipt.lines().stream()
                        .map(line ->
                                Map.of(
                                        "product_id", line.product().value(),
                                        "quantity", line.quantity(),
                                        "price", line.unitPrice().amount()))
                        .toList());
        var call = new HashMap<String, Object>();
        receipt.customer().ifPresent(who -> call.put(field(who), who.value()));
        call.put("event", event);
        call.put("timestamp", receipt.begin().toString());
        call.put("properties", properties);
        return collect("track", call);
    }

    private Outcome collect(String type, Map<String, Object> call) {
        call.put("type", type);
        call.put("messageId", UUID.randomUUID().toString());
        var tally = rest.post("/v1/" + type, call).body();
        if (tally.path("rejected").size() > 0) {
            return Got.refused(tally.path("rejected").path(0).path("problem"));
        }
        return Outcome.of(tally.path("duplicates").asInt(0) > 0 ? "duplicate" : "accepted");
    }

    private String customer(Identifier who) {
        return rest.post("/v1/profiles/lookup", pointer(who))
                .body()
                .path("customer")
                .asString("nobody");
    }

    /** The collection spec has two names for whoever acts; a card is not one of them. */
    static String field(Identifier who) {
        return who.type() == IdentifierType.ANONYMOUS ? "anonymousId" : "userId";
    }

    static Map<String, String> pointer(Identifier who) {
        return Map.of("type", who.type().name().toLowerCase(Locale.ROOT), "value", who.value());
    }

    private static Answer answer(Got got) {
        return new Answer(got.isOk() ? "ok" : got.code(), got.body());
    }
}
