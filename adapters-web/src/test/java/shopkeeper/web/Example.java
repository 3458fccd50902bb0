package shopkeeper.web;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request that every operation takes in a {@link FurnishedShop}; who adds an operation adds one.
 *
 * <p>The stream of changes never ends, so its example is of somebody who is not there; and this
 * shop's clock is nobody's to move.
 *
 * @param path with {@code {ann}} and {@code {decision}} for what the shop called them
 */
record Example(String path, @Nullable String body) {
    private static final String CALL =
            """
            {"messageId":"m-1","anonymousId":"v-81","userId":"ann","event":"Product Viewed","properties":{"product_id":"P-1"}}\
            """;
    private static final String STORE =
            """
            {"name":"Leeds","zone":"Europe/London","currency":"GBP","country":"GB"}\
            """;
    private static final String BOOK = "{\"currency\":\"GBP\",\"prices\":{\"P-1\":\"2.95\"}}";

    static final Map<String, Example> OF =
            Map.ofEntries(
                    entry("PUT /v1/products/{id}", body("/v1/products/P-2", "{\"name\":\"Hat\"}")),
                    entry("PUT /v1/stores/{id}", body("/v1/stores/S-2", STORE)),
                    entry(
                            "PUT /v1/stock/{store}/{product}",
                            body("/v1/stock/S-1/P-2", "{\"store\":\"S-1\",\"pieces\":4}")),
                    entry("PUT /v1/price-books/{id}", body("/v1/price-books/c", BOOK)),
                    entry(
                            "POST /v1/products",
                            body("/v1/products", "{\"id\":\"P-3\",\"name\":\"Cap\"}")),
                    entry(
                            "POST /v1/stores",
                            body("/v1/stores", "{\"id\":\"S-3\"," + STORE.substring(1))),
                    entry(
                            "POST /v1/stock",
                            body(
                                    "/v1/stock",
                                    "{\"store\":\"S-1\",\"product\":\"P-3\",\"pieces\":4}")),
                    entry(
                            "POST /v1/price-books",
                            body("/v1/price-books", "{\"id\":\"d\"," + BOOK.substring(1))),
                    entry("GET /v1/products/{id}", nothing("/v1/products/P-1")),
                    entry("GET /v1/stores/{id}", nothing("/v1/stores/S-1")),
                    entry("GET /v1/stock/{store}/{product}", nothing("/v1/stock/S-1/P-1")),
                    entry("GET /v1/price-books/{id}", nothing("/v1/price-books/b")),
                    entry("POST /v1/identify", body("/v1/identify", CALL)),
                    entry("POST /v1/track", body("/v1/track", CALL)),
                    entry("POST /v1/page", body("/v1/page", CALL)),
                    entry("POST /v1/screen", body("/v1/screen", CALL)),
                    entry(
                            "POST /v1/alias",
                            body(
                                    "/v1/alias",
                                    "{\"messageId\":\"m-2\",\"previousId\":\"v-81\",\"userId\":\"ann\"}")),
                    entry(
                            "POST /v1/batch",
                            body(
                                    "/v1/batch",
                                    "{\"sentAt\":\"2026-11-20T10:00:00Z\",\"batch\":[{\"type\":\"page\","
                                            + CALL.substring(1)
                                            + "]}")),
                    entry(
                            "POST /v1/decisions",
                            body(
                                    "/v1/decisions",
                                    """
                                    {"customer":{"type":"anonymous","value":"v-81"},"placements":[{"id":"home","kind":"recommendation"}]}\
                                    """)),
                    entry(
                            "POST /v1/feedback",
                            body(
                                    "/v1/feedback",
                                    "{\"decision\":\"{decision}\",\"verdict\":\"shown\",\"products\":[\"P-1\"]}")),
                    entry("GET /v1/feedback", nothing("/v1/feedback")),
                    entry("GET /v1/decisions/{id}", nothing("/v1/decisions/{decision}")),
                    entry(
                            "POST /v1/profiles/lookup",
                            body(
                                    "/v1/profiles/lookup",
                                    "{\"type\":\"anonymous\",\"value\":\"v-81\"}")),
                    entry("GET /v1/profiles/{customer}", nothing("/v1/profiles/{ann}")),
                    entry(
                            "GET /v1/profiles/{customer}/identifiers",
                            nothing("/v1/profiles/{ann}/identifiers")),
                    entry(
                            "GET /v1/profiles/{customer}/timeline",
                            nothing("/v1/profiles/{ann}/timeline")),
                    entry(
                            "GET /v1/profiles/{customer}/changes",
                            nothing("/v1/profiles/c-0/changes")),
                    entry(
                            "GET /v1/profiles/{customer}/decisions",
                            nothing("/v1/profiles/{ann}/decisions")),
                    entry(
                            "GET /v1/profiles/{customer}/consents",
                            nothing("/v1/profiles/{ann}/consents")),
                    entry(
                            "GET /v1/profiles/{customer}/permissions/{purpose}",
                            nothing("/v1/profiles/{ann}/permissions/ANALYTICS")),
                    entry(
                            "PUT /v1/profiles/{customer}/consents/{purpose}",
                            body(
                                    "/v1/profiles/{ann}/consents/ANALYTICS",
                                    """
                                    {"choice":"GRANTED","notice":{"id":"n","version":"1","locale":"de"},"method":"BUTTON"}\
                                    """)),
                    entry("GET /v1/clock", nothing("/v1/clock")),
                    entry("POST /v1/clock", body("/v1/clock", "{\"forward\":\"PT1M\"}")),
                    entry(
                            "GET /v1/profiles/{customer}/points",
                            nothing("/v1/profiles/{ann}/points")),
                    entry(
                            "PUT /v1/profiles/{customer}/points/opening",
                            body("/v1/profiles/{ann}/points/opening", "{\"points\":5}")),
                    entry(
                            "GET /v1/stores/{store}/days/{day}",
                            nothing("/v1/stores/S-1/days/2026-11-20")),
                    entry(
                            "GET /v1/profiles/{customer}/traits",
                            nothing("/v1/profiles/{ann}/traits")),
                    entry(
                            "GET /v1/operations/model-quality",
                            nothing("/v1/operations/model-quality?days=7")),
                    entry(
                            "GET /v1/operations/searched-not-found",
                            nothing("/v1/operations/searched-not-found?days=7&channel=ONLINE")),
                    entry("GET /v1/operations/waiting", nothing("/v1/operations/waiting")),
                    entry("GET /v1/operations/parked", nothing("/v1/operations/parked")),
                    entry(
                            "POST /v1/operations/parked/{follower}/redrive",
                            nothing("/v1/operations/parked/timeline/redrive")),
                    entry("GET /v1/operations/quarantine", nothing("/v1/operations/quarantine")));

    private static Example body(String path, String body) {
        return new Example(path, body);
    }

    private static Example nothing(String path) {
        return new Example(path, null);
    }

    static String bodyOf(String operation) {
        return String.valueOf(Objects.requireNonNull(OF.get(operation)).body());
    }

    static Example of(Operation operation) {
        var example = OF.get(operation.name());
        if (example == null) {
            throw new AssertionError(
                    operation.name() + " has no example: add one to " + Example.class.getName());
        }
        return example;
    }
}
