package shopkeeper.persistence.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.axonframework.messaging.core.MessageType;
import org.junit.jupiter.api.Test;

class StoredEventTest {
    private static final LogTable.Stored STORED =
            new LogTable.Stored(
                    7,
                    new UUID(1, 2),
                    "tally.counted",
                    "3",
                    "{\"secret\":1}",
                    "{\"message\":\"till\\u002F1\",\"content\":\"abc\"}",
                    Instant.EPOCH);

    private final StoredEvent event =
            new StoredEvent(
                    STORED, new MessageType("tally.counted", "3"), new FactJson()::readFlat);

    @Test
    void says_what_is_stored() {
        assertThat(event.identifier()).isEqualTo(STORED.id().toString());
        assertThat(event.payload()).isEqualTo(STORED.payload());
        assertThat(event.payloadType()).isEqualTo(String.class);
        assertThat(event.timestamp()).isEqualTo(Instant.EPOCH);
        assertThat(event.metadata())
                .containsExactlyInAnyOrderEntriesOf(Map.of("message", "till/1", "content", "abc"));
    }

    @Test
    void an_escaped_text_may_mention_anything() {
        assertThat(event.mayBeCausedBy("till/1")).isTrue();
    }

    @Test
    void what_is_made_of_it_is_whole() {
        assertThat(event.andMetadata(Map.of("more", "1")).metadata())
                .containsEntry("message", "till/1")
                .containsEntry("more", "1");
        assertThat(event.withMetadata(Map.of("only", "1")).metadata()).hasSize(1);
        assertThat(event.withMetadata(Map.of("only", "1")).identifier())
                .isEqualTo(event.identifier());
        assertThat(event.payloadAs(String.class)).isEqualTo(STORED.payload());
    }

    @Test
    void does_not_tell_a_log_line_what_it_holds() {
        assertThat(event.toString()).doesNotContain("secret");
    }
}
