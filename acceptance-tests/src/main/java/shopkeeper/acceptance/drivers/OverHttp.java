package shopkeeper.acceptance.drivers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.consent.Standing.Choice;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.profile.Identifier;
import shopkeeper.domain.profile.IdentifierType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** As a web shop does it: REST over a real socket, with the web's own key. */
public final class OverHttp implements ChannelDriver {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI platform;
    private final String key;
    private final StoreId store;
    private final Seen seen;
    private final Via via;

    public OverHttp(URI platform, String key, StoreId store, Seen seen) {
        this(platform, key, store, seen, Via.web());
    }

    /**
     * @param via where it is said and asked
     */
    OverHttp(URI platform, String key, StoreId store, Seen seen, Via via) {
        this.platform = platform;
        this.key = key;
        this.store = store;
        this.seen = seen;
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
        return order(
                "Order Refunded",
                receipt,
                Map.of("order_id", receipt.sale().orElseThrow(), "refund_id", receipt.name()));
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
            body.put("evidence", Map.of("agent", "agent-7", "call", "call-4711"));
        } else {
            body.put("method", "TOGGLE");
        }
        var said = send("PUT", "/v1/profiles/" + customer(who) + "/consents/" + purpose, body, 0);
        return said.isOk() ? Outcome.of("accepted") : refused(said.body());
    }

    @Override
    public Answer asks(Asked question) {
        var body = new HashMap<String, Object>();
        question.who().ifPresent(who -> body.put("customer", pointer(who)));
        body.put("channel", via.channel().name());
        body.put("touchpoint", via.touchpoint());
        body.put("store", store.value());
        body.put(
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
        return answer(send("POST", "/v1/decisions", body, seen.position()));
    }

    @Override
    public Answer again(String decisionId) {
        return answer(send("GET", "/v1/decisions/" + decisionId, Map.of(), 0));
    }

    @Override
    public List<String> timeline(Identifier who) {
        var path = "/v1/profiles/" + customer(who) + "/timeline";
        return send("GET", path, Map.of(), seen.position())
                .body()
                .path("entries")
                .valueStream()
                .map(entry -> entry.path("kind").asString())
                .toList();
    }

    @Override
    public void close() {
        http.close();
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
        call.put("properties", properties);
        return collect("track", call);
    }

    private Outcome collect(String type, Map<String, Object> call) {
        call.put("type", type);
        call.put("messageId", UUID.randomUUID().toString());
        var tally = send("POST", "/v1/" + type, call, 0).body();
        if (tally.path("rejected").size() > 0) {
            return refused(tally.path("rejected").path(0).path("problem"));
        }
        return Outcome.of(tally.path("duplicates").asInt(0) > 0 ? "duplicate" : "accepted");
    }

    private String customer(Identifier who) {
        return send("POST", "/v1/profiles/lookup", pointer(who), 0)
                .body()
                .path("customer")
                .asString("nobody");
    }

    /** The collection spec has two names for whoever acts; a card is not one of them. */
    private static String field(Identifier who) {
        return who.type() == IdentifierType.ANONYMOUS ? "anonymousId" : "userId";
    }

    private static Map<String, String> pointer(Identifier who) {
        return Map.of("type", who.type().name().toLowerCase(Locale.ROOT), "value", who.value());
    }

    private static Outcome refused(JsonNode problem) {
        var code = problem.path("code").asString("");
        return code.equals("conflict") ? Outcome.of("conflict") : new Outcome("refused", code);
    }

    private static Answer answer(Got got) {
        return got.isOk()
                ? new Answer("ok", got.body())
                : new Answer(got.body().path("code").asString(""), MissingNode.getInstance());
    }

    /** What came back. */
    private record Got(int status, JsonNode body) {
        boolean isOk() {
            return status < 300;
        }
    }

    private Got send(String method, String path, Map<String, ?> body, long minPosition) {
        var request =
                HttpRequest.newBuilder(platform.resolve(path))
                        .timeout(Duration.ofSeconds(20))
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", "application/json")
                        .header("Shopkeeper-Min-Position", Long.toString(minPosition))
                        .method(
                                method,
                                method.equals("GET")
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            var answer = JSON.readTree(response.body());
            if (response.statusCode() >= 500 || response.statusCode() == 401) {
                throw new IllegalStateException(
                        method + " " + path + " answered " + response.statusCode() + ": " + answer);
            }
            seen.heardOf(answer.path("position").asLong(0));
            return new Got(response.statusCode(), answer);
        } catch (IOException e) {
            throw new IllegalStateException("the platform does not answer at " + platform, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
