package shopkeeper.acceptance.drivers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls of a platform over a real socket, with one client's key. */
public final class Rest implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI platform;
    private final String key;
    private final Seen seen;

    public Rest(URI platform, String key, Seen seen) {
        this.platform = platform;
        this.key = key;
        this.seen = seen;
    }

    public Got get(String path) {
        return send("GET", path, Map.of());
    }

    public Got post(String path, Map<String, ?> body) {
        return send("POST", path, body);
    }

    public Got put(String path, Map<String, ?> body) {
        return send("PUT", path, body);
    }

    /** Up to where the log is known. */
    long noted() {
        return seen.position();
    }

    @Override
    public void close() {
        http.close();
    }

    /** What came back. */
    public record Got(int status, JsonNode body) {
        public boolean isOk() {
            return status < 300;
        }

        public String code() {
            return body.path("code").asString("");
        }

        Outcome outcome() {
            return isOk() ? Outcome.of("accepted") : refused(body);
        }

        static Outcome refused(JsonNode problem) {
            var code = problem.path("code").asString("");
            return code.equals("conflict") ? Outcome.of("conflict") : new Outcome("refused", code);
        }
    }

    private Got send(String method, String path, Map<String, ?> body) {
        var request =
                HttpRequest.newBuilder(platform.resolve(path))
                        .timeout(Duration.ofSeconds(20))
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", "application/json")
                        .header("Shopkeeper-Min-Position", Long.toString(seen.position()));
        if (method.equals("GET")) {
            request.GET();
        } else {
            request.header("Idempotency-Key", UUID.randomUUID().toString())
                    .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
        }
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            var answer = JSON.readTree(response.body());
            if (response.statusCode() >= 500 || response.statusCode() == 401) {
                throw new IllegalStateException(
                        "%s answers %d to %s %s: %s"
                                .formatted(
                                        platform,
                                        response.statusCode(),
                                        method,
                                        path,
                                        answer.path("detail").asString(answer.toString())));
            }
            seen.heardOf(answer.path("position").asLong(0));
            return new Got(response.statusCode(), answer);
        } catch (IOException e) {
            throw new IllegalStateException("no platform answers at " + platform, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
