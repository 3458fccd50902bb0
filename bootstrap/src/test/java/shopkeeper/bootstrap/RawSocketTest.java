package shopkeeper.bootstrap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.bootstrap.Visitor.head;
import static shopkeeper.bootstrap.Visitor.nextOneIsServed;
import static shopkeeper.bootstrap.Visitor.overSocket;
import static shopkeeper.bootstrap.Visitor.position;
import static shopkeeper.bootstrap.Visitor.problem;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no decent HTTP client can send: a clear answer, no effect, and the next one is served. */
@ExtendWith(OpenShop.class)
final class RawSocketTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String FACT =
            "{\"messageId\":\"raw-1\",\"anonymousId\":\"raw\",\"event\":\"Cart Viewed\"}";

    private long before;

    @BeforeAll
    static void everybody_is_known() throws Exception {
        nextOneIsServed();
    }

    @BeforeEach
    void look() {
        before = position();
    }

    @AfterEach
    void nothing_happened_and_the_next_one_is_served() throws Exception {
        assertThat(position()).isEqualTo(before);
        nextOneIsServed();
    }

    @Test
    void a_body_that_breaks_off_is_answered_as_a_problem() throws IOException {
        var answer =
                overSocket(
                        head("/v1/track")
                                + "Content-Length: 500\r\nConnection: close\r\n\r\n{\"messageId\":\"m\"");
        assertThat(problem(answer).path("code").asString()).isEqualTo("invalid");
        assertThat(answer).startsWith("HTTP/1.1 400");
    }

    @Test
    void so_is_one_under_a_key() throws IOException {
        var answer =
                overSocket(
                        head("/v1/track")
                                + "Idempotency-Key: broken-off\r\nContent-Length: 500\r\nConnection: close\r\n\r\n{\"messageId\":\"m\"");
        assertThat(problem(answer).path("code").asString()).isEqualTo("invalid");
        assertThat(answer).startsWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-A: b\rX-Evil: 1",
                "X-A: b\nX Evil: 1",
                "X-A: b\u0000c",
                "X A: b",
                "Idempotency-Key: a\rb",
                "Content-Length: 5\r\nContent-Length: 6",
                "Content-Length: 5\r\nContent-Length: 5",
                "Content-Length: -1",
                "Content-Length: 99999999999999999999",
                "Content-Length: 0x5",
                "Transfer-Encoding: gzip, chunked",
            })
    void a_header_that_is_none_is_refused(String header) throws IOException {
        var answer =
                overSocket(head("/v1/track") + header + "\r\nConnection: close\r\n\r\n" + FACT);
        assertThat(answer).matches("(?s)HTTP/1.1 (400|501).*").doesNotContain("Evil");
        assertThat(problem(answer).path("code").asString()).isEqualTo("invalid");
    }

    /** RFC 9112, 6.3: the chunks count, and nothing more is read from that connection. */
    @Test
    void of_two_ways_to_tell_the_length_only_the_chunks_count() throws IOException {
        var answer =
                overSocket(
                        head("/v1/track")
                                + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n"
                                + Integer.toHexString(FACT.length())
                                + "\r\n"
                                + FACT
                                + "\r\n0\r\n\r\nGET /v1/smuggled HTTP/1.1\r\nHost: shop\r\n\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 202")
                .contains("Connection: close")
                .containsOnlyOnce("HTTP/1.1")
                .contains("\"accepted\":1");
        before = position();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"zz\r\n{}\r\n0\r\n\r\n", "-1\r\n\r\n", "5\r\n{}", "fffffffffffffffff\r\n{}"})
    void a_chunk_that_is_none_is_refused(String chunks) throws IOException {
        var answer =
                overSocket(
                        head("/v1/track")
                                + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                                + chunks);
        assertThat(answer).startsWith("HTTP/1.1 400");
        problem(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "deflate", "br", "gzip, gzip", "identity, gzip"})
    void a_bomb_is_not_unpacked(String coding) throws Exception {
        var answer = Visitor.sends("POST", "/v1/track", bomb(), "Content-Encoding", coding);
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(Visitor.json(answer).path("code").asString()).isEqualTo("unsupported-content");
    }

    @Test
    void a_packed_form_is_not_unpacked_either() throws Exception {
        var answer =
                Visitor.sends(
                        "POST",
                        "/desk/sign-in",
                        bomb(),
                        "Content-Encoding",
                        "gzip",
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Origin",
                        OpenShop.platform().http().toString());
        assertThat(answer.statusCode()).isEqualTo(415);
    }

    @Test
    void whoever_hangs_up_in_the_middle_is_forgotten() throws IOException {
        try (var socket = Visitor.socket()) {
            socket.getOutputStream()
                    .write(
                            (head("/v1/track") + "Content-Length: 500\r\n\r\n{\"mess")
                                    .getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            // A reset instead of an end.
            socket.setSoLinger(true, 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-ndjson", FORM})
    void a_body_that_drips_in_is_not_waited_for(String type) throws Exception {
        var path =
                switch (type) {
                    case FORM -> "/desk/sign-in";
                    case "application/x-ndjson" -> "/v1/products";
                    default -> "/v1/track";
                };
        var begin =
                head(path)
                        .replace("application/json", type)
                        .replace(Visitor.bearer("web"), Visitor.bearer("admin"));
        var answer =
                dripping(
                        begin
                                + "Origin: "
                                + OpenShop.platform().http()
                                + "\r\nContent-Length: 500\r\n\r\n",
                        "\n");
        assertThat(answer).startsWith("HTTP/1.1 408").contains("Connection: close");
        assertThat(problem(answer).path("code").asString()).isEqualTo("too-slow");
    }

    @Test
    void whoever_is_sent_away_is_not_listened_to_for_ever() throws Exception {
        var begin = head("/v1/track").replace(Visitor.bearer("web"), "Bearer wrong");
        assertThat(dripping(begin + "Content-Length: 500\r\n\r\n", " ")).startsWith("HTTP/1.1 401");
    }

    @Test
    void nor_is_one_under_a_key_or_one_of_a_page() throws Exception {
        for (var header : List.of("Idempotency-Key: drip-1", "Origin: https://shop.example")) {
            var begin = head("/v1/track") + header + "\r\nContent-Length: 500\r\n\r\n";
            assertThat(dripping(begin, " ")).startsWith("HTTP/1.1 408");
        }
    }

    @Test
    void whoever_falls_silent_in_the_middle_of_a_body_is_told_so() throws Exception {
        var answer = dripping(head("/v1/track") + "Content-Length: 500\r\n\r\n{", "");
        assertThat(answer).startsWith("HTTP/1.1 408");
        assertThat(problem(answer).path("code").asString()).isEqualTo("too-slow");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X", ""})
    void headers_that_drip_in_are_not_waited_for(String drop) throws Exception {
        assertThat(dripping(head("/v1/track") + "X-Long: ", drop)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X", ""})
    void nor_is_a_line_that_drips_in(String drop) throws Exception {
        assertThat(dripping("GET /", drop)).isEmpty();
    }

    /** Begins, goes on drop by drop until somebody loses patience, and gives what was said. */
    private static String dripping(String begin, String drop) throws Exception {
        long begun = System.nanoTime();
        try (var socket = Visitor.socket();
                var hand = Executors.newSingleThreadScheduledExecutor()) {
            var out = socket.getOutputStream();
            out.write(begin.getBytes(ISO_8859_1));
            out.flush();
            var dripping =
                    hand.scheduleWithFixedDelay(
                            () -> {
                                try {
                                    out.write(drop.getBytes(ISO_8859_1));
                                    out.flush();
                                } catch (IOException e) {
                                    throw new UncheckedIOException(e);
                                }
                            },
                            100,
                            100,
                            MILLISECONDS);
            var answer = Visitor.heard(socket);
            dripping.cancel(false);
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(OpenShop.REQUEST.plusSeconds(1));
            return answer;
        }
    }

    @Test
    void a_form_in_a_place_where_none_belongs_is_not_even_read() throws Exception {
        var answer =
                Visitor.sends("PUT", "/v1/products/P-1", new byte[8 << 20], "Content-Type", FORM);
        assertThat(answer.statusCode()).isEqualTo(415);
        var parts =
                Visitor.sends(
                        "POST",
                        "/v1/track",
                        new byte[100],
                        "Content-Type",
                        "multipart/form-data; boundary=x");
        assertThat(parts.statusCode()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type=email&value=%zz",
                "type=email&value=%ff",
                "%",
                "value=%00",
                "type=%ED%A0%80",
                "value=%C0%AF"
            })
    void fields_that_are_no_text_are_refused_in_forms_and_in_addresses(String fields)
            throws Exception {
        var form =
                Visitor.post(
                        "/desk/sign-in",
                        fields,
                        "Content-Type",
                        FORM,
                        "Origin",
                        OpenShop.platform().http().toString());
        assertThat(form.statusCode()).isEqualTo(400);
        var get =
                overSocket(
                        "GET /v1/profiles/x/timeline?limit=3&"
                                + fields
                                + " HTTP/1.1\r\nHost: shop\r\nConnection: close\r\nAuthorization: "
                                + Visitor.bearer("web")
                                + "\r\n\r\n");
        assertThat(get).startsWith("HTTP/1.1 400");
        assertThat(problem(get).path("code").asString()).isEqualTo("invalid");
    }

    @Test
    void a_form_that_is_too_large_is_refused() throws Exception {
        var answer =
                Visitor.post(
                        "/desk/sign-in",
                        "key=" + "x".repeat(100_000),
                        "Content-Type",
                        FORM,
                        "Origin",
                        OpenShop.platform().http().toString());
        assertThat(answer.statusCode()).isEqualTo(413);
        var many =
                Visitor.post(
                        "/desk/sign-in",
                        "a=1&".repeat(101),
                        "Content-Type",
                        FORM,
                        "Origin",
                        OpenShop.platform().http().toString());
        assertThat(many.statusCode()).isEqualTo(413);
    }

    /** A thousand times as large once it is unpacked. */
    private static byte[] bomb() throws IOException {
        var into = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(into)) {
            for (int i = 0; i < 20; i++) {
                zip.write(new byte[1_000_000]);
            }
        }
        return into.toByteArray();
    }
}
