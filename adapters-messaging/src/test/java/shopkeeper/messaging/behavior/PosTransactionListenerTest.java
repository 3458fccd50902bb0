package shopkeeper.messaging.behavior;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import shopkeeper.messaging.Samples;
import shopkeeper.messaging.Shop;
import shopkeeper.messaging.kernel.Answer.Kind;
import shopkeeper.messaging.kernel.Answer.Outcome;
import shopkeeper.messaging.kernel.CloudEventReader;
import shopkeeper.messaging.kernel.Heard;
import shopkeeper.messaging.kernel.MalformedMessage;
import shopkeeper.messaging.kernel.Till;

final class PosTransactionListenerTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final PosTransactionListener listener = listener();

    @Test
    void nobody_is_met_by_a_receipt_whose_sum_is_wrong() {
        var outcome = hear(Samples.sale("1", "99.00", ""));
        assertThat(outcome.kind()).isEqualTo(Kind.REFUSED);
        assertThat(outcome.reason().orElseThrow().code()).isEqualTo("sums-do-not-add");
        assertThat(asked).hasValue(0);
    }

    @Test
    void of_a_receipt_whose_sum_is_wrong_nothing_is_recorded_not_even_what_came_back() {
        String returned =
                "{\"kind\":\"return\",\"sku\":\"A\",\"qty\":\"1\",\"unitPrice\":\"5.01\"},";
        var outcome = hear(Samples.sale("1").replace("\"lines\":[", "\"lines\":[" + returned));
        assertThat(outcome.reason().orElseThrow().code()).isEqualTo("sums-do-not-add");
        assertThat(asked).hasValue(0);
        assertThat(hear(Samples.sale("1")).kind()).isEqualTo(Kind.ACCEPTED);
    }

    @Test
    void whoever_is_named_on_a_fit_receipt_is_met() {
        assertThat(hear(Samples.sale("1")).kind()).isEqualTo(Kind.ACCEPTED);
        assertThat(asked).hasValue(1);
    }

    @Test
    void a_till_cannot_use_up_the_receipts_of_another_one() {
        String foreign =
                Samples.sale("1").replace("\"workstation\":\"07\"", "\"workstation\":\"08\"");
        assertThatThrownBy(() -> hear(foreign))
                .isInstanceOf(MalformedMessage.class)
                .hasMessageContaining("data.workstation is another till");
        assertThat(asked).hasValue(0);
    }

    private Outcome hear(String body) {
        var event =
                CloudEventReader.read(
                        "application/cloudevents+json", Map.of(), body.getBytes(UTF_8));
        return (Outcome) listener.hear(new Heard(event, Till.of(event.source()), Instant.EPOCH, 0));
    }

    private PosTransactionListener listener() {
        var ports = new Shop().ports();
        return new PosTransactionListener(
                ports.receipts(),
                ports.repeats(),
                (message, identifiers, via, at) -> {
                    asked.incrementAndGet();
                    return ports.customers().recognise(message, identifiers, via, at);
                },
                ports.catalog());
    }
}
