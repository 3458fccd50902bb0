package shopkeeper.messaging.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CloudEventReaderTest {
    private static final String EVENT =
            """
            {"specversion":"1.0","type":"t","source":"urn:store:1:till:2","id":"i",
             "time":"2026-11-20T11:41:38+01:00","expirytime":"2026-11-20T11:41:39+01:00","data":{"a":1}}
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/cloudevents+json",
                "application/cloudevents+json; charset=UTF-8",
                "application/json",
                ""
            })
    void a_structured_event_is_read(String contentType) {
        var event = read(contentType, EVENT);
        assertThat(event.type()).isEqualTo("t");
        assertThat(event.messageId()).hasToString("urn:store:1:till:2/i");
        assertThat(event.time()).hasToString("Optional[2026-11-20T11:41:38+01:00]");
        assertThat(event.expiry()).isPresent();
        assertThat(event.data().get("a").intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cloudEvents:", "cloudEvents_"})
    void a_binary_event_is_read(String prefix) {
        Map<String, Object> properties =
                Map.of(
                        prefix + "specversion",
                        "1.0",
                        prefix + "type",
                        "t",
                        prefix + "source",
                        "s",
                        prefix + "id",
                        "i",
                        prefix + "time",
                        Date.from(Instant.EPOCH),
                        "other",
                        7);
        var event =
                CloudEventReader.read("application/json", properties, "{\"a\":1}".getBytes(UTF_8));
        assertThat(event.source()).isEqualTo("s");
        assertThat(event.time()).hasToString("Optional[1970-01-01T00:00Z]");
        assertThat(event.data().get("a").intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "7",
                "{}",
                "{\"specversion\":\"0.3\",\"type\":\"t\",\"source\":\"s\",\"id\":\"i\",\"data\":{}}",
                "{\"specversion\":\"1.0\",\"source\":\"s\",\"id\":\"i\",\"data\":{}}",
                "{\"specversion\":\"1.0\",\"type\":\"t\",\"source\":\"s s\",\"id\":\"i\",\"data\":{}}",
                "{\"specversion\":\"1.0\",\"type\":\"t\",\"source\":\"s\",\"id\":\"i\"}",
                "{\"specversion\":\"1.0\",\"type\":\"t\",\"source\":\"s\",\"id\":\"i\",\"data\":\"x\"}",
                "{\"specversion\":\"1.0\",\"type\":\"t\",\"source\":\"s\",\"id\":\"i\",\"data\":{}} x",
                "{\"specversion\":\"1.0\",\"type\":\"t\",\"source\":\"s\",\"id\":\"i\",\"time\":\"noon\",\"data\":{}}",
                "{\"specversion\":\"1.0\",\"type\":\"t\",\"source\":\"s\",\"id\":\"i\",\"data\":{\"a\":1,\"a\":2}}",
                "{\"specversion\":\"1.0\",\"type\":\"t\",\"source\":\"s\",\"id\":\"i\",\"data\":{\"a\":\"\\u0000\"}}"
            })
    void what_is_no_event_is_malformed(String body) {
        assertThatThrownBy(() -> read("application/json", body))
                .isInstanceOf(MalformedMessage.class);
    }

    @Test
    void a_batch_is_not_taken() {
        assertThatThrownBy(() -> read("application/cloudevents-batch+json", "[" + EVENT + "]"))
                .isInstanceOf(MalformedMessage.class);
    }

    @Test
    void a_pit_of_brackets_is_not_climbed_into() {
        assertThatThrownBy(() -> read("", "{\"data\":" + "[".repeat(40) + "]".repeat(40) + "}"))
                .isInstanceOf(MalformedMessage.class);
    }

    @Test
    void what_is_not_utf_8_is_malformed() {
        assertThatThrownBy(() -> StrictJson.read(new byte[] {'{', (byte) 0xff, '}'}))
                .isInstanceOf(MalformedMessage.class);
    }

    @Test
    void the_words_never_quote_what_stood_there() {
        assertThatThrownBy(() -> read("", "{\"loyalty\":40000066677x}"))
                .hasMessageNotContaining("40000066677")
                .hasMessageContaining("line 1");
    }

    @Test
    void the_order_of_keys_does_not_matter() {
        var one = StrictJson.read("{\"b\":{\"d\":1,\"c\":2},\"a\":\"x\"}".getBytes(UTF_8));
        var other = StrictJson.read("{\"a\" : \"x\", \"b\":{\"c\":2,\"d\":1}}".getBytes(UTF_8));
        assertThat(StrictJson.canonical(one)).isEqualTo(StrictJson.canonical(other));
    }

    private static CloudEvent read(String contentType, String body) {
        return CloudEventReader.read(contentType, Map.of(), body.getBytes(UTF_8));
    }
}
