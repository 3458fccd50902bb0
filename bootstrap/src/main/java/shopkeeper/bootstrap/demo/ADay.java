package shopkeeper.bootstrap.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A few minutes of a day: a visitor at the web shop, the same person at the till, what she allows
 * and takes back, and what the shop answers each time.
 */
final class ADay {
    private static final String PERSONALIZATION = "CONTENT_PERSONALIZATION";

    private final WebShop web;
    private final Till till;
    private final Narrator narrator;
    private final Customer customer;
    private final String store;
    private final String visitor;
    private final LocalDateTime begin =
            LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
    private final List<Line> basket;

    /**
     * @param basket products with their prices, at least two: what is bought at the till
     */
    ADay(
            WebShop web,
            Till till,
            Narrator narrator,
            Customer customer,
            String store,
            List<JsonNode> basket) {
        this.web = web;
        this.till = till;
        this.narrator = narrator;
        this.customer = customer;
        this.store = store;
        this.visitor = "visitor-" + begin.toString().replace(":", "");
        this.basket = basket.stream().map(Line::of).toList();
    }

    void live() {
        narrator.tell(
                "ONLINE",
                "A visitor looks at " + product(0) + " in the web shop; nobody knows her yet.");
        looks();
        home();

        narrator.tell("IN_STORE", customer.name() + " buys at the till and shows her card.");
        outcome(buys());
        narrator.tell(
                "IN_STORE", "The till never got the answer and sends the same receipt again.");
        outcome(buys());

        narrator.tell("ONLINE", "She logs in: the visitor is " + customer.name() + ".");
        logsIn();
        var anonymous = home();
        narrator.note("The shop knows her now, but nobody asked her: what she bought is not used.");

        narrator.tell("ONLINE", "She allows " + PERSONALIZATION + ".");
        says("GRANTED", customerOf(anonymous));
        var personal = home();

        narrator.tell("IN_STORE", "At the till she shows the same decision: one id, one answer.");
        again(personal);

        narrator.tell("IN_STORE", "The till asks for this basket, here in the store.");
        offers();

        narrator.tell("IN_STORE", "She takes her word back at the till.");
        withdraws();

        narrator.tell("ONLINE", "The web shop obeys at once.");
        home();

        narrator.tell("IN_STORE", "Somebody shows a card that nobody knows.");
        var unknown = Map.of("type", "loyalty", "value", "49999999999");
        narrator.show(ask(unknown).path("decision"));
    }

    private void looks() {
        web.post(
                "/v1/track",
                Map.of(
                        "type",
                        "track",
                        "event",
                        "Product Viewed",
                        "messageId",
                        visitor + "-1",
                        "anonymousId",
                        visitor,
                        "properties",
                        Map.of("product_id", product(0))));
    }

    private void logsIn() {
        var identify = new HashMap<String, Object>(customer.login());
        identify.putAll(
                Map.of("type", "identify", "messageId", visitor + "-2", "anonymousId", visitor));
        web.post("/v1/identify", identify);
    }

    private JsonNode home() {
        var decision =
                web.post(
                        "/v1/decisions",
                        Map.of(
                                "customer",
                                Map.of("type", "anonymous", "value", visitor),
                                "channel",
                                "ONLINE",
                                "touchpoint",
                                "web",
                                "placements",
                                List.of(
                                        Map.of("id", "home", "kind", "recommendation", "limit", 4),
                                        Map.of(
                                                "id",
                                                "price",
                                                "kind",
                                                "price",
                                                "products",
                                                List.of(product(0))))));
        narrator.show(decision);
        return decision;
    }

