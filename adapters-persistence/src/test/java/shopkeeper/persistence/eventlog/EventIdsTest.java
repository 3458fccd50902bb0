package shopkeeper.persistence.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventIdsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30.123Z");

    @Test
    void a_later_id_is_greater_as_text() {
        assertThat(EventIds.at(NOW.plusMillis(1)).toString())
                .isGreaterThan(EventIds.at(NOW).toString());
    }

    @Test
    void ids_of_one_moment_differ() {
        Set<UUID> ids = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            ids.add(EventIds.at(NOW));
        }
        assertThat(ids).hasSize(10_000);
    }

    @Test
    void an_id_says_which_kind_it_is_and_when_it_was_made() {
        UUID id = EventIds.at(NOW);
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }
}
