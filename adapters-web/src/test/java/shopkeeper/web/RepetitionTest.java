package shopkeeper.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shopkeeper.application.repetition.KeptAnswers;
import shopkeeper.application.repetition.KeptAnswers.Found.New;
import shopkeeper.application.repetition.Request;

class RepetitionTest {
    private static final String REDRIVE = "/v1/operations/parked/timeline/redrive";

    private final OnlineShop shop = new OnlineShop();

    /** W1 of the domain notes. */
    @Test
    void a_batch_that_is_sent_again_is_stored_once_and_answered_in_the_same_words() {
        var call = shop.post("/v1/batch", batch(20)).as("web").with("Idempotency-Key", "0c3f0a4e");
        var first = call.answer().is(202);
        assertThat(first.json().at("/accepted").asInt()).isEqualTo(20);
        assertThat(first.header("Idempotent-Replayed")).isNull();
        shop.the(ShopInMemory.ShopClock.class).move(Duration.ofSeconds(4));

        var second = call.answer().is(202);

        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("Shopkeeper-Position"))
                .isEqualTo(first.header("Shopkeeper-Position"));
        assertThat(second.response().getContentType()).isEqualTo(first.response().getContentType());
    }

    /** W2 of the domain notes. */
    @Test
    void another_batch_under_the_same_key_is_not_stored() {
        shop.post("/v1/batch", batch(20)).with("Idempotency-Key", "k").answer().is(202);
        shop.post("/v1/batch", batch(21))
                .with("Idempotency-Key", "k")
                .answer()
                .isProblem(422, "idempotency-conflict");
        var rest = shop.post("/v1/batch", batch(21)).answer().is(202).json();
        assertThat(rest.at("/accepted").asInt()).isEqualTo(1);
        assertThat(rest.at("/duplicates").asInt()).isEqualTo(20);
    }

    @Test
    void a_command_needs_a_key() {
        var answer = shop.post(REDRIVE, "{}").answer().isProblem(400, "idempotency-key-required");
        assertThat(answer.at("/detail")).contains("Idempotency-Key");
        assertThat(shop.get("/v1/operations/parked").answer().json().at("/parked")).isNotEmpty();
    }

    @Test
    void whoever_may_not_uses_up_no_key() {
        shop.post(REDRIVE, "{}").as("web").answer().isProblem(403, "not-permitted");
        var call = shop.post(REDRIVE, "{}").with("Idempotency-Key", "k");
        call.as("agent").answer().isProblem(403, "not-permitted");
        call.as("admin").answer().is(200);
    }

    @Test
    void a_command_that_was_carried_out_is_answered_as_it_was() {
        var call = shop.post(REDRIVE, "{}").with("Idempotency-Key", "k");
        var first = call.answer().is(200);
        assertThat(first.json().at("/taken").asInt()).isEqualTo(1);
        assertThat(call.answer().is(200).text()).isEqualTo(first.text());
    }

    @Test
    void a_no_is_kept_as_well_with_the_name_it_was_given() {
        var call = shop.post("/v1/batch", "{}").with("Idempotency-Key", "k");
        var first = call.answer().isProblem(400, "invalid");
        var second = call.answer().isProblem(400, "invalid");
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(second.at("/instance")).isEqualTo(first.at("/instance"));
    }

    @Test
    void what_broke_on_our_side_may_be_tried_again_at_once() {
        var call =
                shop.post("/v1/page", "{\"messageId\":\"m\",\"anonymousId\":\"v\"}")
                        .with("Idempotency-Key", "k");
        shop.the(ShopInMemory.Breakable.class).broken = true;
        call.answer().isProblem(500, "internal");
        shop.the(ShopInMemory.Breakable.class).broken = false;
        assertThat(call.answer().is(202).header("Idempotent-Replayed")).isNull();
    }

    @Test
    void whoever_was_beaten_again_and_again_hears_so_and_may_try_again_under_the_same_key() {
        var call =
                shop.post("/v1/page", "{\"messageId\":\"m\",\"anonymousId\":\"v\"}")
                        .with("Idempotency-Key", "k");
        shop.the(ShopInMemory.Breakable.class).contended = true;
        assertThat(call.answer().isProblem(409, "contended").header("Retry-After")).isEqualTo("1");
        shop.the(ShopInMemory.Breakable.class).contended = false;
        assertThat(call.answer().is(202).header("Idempotent-Replayed")).isNull();
    }

    @Test
    void what_is_still_being_done_is_not_done_twice() {
        var call = shop.post("/v1/batch", batch(1)).with("Idempotency-Key", "k");
        var clock = shop.the(ShopInMemory.ShopClock.class);
        var answers = shop.the(KeptAnswers.class);
        var content = "POST /v1/batch?null null null\n" + batch(1);
        var begun =
                answers.begin(
                        new Request("admin", "k"),
                        content.getBytes(StandardCharsets.UTF_8),
                        clock.instant());
        assertThat(begun).isEqualTo(new New());

        var answer = call.answer().isProblem(409, "idempotency-in-flight");

        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.header("Idempotent-Replayed")).isNull();
        clock.move(Duration.ofSeconds(31));
        call.answer().is(202);
    }

    @Test
    void a_key_is_free_again_after_a_day() {
        shop.post("/v1/batch", batch(1)).with("Idempotency-Key", "k").answer().is(202);
        shop.the(ShopInMemory.ShopClock.class).move(Duration.ofHours(25));
        shop.post("/v1/batch", batch(2)).with("Idempotency-Key", "k").answer().is(202);
    }

    @Test
    void a_question_is_asked_afresh_whatever_key_it_carries() {
        var lookup =
                shop.post("/v1/profiles/lookup", "{\"type\":\"anonymous\",\"value\":\"v-0\"}")
                        .with("Idempotency-Key", "k");
        lookup.answer().isProblem(404, "not-found");
        shop.post("/v1/batch", batch(1)).answer().is(202);
        lookup.answer().is(200);
    }

    private static String batch(int calls) {
        return IntStream.range(0, calls)
                .mapToObj(
                        """
                        {"type":"page","messageId":"m-%1$d","anonymousId":"v-%1$d"}\
                        """
                                ::formatted)
                .collect(Collectors.joining(",", "{\"batch\":[", "]}"));
    }
}
