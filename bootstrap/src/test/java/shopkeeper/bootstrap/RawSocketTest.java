package shopkeeper.bootstrap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.bootstrap.Visitor.head;
import static shopkeeper.bootstrap.Visitor.nextOneIsServed;
import static shopkeeper.bootstrap.Visitor.overSocket;
import static shopkeeper.bootstrap.Visitor.position;
import static shopkeeper.bootstrap.Visitor.problem;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no decent HTTP client can send: a clear answer, no effect, and the next one is served. */
@ExtendWith(OpenShop.class)
final class RawSocketTest {
    private static final String FACT =
            "{\"messageId\":\"raw-1\",\"anonymousId\":\"raw\",\"event\":\"Cart Viewed\"}";

    private long before;

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
