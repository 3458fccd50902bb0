package shopkeeper.acceptance.drivers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.qpid.protonj2.client.Client;
import org.apache.qpid.protonj2.client.Connection;
import org.apache.qpid.protonj2.client.ConnectionOptions;
import org.apache.qpid.protonj2.client.Message;
import org.apache.qpid.protonj2.client.Receiver;
import org.apache.qpid.protonj2.client.exceptions.ClientException;
import shopkeeper.domain.behavior.ReceiptLine;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.consent.Standing.Choice;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.profile.Identifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * As a till does it: CloudEvents over AMQP 1.0, each answered to its reply address.
 *
 * <p>A till has no visitors, nobody logs in there and it reads no timelines: these go through the
 * web.
 */
public final class OverAmqp implements ChannelDriver {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Client client = Client.create();
    private final Connection connection;
    private final Receiver replies;
    private final StoreId store;
    private final InstantSource clock;
    private final Seen seen;
    private final ChannelDriver web;

    public OverAmqp(
            int port,
            String key,
            StoreId store,
            InstantSource clock,
            Seen seen,
            ChannelDriver web) {
        this.store = store;
        this.clock = clock;
        this.seen = seen;
        this.web = web;
        try {
            var options = new ConnectionOptions().user("till:" + store + ":1").password(key);
            connection = client.connect("127.0.0.1", port, options);
            replies = connection.openDynamicReceiver().openFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            client.close();
            throw new IllegalStateException("the till cannot connect to port " + port, e);
        }
    }

    @Override
    public Way way() {
        return Way.AMQP;
    }

    @Override
    public Outcome visits(Identifier device) {
        return web.visits(device);
    }

    @Override
    public Outcome logsIn(Identifier device, Person person) {
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
        receipt.sale().ifPresent(sale -> data.put("link", link(sale, receipt)));
        return outcome(tell("pos.transactions", "retail.pos.return.recorded.v1", data));
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
        data.put(
                "placements",
                List.of(
                        Map.of(
                                "id",
                                "here",
                                "kind",
                                question.kind(),
                                "limit",
                                Asked.LIMIT,
                                "products",
                                question.products())));
        return answer(data);
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
    public void close() {
        connection.close();
        client.close();
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
        data.put("lines", receipt.lines().stream().map(OverAmqp::line).toList());
        return data;
    }

    private Map<String, Object> link(String sale, Receipt receipt) {
        var begin = receipt.begin().atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
        return Map.of(
                "store", store.value(),
                "workstation", "1",
                "businessDay", begin.toLocalDate().toString(),
                "sequence", sale,
                "begin", begin.toLocalDateTime().toString());
    }

    private static Map<String, Object> line(ReceiptLine line) {
        return Map.of(
                "sku", line.product().value(),
                "qty", line.quantity().toPlainString(),
                "unitPrice", line.unitPrice().amount().toPlainString(),
                "extended", line.extended().amount().toPlainString());
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
                ? new Answer(reply.path("code").asString(""), MissingNode.getInstance())
                : new Answer("ok", reply.path("decision"));
    }

    private JsonNode tell(String address, String type, Map<String, Object> data) {
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
                        clock.instant().toString(),
                        "datacontenttype",
                        "application/json",
                        "data",
                        data);
        try (var sender = connection.openSender(address)) {
            var message =
                    Message.create(JSON.writeValueAsString(event))
                            .contentType("application/cloudevents+json")
                            .durable(true)
                            .replyTo(replies.address())
                            .correlationId(id);
            sender.send(message).awaitSettlement(10, TimeUnit.SECONDS);
            var reply =
                    Optional.ofNullable(replies.receive(20, TimeUnit.SECONDS))
                            .orElseThrow(() -> new IllegalStateException("no answer to " + type))
                            .message();
            if (!id.equals(reply.correlationId())) {
                throw new IllegalStateException("this answers something else: " + type);
            }
            var body = reply.body();
            var text = body instanceof byte[] bytes ? new String(bytes, UTF_8) : body.toString();
            return JSON.readTree(text).path("data");
        } catch (ClientException e) {
            throw new IllegalStateException("the broker did not take " + type, e);
        }
    }
}
