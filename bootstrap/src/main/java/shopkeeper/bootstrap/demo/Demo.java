package shopkeeper.bootstrap.demo;

import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** Lives {@link ADay} in a platform that is running and has a shop in it, over HTTP and AMQP. */
public final class Demo {
    private static final String NEW_STORE = "0042";
    private static final int BASKET = 3;

    private Demo() {}

    /**
     * Each step stands on the last one, so a day that goes wrong ends with an exception.
     *
     * @param keys gives the key of a client by its name
     * @param productNames what a person calls a product
     * @param beforeEachStep waits for whoever watches
     */
    public static void live(
            URI http,
            int amqpPort,
            Function<String, String> keys,
            Customer customer,
            UnaryOperator<String> productNames,
            Runnable beforeEachStep,
            PrintStream out) {
        var narrator = new Narrator(out, productNames, beforeEachStep);
        try (var web = new WebShop(http, keys.apply("web"))) {
            var store = customer.store().orElseGet(() -> open(http, keys, web));
            var name = "till:" + store + ":07";
            try (var till = new Till(http.getHost(), amqpPort, store, "07", keys.apply(name))) {
                new ADay(web, till, narrator, customer, store, basket(web, store)).live();
            }
        }
        out.println();
    }

    private static String open(URI http, Function<String, String> keys, WebShop web) {
        try (var admin = new WebShop(http, keys.apply("admin"))) {
            var opened =
                    admin.put(
                            "/v1/stores/" + NEW_STORE,
                            Map.of(
                                    "name",
                                    "High Street",
                                    "zone",
                                    "Europe/London",
                                    "currency",
                                    "GBP",
                                    "country",
                                    "GB"));
            web.hasHeardOf(opened.path("position").asLong(0));
            return NEW_STORE;
        }
    }

    /** What the shop sells most, at the price anybody pays. */
    private static List<JsonNode> basket(WebShop web, String store) {
        var popular =
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
                                                "popular",
                                                "kind",
                                                "recommendation",
                                                "limit",
                                                20))));
        var products =
                popular.path("placements")
                        .path(0)
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("product").asString())
                        .toList();
        var priced = ADay.priced(web, products, store).stream().limit(BASKET).toList();
        if (priced.size() < BASKET) {
            throw new IllegalStateException(
                    "this shop has fewer than " + BASKET + " products with a price");
        }
        return priced;
    }
}
