package shopkeeper.acceptance.drivers;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import shopkeeper.domain.behavior.ReceiptLine;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.consent.Standing.Choice;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.profile.Identifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a till says, in CloudEvents; how they are carried is up to the protocol.
 *
 * <p>A till has no visitors, nobody logs in there and it reads no timelines: these go through the
 * web.
 */
public abstract class TillDriver implements ChannelDriver {
    static final JsonMapper JSON = JsonMapper.shared();
    static final String CONTENT_TYPE = "application/cloudevents+json";

    private final StoreId store;
    private final InstantSource clock;
    private final Seen seen;
    private final ChannelDriver web;

    TillDriver(StoreId store, InstantSource clock, Seen seen, ChannelDriver web) {
        this.store = store;
        this.clock = clock;
        this.seen = seen;
        this.web = web;
    }

    /**
     * Sends the event and waits for the answer to it.
     *
     * @param address such as {@code pos.transactions}
     * @param id of the event
     */
    abstract JsonNode carry(String address, String id, String event);

    StoreId store() {
        return store;
    }

    @Override
    public Outcome visits(Identifier device) {
        seen.overTheWeb("visiting");
        return web.visits(device);
    }

    @Override
    public Outcome logsIn(Identifier device, Person person) {
        seen.overTheWeb("logging in");
        return web.logsIn(device, person);
    }

    @Override
    public Outcome buys(Receipt receipt) {
        var data = transaction(receipt);
        data.put("totals", Map.of("net", receipt.total().amount().toPlainString()));
        return outcome(tell("pos.transactions", "retail.pos.transaction.completed.v1", data));
    }

    @Override
    public Outcome givesBack(Receipt receipt) {
        var data = transaction(receipt);
        data.put("totals", Map.of("net", receipt.total().negated().amount().toPlainString()));
        data.put("lines", receipt.lines().stream().map(line -> back(line, receipt)).toList());
        receipt.sale().ifPresent(sale -> data.put("link", link(sale)));
        return outcome(tell("pos.transactions", "retail.pos.return.recorded.v1", data));
    }

    @Override
    public Outcome voids(Receipt sale) {
        var data = new HashMap<String, Object>(named("void-" + sale.name(), clock.instant()));
        data.put("store", Map.of("id", store.value()));
        data.put("zone", "UTC");
        data.put("link", link(sale));
        return outcome(tell("pos.transactions", "retail.pos.transaction.voided.v1", data));
    }

    @Override
    public Outcome says(Choice choice, Identifier who, Purpose purpose) {
        var data = new HashMap<String, Object>();
        data.put("customer", customer(who));
        data.put("purpose", purpose.name());
        data.put("notice", Map.of("id", "privacy", "version", "3", "locale", "en-GB"));
        data.put("method", "BUTTON");
        var happened =
                switch (choice) {
                    case GRANTED -> "given";
                    case REFUSED -> "refused";
                    case WITHDRAWN -> "withdrawn";
                };
        return outcome(tell("pos.consents", "retail.pos.consent." + happened + ".v1", data));
    }

    @Override
    public Answer asks(Asked question) {
        var data = new HashMap<String, Object>();
        question.who().ifPresent(who -> data.put("customer", customer(who)));
        data.put("budgetMs", 5000);
        data.put("minPosition", seen.position());
        var moment = question.moment();
        moment.locale().ifPresent(locale -> data.put("locale", locale));
        if (!moment.context().isEmpty()) {
            data.put("context", moment.context());
        }
        if (!moment.cart().isEmpty()) {
            data.put(
                    "lines",
                    moment.cart().stream().map(product -> Map.of("sku", product)).toList());
        }
        data.put("placements", List.of(question.placement()));
        return answer(data);
    }

    @Override
    public Outcome feedback(String decision, String verdict, String product) {
        return feedback(decision, verdict, product, clock.instant());
    }

    /** Of a till that was offline when the customer said it. */
    public Outcome feedback(String decision, String verdict, String product, Instant said) {
        var data = new HashMap<String, Object>();
        data.put("decisionId", decision);
        data.put("verdict", verdict);
        data.put("products", List.of(product));
        return outcome(tell("pos.offers.requests", "retail.pos.offers.feedback.v1", data, said));
    }

    @Override
    public Answer again(String decisionId) {
        return answer(new HashMap<>(Map.of("decisionId", decisionId, "budgetMs", 5000)));
    }

    @Override
    public List<String> timeline(Identifier who) {
        return web.timeline(who);
    }

    @Override
    public List<String> late(Identifier who) {
        return web.late(who);
    }

