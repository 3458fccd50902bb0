package shopkeeper.bootstrap;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopkeeper.application.kernel.ParkedFacts;
import shopkeeper.persistence.behavior.BehaviorPersistence;
import shopkeeper.persistence.consent.ConsentPersistence;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.feed.Feed;
import shopkeeper.persistence.feed.Projection;
import shopkeeper.persistence.feed.Replay;
import shopkeeper.persistence.profile.ProfilePersistence;
import shopkeeper.persistence.schema.Database;

/**
 * Two platforms on one PostgreSQL: this process is one of them, the other is a process of its own
 * that can be killed and frozen.
 */
final class TwoNodesTest {
    private static final Duration TAKEOVER = ofSeconds(15);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(ofSeconds(3)).build();

    @TempDir private Path folder;
    private final List<AutoCloseable> open = new ArrayList<>();
    private final AtomicInteger visitors = new AtomicInteger();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private Platform here;
    private URI there;
    private Process other;
    private String key;

    @BeforeEach
    void startBoth() throws Exception {
        Path home = folder.resolve("database");
        open.add(Storage.open(PlatformOptions.embedded(home)));
        String url = Database.urlOfRunning(home);
        here = Platform.start(PlatformOptions.embedded(folder.resolve("here")).from(at(url)));
        open.add(here);
        key = here.key("web");
        share("secrets");
        share("keys");
        startOther(url);
        open.add(() -> other.destroyForcibly().waitFor());
        await().atMost(ofSeconds(90)).ignoreExceptions().until(this::otherIsUp);
        await().atMost(ofSeconds(30)).until(() -> claimed() == 4);
    }

