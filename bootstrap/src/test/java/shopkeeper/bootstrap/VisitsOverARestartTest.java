package shopkeeper.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What others looked at next is known after a start, as far as they allowed it. */
@ExtendWith(OpenShop.class)
final class VisitsOverARestartTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Test
    void visits_are_read_again_as_far_as_improving_the_product_is_allowed() throws Exception {
        for (String product : new String[] {"LANTERN", "CANDLE", "TORCH"}) {
            ask(
                    "PUT",
                    "/v1/products/VISIT-" + product,
                    "admin",
                    "{\"name\":\"%s\"}".formatted(product));
        }
        var ben = known("visits-ben");
        allows(ben, "CONTENT_PERSONALIZATION");
        allows(ben, "PRODUCT_IMPROVEMENT");
        looks("visits-ben", "LANTERN");
        looks("visits-ben", "CANDLE");
        var cid = known("visits-cid");
        allows(cid, "CONTENT_PERSONALIZATION");
        looks("visits-cid", "LANTERN");
        looks("visits-cid", "TORCH");
        allows(known("visits-ann"), "CONTENT_PERSONALIZATION");

        OpenShop.restart(() -> {});

        looks("visits-ann", "LANTERN");
        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(fromVisits()).contains("VISIT-CANDLE"));
        assertThat(fromVisits()).doesNotContain("VISIT-TORCH");
    }

    private static String known(String visitor) throws Exception {
        ask(
                "POST",
                "/v1/page",
                "web",
                "{\"messageId\":\"%s-met\",\"anonymousId\":\"%s\"}".formatted(visitor, visitor));
        return ask(
                        "POST",
                        "/v1/profiles/lookup",
                        "web",
                        "{\"type\":\"anonymous\",\"value\":\"%s\"}".formatted(visitor))
                .path("customer")
                .asString();
    }

    private static void allows(String customer, String purpose) throws Exception {
        ask(
                "PUT",
                "/v1/profiles/%s/consents/%s".formatted(customer, purpose),
                "web",
                """
                {"choice":"GRANTED","notice":{"id":"privacy","version":"3","locale":"en-GB"},
                 "method":"TOGGLE","channel":"ONLINE","touchpoint":"web"}\
                """);
    }

    private static void looks(String visitor, String product) throws Exception {
        ask(
                "POST",
                "/v1/track",
                "web",
                """
                {"messageId":"%s-%s","anonymousId":"%s","event":"Product Viewed",
                 "properties":{"product_id":"VISIT-%s"}}\
                """
                        .formatted(visitor, product, visitor, product));
    }

    private static Iterable<String> fromVisits() throws Exception {
        var answer =
                ask(
                        "POST",
                        "/v1/decisions",
                        "web",
                        """
                        {"customer":{"type":"anonymous","value":"visits-ann"},"channel":"ONLINE","touchpoint":"web",
                         "placements":[{"id":"home","kind":"recommendation","limit":20}]}\
                        """);
        return answer.path("placements")
                .path(0)
                .path("items")
                .valueStream()
                .filter(item -> item.path("reasons").toString().contains("ALIKE_VISITS"))
                .map(item -> item.path("product").asString())
                .toList();
    }

    private static JsonNode ask(String method, String path, String client, String body)
            throws Exception {
        var request =
                HttpRequest.newBuilder(OpenShop.platform().http().resolve(path))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + OpenShop.platform().key(client))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build();
        var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
        return JSON.readTree(answer.body());
    }
}
