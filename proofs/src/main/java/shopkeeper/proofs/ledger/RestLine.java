package shopkeeper.proofs.ledger;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A web shop's server that records what its customers allow. */
final class RestLine implements Line {
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();
    private final URI shop;
    private final String key;

    RestLine(URI shop, String key) {
        this.shop = shop;
        this.key = key;
    }

    /** Somebody who logs in for the first time, by the name that the shop gave. */
    String meet(String card) throws Exception {
        send(
                "POST",
                "/v1/identify",
                "",
                """
                {"messageId":"%s","anonymousId":"device-%s","userId":"%s"}\
                """
                        .formatted(card, card, card));
        String found =
                send(
                                "POST",
                                "/v1/profiles/lookup",
                                "",
                                """
                                {"type":"crm","value":"%s"}\
                                """
                                        .formatted(card))
                        .body();
        return Text.field("customer", found);
    }

    @Override
    public Answer send(Write write) throws Exception {
        HttpResponse<String> answer =
                send(
                        "PUT",
                        "/v1/profiles/" + write.target() + "/consents/CONTENT_PERSONALIZATION",
                        write.key(),
                        write.body());
        return switch (answer.statusCode()) {
            case 200 -> Answer.done(answer.body());
            // Who is told to come later is told when.
            case 429, 503 ->
                    new Answer(
                            answer.headers().firstValue("Retry-After").isPresent()
                                    ? Answer.Kind.LATER
                                    : Answer.Kind.REFUSED,
                            answer.body());
            case 409 ->
                    new Answer(
                            answer.body().contains("idempotency-in-flight")
                                            || answer.body().contains("contended")
                                    ? Answer.Kind.LATER
                                    : Answer.Kind.CONFLICT,
                            answer.body());
            case 422 ->
                    new Answer(
                            answer.body().contains("idempotency-conflict")
                                    ? Answer.Kind.CONFLICT
                                    : Answer.Kind.REFUSED,
                            answer.body());
            default -> new Answer(Answer.Kind.REFUSED, answer.statusCode() + " " + answer.body());
        };
    }

    private HttpResponse<String> send(String method, String path, String idempotency, String body)
            throws Exception {
        var request =
                HttpRequest.newBuilder(shop.resolve(path))
                        .timeout(Duration.ofSeconds(12))
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body));
        if (!idempotency.isEmpty()) {
            request.header("Idempotency-Key", idempotency);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
