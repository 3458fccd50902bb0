package shopkeeper.bootstrap.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A web shop as the platform's HTTP client; it demands to see what it wrote. */
final class WebShop implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final URI platform;
    private final String key;
    private long position;

    WebShop(URI platform, String key) {
        this.platform = platform;
        this.key = key;
    }

    JsonNode post(String path, Map<String, ?> body) {
        return send("POST", path, body);
    }

    JsonNode put(String path, Map<String, ?> body) {
        return send("PUT", path, body);
    }

    JsonNode get(String path) {
        return send("GET", path, Map.of());
    }

    /** What happened elsewhere and must be seen by the next answer. */
    void hasHeardOf(long elsewhere) {
        position = Math.max(position, elsewhere);
    }

    private JsonNode send(String method, String path, Map<String, ?> body) {
        var request =
                HttpRequest.newBuilder(platform.resolve(path))
                        .timeout(Duration.ofSeconds(10))
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", "application/json")
                        .header("Shopkeeper-Min-Position", Long.toString(position))
                        .method(
                                method,
                                method.equals("GET")
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            var answer = JSON.readTree(response.body());
            if (response.statusCode() >= 400) {
                throw new IllegalStateException(
                        "%s %s answered %d: %s"
                                .formatted(method, path, response.statusCode(), response.body()));
            }
            hasHeardOf(answer.path("position").asLong(0));
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException("the platform does not answer at " + platform, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