    private static Map<String, String> at(String url) {
        return Map.of("SHOPKEEPER_DB_URL", url);
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    @Test
    void two_nodes_share_the_work_obey_each_other_and_survive_each_other() throws Exception {
        obeysWhatTheOtherWasTold();
        var stop = new AtomicBoolean();
        List<Thread> shops = List.of(keepTelling(here.http(), stop), keepTelling(there, stop));

        signal("STOP");
        long frozen = System.nanoTime();
        await().atMost(ofSeconds(30)).until(() -> claimed() == 8);
        assertThat(Duration.ofNanos(System.nanoTime() - frozen)).isLessThan(TAKEOVER);
        assertThat(tell(here.http(), "while-frozen")).isEqualTo(202);

        signal("CONT");
        await().atMost(ofSeconds(60)).until(() -> claimed() == 4);

        other.destroyForcibly().waitFor();
        long killed = System.nanoTime();
        await().atMost(ofSeconds(30)).until(() -> claimed() == 8);
        assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(TAKEOVER);

        stop.set(true);
        for (Thread shop : shops) {
            shop.join();
        }
        nothingIsMissedAndNothingDoubled();
    }

    /** Whoever was told last, the other one's next decision knows. */
    private void obeysWhatTheOtherWasTold() throws Exception {
        assertThat(tell(here.http(), "ann")).isEqualTo(202);
        String customer = customer(there, "ann");
        for (int time = 0; time < 10; time++) {
            URI told = time % 2 == 0 ? here.http() : there;
            URI asked = time % 2 == 0 ? there : here.http();
            say(told, customer, "GRANTED");
            assertThat(decide(asked, "ann")).contains("\"allowed\":true");
            say(told, customer, "WITHDRAWN");
            assertThat(decide(asked, "ann"))
                    .contains("\"allowed\":false")
                    .doesNotContain("PERSONAL\"");
        }
    }

    private void nothingIsMissedAndNothingDoubled() {
        Feed feed = here.port(Feed.class);
        EventLog log = here.port(EventLog.class);
        assertThat(feed.await(log.head(), ofSeconds(60))).isTrue();
        assertThat(here.port(ParkedFacts.class).parked()).isEmpty();
        long rows = 0;
        for (Projection view :
                List.of(
                        ConsentPersistence.projection(),
                        ProfilePersistence.projection(),
                        ProfilePersistence.timeline(),
                        BehaviorPersistence.receiptProjection(),
                        BehaviorPersistence.storeDayProjection())) {
            var compared =
                    new Replay(
                                    here.port(Database.class),
                                    log,
                                    Clock.systemUTC(),
                                    view,
                                    100,
                                    _ -> {})
                            .compare();
            assertThat(compared.replayed()).as(view.name()).isEqualTo(compared.live());
            System.out.println(
                    "TwoNodesTest: %s has %d rows, live and replayed"
                            .formatted(view.name(), compared.live().rows()));
            rows += compared.live().rows();
        }
        // Each visitor that was acknowledged is a row of the profiles at least.
        assertThat(rows).isGreaterThan(acknowledged.get());
        assertThat(acknowledged).hasPositiveValue();
    }

    private int claimed() {
        return here.port(Feed.class).claimed().size();
    }

    /** Somebody new each time. */
    private Thread keepTelling(URI node, AtomicBoolean stop) {
        return Thread.ofVirtual()
                .start(() -> {
                    while (!stop.get()) {
                        try {
                            if (tell(node, "visitor-" + visitors.incrementAndGet()) == 202) {
                                acknowledged.incrementAndGet();
                            }
                        } catch (IOException e) {
                            // It is frozen or dead.
                        } catch (InterruptedException e) {
                            return;
                        }
                    }
                });
    }

    private int tell(URI node, String who) throws IOException, InterruptedException {
        return send(
                        node,
                        "POST",
                        "/v1/identify",
                        "{\"messageId\":\"m-%1$s\",\"anonymousId\":\"v-%1$s\",\"userId\":\"%1$s\"}"
                                .formatted(who))
                .statusCode();
    }

    private String customer(URI node, String who) throws Exception {
        String answer = decide(node, who);
        return answer.replaceAll("(?s).*\"customer\":\"([^\"]+)\".*", "$1");
    }

    private void say(URI node, String customer, String choice) throws Exception {
        var answer =
                send(
                        node,
                        "PUT",
                        "/v1/profiles/" + customer + "/consents/CONTENT_PERSONALIZATION",
                        """
                        {"choice":"%s","notice":{"id":"privacy","version":"3","locale":"en-GB"},
                         "method":"TOGGLE","channel":"ONLINE","touchpoint":"web"}
                        """
                                .formatted(choice));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private String decide(URI node, String who) throws Exception {
        var answer =
                send(
                        node,
                        "POST",
                        "/v1/decisions",
                        """
                        {"customer":{"type":"anonymous","value":"v-%s"},"channel":"ONLINE","touchpoint":"web",
                         "placements":[{"id":"home","kind":"recommendation","limit":4}]}
                        """
                                .formatted(who));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> send(URI node, String method, String path, String body)
            throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(node.resolve(path))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + key)
                        .timeout(ofSeconds(10))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private boolean otherIsUp() throws Exception {
        assertThat(other.isAlive()).isTrue();
        return send(there, "GET", "/actuator/health", "").statusCode() == 200;
    }

    private void startOther(String url) throws IOException {
        int http = freePort();
        there = URI.create("http://127.0.0.1:" + http);
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "run",
                        "--data=" + folder.resolve("there"),
                        "--port=" + http,
                        "--amqp-port=0",
                        "--mqtt-port=0");
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("there.log").toFile());
        builder.environment().putAll(at(url));
        other = builder.start();
    }

    private void signal(String name) throws IOException, InterruptedException {
        var kill = new ProcessBuilder("kill", "-" + name, Long.toString(other.pid())).start();
        assertThat(kill.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(kill.exitValue()).isZero();
    }

    /** Several nodes on one database need the same secrets. */
    private void share(String name) throws IOException {
        Path from = folder.resolve("here").resolve(name);
        Path to = folder.resolve("there").resolve(name);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(Optional.ofNullable(copy.getParent()).orElseThrow());
                Files.copy(file, copy);
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