    /** Any paper of a till, and what the till is told about it. */
    public TillWord tells(TillReceipt paper) {
        var data = new HashMap<String, Object>(named(paper.number(), paper.begin()));
        data.put("store", Map.of("id", store.value()));
        data.put("zone", "UTC");
        data.put("currency", paper.total().currency().getCurrencyCode());
        paper.customer().ifPresent(who -> data.put("customer", customer(who)));
        paper.sale()
                .ifPresent(sale -> {
                    var link = new HashMap<>(named(sale.number(), sale.begin()));
                    link.put("store", store.value());
                    data.put("link", link);
                });
        data.put(
                "flags",
                Map.of(
                        "training", paper.kind() == TillReceipt.Kind.TRAINING,
                        "cancelled", paper.kind() == TillReceipt.Kind.CANCELLED));
        var amount = paper.total().amount().toPlainString();
        data.put("lines", List.of(Map.of("sku", paper.product(), "qty", "1", "unitPrice", amount)));
        boolean back = paper.kind() == TillReceipt.Kind.RETURN;
        data.put("totals", Map.of("net", back ? "-" + amount : amount));
        var type =
                switch (paper.kind()) {
                    case SALE, TRAINING, CANCELLED -> "retail.pos.transaction.completed.v1";
                    case RETURN -> "retail.pos.return.recorded.v1";
                    case VOID -> "retail.pos.transaction.voided.v1";
                };
        var word = TillWord.of(tell("pos.transactions", type, data));
        seen.heardOf(word.position());
        return word;
    }

    private static Map<String, Object> named(String number, Instant begin) {
        var local = begin.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
        return Map.of(
                "workstation",
                "1",
                "businessDay",
                local.toLocalDate().toString(),
                "sequence",
                number,
                "begin",
                local.toLocalDateTime().toString());
    }

    private Map<String, Object> transaction(Receipt receipt) {
        var begin = receipt.begin().atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
        var data = new HashMap<String, Object>();
        data.put("store", Map.of("id", store.value()));
        data.put("workstation", "1");
        data.put("businessDay", begin.toLocalDate().toString());
        data.put("sequence", receipt.name());
        data.put("begin", begin.toLocalDateTime().toString());
        data.put("zone", "UTC");
        receipt.customer().ifPresent(who -> data.put("customer", customer(who)));
        data.put("currency", receipt.total().currency().getCurrencyCode());
        data.put("lines", receipt.lines().stream().map(TillDriver::line).toList());
        return data;
    }

    private Map<String, Object> link(Receipt sale) {
        var begin = sale.begin().atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
        return Map.of(
                "store", store.value(),
                "workstation", "1",
                "businessDay", begin.toLocalDate().toString(),
                "sequence", sale.name(),
                "begin", begin.toLocalDateTime().toString());
    }

    private static Map<String, Object> line(ReceiptLine line) {
        return Map.of(
                "sku", line.product().value(),
                "qty", line.quantity().toPlainString(),
                "unitPrice", line.unitPrice().amount().toPlainString(),
                "extended", line.extended().amount().toPlainString());
    }

    private static Map<String, Object> back(ReceiptLine line, Receipt receipt) {
        var back = new HashMap<>(line(line));
        receipt.why().ifPresent(why -> back.put("reason", why));
        return back;
    }

    private static Map<String, Object> customer(Identifier who) {
        return Map.of(
                "identifiers",
                List.of(
                        Map.of(
                                "type", who.type().name().toLowerCase(Locale.ROOT),
                                "value", who.value())));
    }

    private Outcome outcome(JsonNode data) {
        seen.heardOf(data.path("position").asLong(0));
        return new Outcome(
                data.path("outcome").asString(""),
                data.path("outcome").asString("").equals("refused")
                        ? data.path("reason").path("code").asString("")
                        : "");
    }

    private Answer answer(Map<String, Object> data) {
        var reply = tell("pos.offers.requests", "retail.pos.offers.requested.v1", data);
        return reply.path("decision").isMissingNode()
                ? new Answer(reply.path("code").asString(""), reply)
                : new Answer("ok", reply.path("decision"));
    }

    private JsonNode tell(String address, String type, Map<String, Object> data) {
        return tell(address, type, data, clock.instant());
    }

    private JsonNode tell(String address, String type, Map<String, Object> data, Instant at) {
        var id = UUID.randomUUID().toString();
        var event =
                Map.of(
                        "specversion",
                        "1.0",
                        "type",
                        type,
                        "source",
                        "urn:store:" + store + ":till:1",
                        "id",
                        id,
                        "time",
                        at.toString(),
                        "datacontenttype",
                        "application/json",
                        "data",
                        data);
        return carry(address, id, JSON.writeValueAsString(event)).path("data");
    }
}
