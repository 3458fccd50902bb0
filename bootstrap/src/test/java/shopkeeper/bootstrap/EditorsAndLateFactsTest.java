package shopkeeper.bootstrap;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.bootstrap.Visitor.bearer;
import static shopkeeper.bootstrap.Visitor.get;
import static shopkeeper.bootstrap.Visitor.json;
import static shopkeeper.bootstrap.Visitor.post;
import static shopkeeper.bootstrap.Visitor.put;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Versions and late facts as clients of the running platform meet them. */
@ExtendWith(OpenShop.class)
final class EditorsAndLateFactsTest {
    private static final int EDITORS = 4;

    @Test
    void of_those_who_save_the_same_version_at_once_exactly_one_wins() throws Exception {
        var version = tag(save("Sock", "If-None-Match", "*"));
        for (int round = 0; round < 10; round++) {
            var seen = version;
            var name = "Sock of round " + round + " by ";
            var answers = atOnce(editor -> save(name + editor, "If-Match", seen));
            var won = answers.stream().filter(one -> one.statusCode() == 200).toList();
            assertThat(won).as("round " + round).hasSize(1);
            version = tag(won.getFirst());
            for (var lost : answers) {
                if (!won.contains(lost)) {
                    assertThat(lost.statusCode()).as(lost.body()).isEqualTo(412);
                    assertThat(json(lost).path("code").asString()).isEqualTo("version-mismatch");
                    assertThat('"' + json(lost).path("currentVersion").asString() + '"')
                            .isEqualTo(version);
                }
            }
        }
    }

    @Test
    void what_was_heard_after_a_decision_is_said_beside_it() throws Exception {
        var known =
                post(
                        "/v1/identify",
                        """
                        {"messageId":"late-1","anonymousId":"late-visitor","userId":"late-ann"}\
                        """);
        assertThat(known.statusCode()).isEqualTo(202);
        var decided =
                post(
                        "/v1/decisions",
                        """
                        {"customer":{"type":"crm","value":"late-ann"},"channel":"ONLINE","touchpoint":"web",
                         "placements":[{"id":"home","kind":"recommendation","limit":2}]}\
                        """,
                        "Shopkeeper-Min-Position",
                        json(known).path("position").asString());
        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(200);
        var id = json(decided).path("decisionId").asString();
        var before = get("/v1/decisions/" + id);
        assertThat(before.headers().firstValue("Shopkeeper-Later-Facts")).isEmpty();

        var told =
                post(
                        "/v1/track",
                        """
                        {"messageId":"late-2","anonymousId":"late-visitor","userId":"late-ann","event":"Order Completed",
                         "timestamp":"%s","properties":{"order_id":"late-1","total":"5.01","currency":"EUR",
                         "products":[{"product_id":"P-1","quantity":1,"price":"5.01"}]}}\
                        """
                                .formatted(Instant.now().minus(Duration.ofHours(3))));
        assertThat(json(told).path("accepted").asInt()).as(told.body()).isEqualTo(1);

        var seen = json(told).path("position").asString();
        var after = get("/v1/decisions/" + id, "Shopkeeper-Min-Position", seen);
        assertThat(after.headers().firstValue("Shopkeeper-Later-Facts")).contains("1");
        assertThat(after.body()).as("word for word").isEqualTo(before.body());
        var customer = json(decided).path("customer").asString();
        var all = json(get("/v1/profiles/" + customer + "/decisions"));
        assertThat(all.path("madeWithout"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.path("decisionId").asString()).isEqualTo(id);
                    assertThat(one.path("laterFacts").asInt()).isEqualTo(1);
                });
    }

    private interface Editor {
        HttpResponse<String> save(int editor) throws Exception;
    }

    private static List<HttpResponse<String>> atOnce(Editor editor) throws Exception {
        var start = new CyclicBarrier(EDITORS);
        try (var editors = Executors.newVirtualThreadPerTaskExecutor()) {
            var saving =
                    IntStream.range(0, EDITORS)
                            .mapToObj(number ->
                                    editors.submit(() -> {
                                        start.await(10, SECONDS);
                                        return editor.save(number);
                                    }))
                            .toList();
            var answers = new ArrayList<HttpResponse<String>>();
            for (Future<HttpResponse<String>> one : saving) {
                answers.add(one.get(20, SECONDS));
            }
            return answers;
        }
    }

    private static HttpResponse<String> save(String name, String condition, String tag)
            throws Exception {
        return put(
                "/v1/products/P-raced",
                "{\"name\":\"" + name + "\"}",
                "Authorization",
                bearer("admin"),
                condition,
                tag);
    }

    private static String tag(HttpResponse<String> saved) {
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
        return saved.headers().firstValue("ETag").orElseThrow();
    }
}
