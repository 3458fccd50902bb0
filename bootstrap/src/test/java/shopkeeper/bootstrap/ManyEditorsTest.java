package shopkeeper.bootstrap;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.bootstrap.Visitor.bearer;
import static shopkeeper.bootstrap.Visitor.json;
import static shopkeeper.bootstrap.Visitor.put;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many who edit the same few things at once: no version is skipped, none is given away twice. */
@ExtendWith(OpenShop.class)
final class ManyEditorsTest {
    private static final int THINGS = 10;
    private static final int EDITORS_OF_EACH = 5;
    private static final int SAVES_OF_EACH = 2;

    /** One version and the one that was made of it. */
    private record Saved(String thing, String before, String after) {}

    @Test
    void fifty_editors_of_ten_things_leave_neither_hole_nor_fork() throws Exception {
        var first = new HashMap<String, String>();
        for (int thing = 0; thing < THINGS; thing++) {
            first.put("P-many-" + thing, tag(save("P-many-" + thing, "If-None-Match", "*")));
        }
        var saved = new ArrayList<Saved>();
        var start = new CyclicBarrier(THINGS * EDITORS_OF_EACH);
        try (var editors = Executors.newVirtualThreadPerTaskExecutor()) {
            var editing = new ArrayList<Future<List<Saved>>>();
            first.forEach((thing, version) -> {
                for (int editor = 0; editor < EDITORS_OF_EACH; editor++) {
                    editing.add(
                            editors.submit(() -> {
                                start.await(20, SECONDS);
                                return edits(thing, version);
                            }));
                }
            });
            for (var one : editing) {
                saved.addAll(one.get(60, SECONDS));
            }
        }
        assertThat(saved).hasSize(THINGS * EDITORS_OF_EACH * SAVES_OF_EACH);
        first.forEach((thing, version) -> {
            var next = new HashMap<String, String>();
            for (var one : saved) {
                if (one.thing().equals(thing)) {
                    assertThat(next.put(one.before(), one.after())).as("a fork").isNull();
                }
            }
            assertThat(lengthFrom(version, next)).isEqualTo(EDITORS_OF_EACH * SAVES_OF_EACH);
        });
    }

    private static List<Saved> edits(String thing, String first) throws Exception {
        var saved = new ArrayList<Saved>();
        var version = first;
        while (saved.size() < SAVES_OF_EACH) {
            var answer = save(thing, "If-Match", version);
            switch (answer.statusCode()) {
                case 200 -> {
                    saved.add(new Saved(thing, version, tag(answer)));
                    version = tag(answer);
                }
                case 412 -> version = '"' + json(answer).path("currentVersion").asString() + '"';
                default ->
                        assertThat(answer.statusCode())
                                .as("others were faster again and again: " + answer.body())
                                .isEqualTo(409);
            }
        }
        return saved;
    }

    private static int lengthFrom(String version, Map<String, String> next) {
        int length = 0;
        for (var at = next.get(version); at != null; at = next.get(at)) {
            length++;
        }
        return length;
    }

    private static HttpResponse<String> save(String thing, String condition, String tag)
            throws Exception {
        return put(
                "/v1/products/" + thing,
                "{\"name\":\""
                        + Thread.currentThread().threadId()
                        + " "
                        + System.nanoTime()
                        + "\"}",
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