    private JsonNode buys() {
        var totals =
                basket.stream()
                        .map(line -> new BigDecimal(line.price()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        var sequence = "000123";
        return till.ask(
                "pos.transactions",
                "retail.pos.transaction.completed.v1",
                visitor + "-receipt",
                Map.of(
                        "store", Map.of("id", store),
                        "workstation", "07",
                        "businessDay", LocalDate.from(begin).toString(),
                        "sequence", sequence,
                        "begin", begin.toString(),
                        "zone", "UTC",
                        "customer", Map.of("identifiers", List.of(customer.card())),
                        "currency", basket.getFirst().currency(),
                        "lines", basket.stream().map(Line::asSold).toList(),
                        "totals", Map.of("net", totals.toPlainString())));
    }

    private void says(String choice, String id) {
        web.put(
                "/v1/profiles/" + id + "/consents/" + PERSONALIZATION,
                Map.of(
                        "choice", choice,
                        "notice", Map.of("id", "privacy", "version", "3", "locale", "en-GB"),
                        "method", "TOGGLE",
                        "channel", "ONLINE",
                        "touchpoint", "web"));
        narrator.note("recorded");
    }

    private void again(JsonNode decision) {
        var answer =
                till.ask(
                        "pos.offers.requests",
                        "retail.pos.offers.requested.v1",
                        visitor + "-again",
                        Map.of(
                                "decisionId",
                                decision.path("decisionId").asString(),
                                "budgetMs",
                                5000));
        boolean equal = answer.path("decision").equals(decision);
        narrator.note(
                "the till got decision %s, %s"
                        .formatted(
                                answer.path("decision").path("decisionId").asString(),
                                equal
                                        ? "equal to the web's word for word"
                                        : "which differs from the web's"));
        if (!equal) {
            throw new IllegalStateException("a decision differs between channels");
        }
    }

    private void offers() {
        narrator.show(ask(customer.card()).path("decision"));
    }

    private JsonNode ask(Map<String, String> card) {
        return till.ask(
                "pos.offers.requests",
                "retail.pos.offers.requested.v1",
                visitor + "-offers-" + card.get("value"),
                Map.of(
                        "basketId",
                        visitor,
                        "customer",
                        Map.of("identifiers", List.of(card)),
                        "budgetMs",
                        5000,
                        "maxOffers",
                        3,
                        "lines",
                        basket.stream()
                                .map(line -> Map.of("sku", line.product(), "qty", "1"))
                                .toList()));
    }

    private void withdraws() {
        outcome(
                till.ask(
                        "pos.consents",
                        "retail.pos.consent.withdrawn.v1",
                        visitor + "-withdrawal",
                        Map.of(
                                "customer",
                                Map.of("identifiers", List.of(customer.card())),
                                "purpose",
                                PERSONALIZATION)));
    }

    private void outcome(JsonNode outcome) {
        narrator.note(
                "outcome: "
                        + outcome.path("outcome").asString()
                        + (outcome.path("reason").isMissingNode()
                                ? ""
                                : ", " + outcome.path("reason").toString()));
        web.hasHeardOf(outcome.path("position").asLong(0));
    }

    private String product(int index) {
        return basket.get(index).product();
    }

    private static String customerOf(JsonNode decision) {
        return decision.path("customer").asString();
    }

    /** One piece of a product at the price anybody pays. */
    private record Line(String product, String price, String currency) {
        static Line of(JsonNode item) {
            return new Line(
                    item.path("product").asString(),
                    item.path("price").path("amount").asString(),
                    item.path("price").path("currency").asString());
        }

        Map<String, Object> asSold() {
            return Map.of(
                    "kind",
                    "sale",
                    "sku",
                    product,
                    "qty",
                    "1",
                    "unitPrice",
                    price,
                    "extended",
                    price);
        }
    }

    /** The prices of these products as anybody pays them here; those without one are left out. */
    static List<JsonNode> priced(WebShop web, List<String> products, String store) {
        var answer =
                web.post(
                        "/v1/decisions",
                        Map.of(
                                "channel",
                                "IN_STORE",
                                "touchpoint",
                                "till",
                                "store",
                                store,
                                "placements",
                                List.of(
                                        Map.of(
                                                "id",
                                                "price",
                                                "kind",
                                                "price",
                                                "products",
                                                products))));
        return answer.path("placements")
                .path(0)
                .path("items")
                .valueStream()
                .filter(item -> item.has("price"))
                .toList();
    }
}
