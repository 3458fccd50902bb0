package shopkeeper.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shopkeeper.application.kernel.Announcer;
import shopkeeper.application.kernel.Logged;
import shopkeeper.application.kernel.Unavailable;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.persistence.feed.Feed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole platform as a shop runs it, asked over real sockets. */
@ExtendWith(OpenShop.class)
final class PlatformTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void health_is_open_to_everybody() throws Exception {
        var answer = send("GET", "/actuator/health", "", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).path("status").asString()).isEqualTo("UP");
    }

    @Test
    void who_is_late_is_called_late_and_nobody_is_turned_away_for_it() throws Exception {
        var feed = OpenShop.platform().port(Feed.class);
        var away = new AtomicBoolean(true);
        feed.allowLag(Duration.ofMillis(1));
        feed.tell(
                new Announcer() {
                    @Override
                    public String name() {
                        return "slow-listener";
                    }

                    @Override
                    public void announce(List<Logged<? extends Fact>> facts) {
                        if (away.get()) {
                            throw new Unavailable("nobody there");
                        }
                    }
                },
                true);
        send(
                "POST",
                "/v1/identify",
                OpenShop.platform().key("web"),
                "{\"messageId\":\"late-1\",\"anonymousId\":\"v-2\",\"userId\":\"somebody-else\"}");
        await().untilAsserted(() -> {
            var late = send("GET", "/actuator/health", "", "");
            assertThat(late.statusCode()).isEqualTo(200);
            assertThat(JSON.readTree(late.body()).path("status").asString()).isEqualTo("LAGGING");
        });
        assertThat(feed.lagging()).contains("slow-listener");

        feed.allowLag(Duration.ofSeconds(30));
        away.set(false);
        await().untilAsserted(() ->
                assertThat(
                                JSON.readTree(send("GET", "/actuator/health", "", "").body())
                                        .path("status")
                                        .asString())
                        .isEqualTo("UP"));
    }

    @Test
    void nothing_else_is_open_without_a_key() throws Exception {
        var answer = send("POST", "/v1/decisions", "", "{}");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(problem(answer.body()).path("code").asString()).isEqualTo("not-authenticated");
    }

    @Test
    void how_soon_a_fact_counts_is_told_to_whoever_may_operate() throws Exception {
        var said =
                send(
                        "POST",
                        "/v1/identify",
                        OpenShop.platform().key("web"),
                        "{\"messageId\":\"met-1\",\"anonymousId\":\"v-1\",\"userId\":\"somebody\"}");
        assertThat(said.statusCode()).isEqualTo(202);

        await().untilAsserted(() ->
                assertThat(
                                send(
                                                "GET",
                                                "/actuator/prometheus",
                                                OpenShop.platform().key("admin"),
                                                "")
                                        .body())
                        .contains(
                                "shopkeeper_sync_received_to_effect_seconds_count{channel=\"ONLINE\"}")
                        .contains("shopkeeper_feed_lag{follower=\"memories\"}")
                        .contains("shopkeeper_feed_lag{follower=\"announcements\"}")
                        .contains("shopkeeper_feed_lag_time_seconds{follower=\"memories\"}")
                        .contains("shopkeeper_feed_parked{follower=\"timeline\"} 0.0")
                        .contains("shopkeeper_models_trainings_total{result=\"served\"}")
                        .contains("shopkeeper_till_messages_total{outcome=\"accepted\"}"));
        assertThat(
                        send("GET", "/actuator/prometheus", OpenShop.platform().key("web"), "")
                                .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_restart_remembers_and_a_closed_platform_is_gone() throws Exception {
        var asked = send("POST", "/v1/decisions", OpenShop.platform().key("web"), homePage());
        assertThat(asked.statusCode()).isEqualTo(200);
        var decision = JSON.readTree(asked.body());
        int amqp = OpenShop.platform().amqpPort();
        URI http = OpenShop.platform().http();

        var data = OpenShop.platform().options().data();
        OpenShop.restart(() -> {
            assertThat(isOpen(http.getPort())).as("HTTP").isFalse();
            assertThat(isOpen(amqp)).as("AMQP").isFalse();
            assertThat(postgresOn(data)).as("PostgreSQL").isFalse();
        });

        var path = "/v1/decisions/" + decision.path("decisionId").asString();
        var again = send("GET", path, OpenShop.platform().key("web"), "");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(again.body())).isEqualTo(decision);
    }

    @Test
    void a_return_that_waits_for_its_sale_waits_over_a_restart_and_counts_once() throws Exception {
        var back =
                LooseTill.event(
                        "retail.pos.return.recorded.v1",
                        """
                        {"store":{"id":"0042"},"workstation":"07","businessDay":"2026-11-21","sequence":"000902",
                         "begin":"2026-11-21T12:00:00","zone":"UTC","currency":"EUR",
                         "lines":[{"sku":"P-1","qty":"1","unitPrice":"5.01",
                          "link":{"store":"0042","workstation":"07","businessDay":"2026-11-21","sequence":"000901"}}],
                         "totals":{"net":"-5.01"}}\
                        """);
        var sale =
                LooseTill.event(
                        "retail.pos.transaction.completed.v1",
                        """
                        {"store":{"id":"0042"},"workstation":"07","businessDay":"2026-11-21","sequence":"000901",
                         "begin":"2026-11-21T11:00:00","zone":"UTC","currency":"EUR","customer":{"loyaltyId":"restart"},
                         "lines":[{"kind":"sale","sku":"P-1","qty":"2","unitPrice":"5.01"}],
                         "totals":{"net":"10.02"}}\
                        """);
        try (var till = LooseTill.overAmqp()) {
            assertThat(till.says("pos.transactions", back).path("outcome").asString())
                    .isEqualTo("parked");
        }
        await().untilAsserted(() -> assertThat(waiting()).isEqualTo(1));

        OpenShop.restart(() -> {});

        assertThat(waiting()).isEqualTo(1);
        try (var till = LooseTill.overAmqp()) {
            assertThat(till.says("pos.transactions", back).path("outcome").asString())
                    .isEqualTo("duplicate");
            assertThat(till.says("pos.transactions", sale).path("outcome").asString())
                    .isEqualTo("accepted");
            assertThat(till.says("pos.transactions", sale).path("outcome").asString())
                    .isEqualTo("duplicate");
            assertThat(till.says("pos.transactions", back).path("outcome").asString())
                    .isEqualTo("duplicate");
        }
        await().untilAsserted(() -> assertThat(waiting()).isZero());
        var day = operations("/v1/stores/0042/days/2026-11-21");
        assertThat(day.path("receipts").asInt()).as(day.toString()).isEqualTo(1);
        assertThat(day.path("returns").asInt()).as(day.toString()).isEqualTo(1);
        var returns =
                OpenShop.platform()
                        .port(DSLContext.class)
                        .fetchCount(
                                DSL.table("event"),
                                DSL.condition(
                                        "name like '%return-recorded' and payload like '%2026-11-21/000902/%'"));
        assertThat(returns).isEqualTo(1);
    }

    private static int waiting() throws Exception {
        return operations("/v1/operations/waiting").path("waiting").size();
    }

    private static JsonNode operations(String path) throws Exception {
        return JSON.readTree(send("GET", path, OpenShop.platform().key("admin"), "").body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/docs",
                "/openapi.json",
                "/asyncapi.json",
                "/actuator/health",
                "/actuator/prometheus",
                "/v1/operations/waiting",
                "/v1/products/P-none",
                "/desk/nowhere"
            })
    void whoever_only_asks_for_the_head_gets_that_of_the_whole(String path) throws Exception {
        for (var key : List.of("", OpenShop.platform().key("admin"))) {
            var whole = send("GET", path, key, "");
            var head = send("HEAD", path, key, "");
            assertThat(head.statusCode()).as(path).isEqualTo(whole.statusCode());
            assertThat(head.body()).isEmpty();
            assertThat(head.headers().firstValue("Content-Type"))
                    .isEqualTo(whole.headers().firstValue("Content-Type"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RUBBISH",
                "GET /v1/profiles/a%2Fb/timeline HTTP/1.1\r\nHost: shop",
                "GET /v1/profiles/a|b/timeline HTTP/1.1\r\nHost: shop",
                "GET / HTTP/1.1\r\nHost: a b",
                "GET / HTTP/9.9\r\nHost: shop",
                "POST /v1/track HTTP/1.1\r\nHost: shop\r\nTransfer-Encoding: nonsense",
                "TOO LONG"
            })
    void what_tomcat_turns_away_is_answered_as_a_problem_without_a_word_about_the_server(
            String request) throws IOException {
        var lines =
                request.equals("TOO LONG")
                        ? "GET / HTTP/1.1\r\nHost: shop\r\nX: " + "a".repeat(20_000)
                        : request;

        var answer = overSocket(lines + "\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .contains("Content-Type: application/problem+json")
                .doesNotContainIgnoringCase("tomcat")
                .doesNotContainIgnoringCase("<html");
        var problem = problem(answer.substring(answer.indexOf("\r\n\r\n")));
        assertThat(problem.path("code").asString()).isEqualTo("invalid");
        assertThat(answer).startsWith("HTTP/1.1 " + problem.path("status").asInt());
    }

    private static String homePage() {
        return """
        {"channel":"ONLINE","touchpoint":"web",
         "placements":[{"id":"home","kind":"recommendation","limit":4}]}
        """;
    }

    private static HttpResponse<String> send(String method, String path, String key, String body)
            throws Exception {
        var request =
                HttpRequest.newBuilder(OpenShop.platform().http().resolve(path))
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String overSocket(String request) throws IOException {
        try (var socket =
                new Socket(
                        InetAddress.getLoopbackAddress(), OpenShop.platform().http().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static JsonNode problem(String body) {
        return JSON.readTree(body.strip());
    }

    private static boolean isOpen(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean postgresOn(Path data) {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .anyMatch(line -> line.contains(data.resolve("postgres").toString()));
    }
}
