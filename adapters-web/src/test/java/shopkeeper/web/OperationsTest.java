package shopkeeper.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shopkeeper.application.kernel.Quarantine;
import shopkeeper.application.kernel.Quarantine.Kept;

class OperationsTest {
    private final OnlineShop shop = new OnlineShop();

    @Test
    void a_parked_fact_is_visible_and_can_be_driven_again() {
        var parked = shop.get("/v1/operations/parked").answer().is(200);
        assertThat(parked.at("/parked/0/follower")).isEqualTo("timeline");
        assertThat(parked.json().at("/parked/0/position").asLong()).isEqualTo(7);

        var driven =
                shop.post("/v1/operations/parked/timeline/redrive", "{}")
                        .with("Idempotency-Key", "k-1")
                        .answer()
                        .is(200);

        assertThat(driven.json().at("/taken").asInt()).isEqualTo(1);
        assertThat(driven.json().at("/done").asBoolean()).isTrue();
        assertThat(shop.get("/v1/operations/parked").answer().json().at("/parked")).isEmpty();
    }

    @Test
    void nothing_is_driven_for_somebody_who_parked_nothing() {
        shop.post("/v1/operations/parked/nobody/redrive", "{}")
                .with("Idempotency-Key", "k-2")
                .answer()
                .isProblem(404, "not-found");
    }

    @Test
    void what_nobody_could_use_can_be_read() {
        var at = Instant.parse("2026-11-20T10:00:00Z");
        shop.the(Quarantine.class)
                .keep(new Kept("pos.transactions", "till", "malformed", "No JSON.", "{", at));

        var kept = shop.get("/v1/operations/quarantine?limit=5").answer().is(200);

        assertThat(kept.at("/messages/0/code")).isEqualTo("malformed");
        assertThat(kept.at("/messages/0/body")).isEqualTo("{");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/operations/parked", "/v1/operations/quarantine"})
    void only_those_who_run_the_platform_look(String path) {
        shop.get(path).as("web").answer().isProblem(403, "not-permitted");
        shop.get(path).as("agent").answer().isProblem(403, "not-permitted");
    }
}
