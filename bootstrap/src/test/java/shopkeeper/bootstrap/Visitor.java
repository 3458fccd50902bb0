package shopkeeper.bootstrap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.jooq.DSLContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever comes to the shop over HTTP, with manners or without. */
final class Visitor {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Visitor() {}

    static HttpResponse<String> get(String path, String... headers) throws Exception {
        return sends("GET", path, new byte[0], headers);
    }

    static HttpResponse<String> post(String path, String body, String... headers) throws Exception {
        return sends("POST", path, body.getBytes(UTF_8), headers);
    }

    static HttpResponse<String> put(String path, String body, String... headers) throws Exception {
        return sends("PUT", path, body.getBytes(UTF_8), headers);
    }

    /** With the key of the web shop, unless a header names another one. */
    static HttpResponse<String> sends(String method, String path, byte[] body, String... headers)
            throws Exception {
        var request =
                HttpRequest.newBuilder(OpenShop.platform().http().resolve(path))
                        .timeout(PATIENCE)
                        .setHeader("Content-Type", "application/json")
                        .setHeader("Authorization", bearer("web"))
                        .method(method, BodyPublishers.ofByteArray(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    static String bearer(String client) {
        return "Bearer " + OpenShop.platform().key(client);
    }

    /** Every byte as it is, and then nothing more; gives all that is answered. */
    static String overSocket(String request) throws IOException {
        try (var socket = socket()) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            return heard(socket);
        }
    }

    static Socket socket() throws IOException {
        var socket =
                new Socket(InetAddress.getLoopbackAddress(), OpenShop.platform().http().getPort());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return socket;
    }

    static String heard(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }

    /** The head of a call with the web shop's key, up to the headers that the test is about. */
    static String head(String path) {
        return "POST "
                + path
                + " HTTP/1.1\r\nHost: "
                + OpenShop.platform().http().getAuthority()
                + "\r\nContent-Type: application/json\r\nAuthorization: "
                + bearer("web")
                + "\r\n";
    }

    /** The problem in an answer that was read from a socket. */
    static JsonNode problem(String answer) {
        assertThat(answer)
                .contains("application/problem+json")
                .doesNotContainIgnoringCase("tomcat")
                .doesNotContainIgnoringCase("<html");
        var problem = JSON.readTree(answer.substring(answer.indexOf("\r\n\r\n")).strip());
        assertThat(answer).startsWith("HTTP/1.1 " + problem.path("status").asInt());
        return problem;
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    /** Where the log ends now. */
    static long position() {
        var head =
                OpenShop.platform()
                        .port(DSLContext.class)
                        .fetchSingle("select position from log_head");
        return head.get(0, long.class);
    }

    /** The next one who comes with manners is served as ever. */
    static void nextOneIsServed() throws Exception {
        assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
        var next =
                post(
                        "/v1/track",
                        """
                        {"messageId":"%s","anonymousId":"next","event":"Cart Viewed"}\
                        """
                                .formatted(UUID.randomUUID()));
        assertThat(next.statusCode()).as(next.body()).isEqualTo(202);
        assertThat(json(next).path("accepted").asInt()).isEqualTo(1);
    }
}
