package shopkeeper.persistence.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.persistence.schema.generated.Tables.QUARANTINE;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import shopkeeper.application.kernel.Quarantine;
import shopkeeper.application.kernel.Quarantine.Kept;
import shopkeeper.persistence.eventlog.Racers;
import shopkeeper.persistence.schema.Database;
import shopkeeper.persistence.schema.TestDatabase;

class JooqQuarantineTest {
    private static final Instant NOON = Instant.parse("2026-03-29T12:00:00Z");

    private final Database database = TestDatabase.empty();
    private final Quarantine quarantine = new JooqQuarantine(database.sql());

    private static Kept kept(String address, String body, Instant at) {
        return new Kept(address, "till-1", "malformed", "no JSON", body, at);
    }

    private int times(String body) {
        return database.sql().fetchSingle(QUARANTINE, QUARANTINE.BODY.eq(body)).getTimes();
    }

    @Test
    void the_same_body_is_kept_once_and_counted() {
        quarantine.keep(kept("pos.transactions", "{", NOON));
        quarantine.keep(kept("pos.transactions", "{", NOON.plusSeconds(60)));
        assertThat(quarantine.list(10))
                .containsExactly(kept("pos.transactions", "{", NOON.plusSeconds(60)));
        assertThat(times("{")).isEqualTo(2);
        assertThat(database.sql().fetchSingle(QUARANTINE).getFirstAt().toInstant()).isEqualTo(NOON);
    }

    @Test
    void two_who_bring_the_same_body_at_once_are_both_counted() {
        Racers.race(
                8,
                racer -> {
                    quarantine.keep(kept("pos.transactions", "{", NOON));
                    return racer;
                });
        assertThat(times("{")).isEqualTo(8);
    }

    @Test
    void the_same_body_from_another_address_is_another() {
        quarantine.keep(kept("pos.transactions", "{", NOON));
        quarantine.keep(kept("pos.consents", "{", NOON.plusSeconds(1)));
        assertThat(quarantine.list(10))
                .map(Kept::address)
                .containsExactly("pos.consents", "pos.transactions");
    }

    @Test
    void the_latest_come_first_and_no_more_than_asked_for() {
        for (int i = 0; i < 5; i++) {
            quarantine.keep(kept("pos.transactions", "body " + i, NOON.plusSeconds(i)));
        }
        assertThat(quarantine.list(2)).map(Kept::body).containsExactly("body 4", "body 3");
    }

    @Test
    void a_character_that_the_database_cannot_store_is_kept_in_writing() {
        quarantine.keep(kept("pos.transactions", "a\0b", NOON));
        quarantine.keep(kept("pos.transactions", "a\\u0000b", NOON));
        assertThat(quarantine.list(10)).map(Kept::body).containsExactly("a\\u0000b", "a\\u0000b");
        quarantine.keep(new Kept("a\0", "s\0", "c\0", "w\0", "x", NOON.plusSeconds(1)));
        assertThat(quarantine.list(1))
                .containsExactly(
                        new Kept(
                                "a\\u0000",
                                "s\\u0000",
                                "c\\u0000",
                                "w\\u0000",
                                "x",
                                NOON.plusSeconds(1)));
    }
}
