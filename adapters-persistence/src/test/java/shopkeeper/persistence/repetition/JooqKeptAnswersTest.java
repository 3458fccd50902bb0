package shopkeeper.persistence.repetition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.persistence.schema.generated.Tables.ANSWERED_REQUEST;

import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import shopkeeper.application.contracts.KeptAnswersContract;
import shopkeeper.application.repetition.KeptAnswers;
import shopkeeper.application.repetition.Request;
import shopkeeper.persistence.schema.TestDatabase;

class JooqKeptAnswersTest extends KeptAnswersContract {
    private final DSLContext sql = TestDatabase.empty().sql();
    private final KeptAnswers answers = RepetitionPersistence.answers(sql, new byte[32]);

    @Override
    protected KeptAnswers answers() {
        return answers;
    }

    @Test
    void what_was_asked_is_not_kept_in_words_and_nothing_is_kept_after_a_day() {
        var noon = Instant.parse("2026-11-20T12:00:00Z");
        answers.begin(new Request("web", "one"), "ada@example.org".getBytes(UTF_8), noon);
        assertThat(sql.fetch(ANSWERED_REQUEST).format()).doesNotContain("ada");

        var tomorrow = noon.plus(Duration.ofHours(25));
        answers.begin(new Request("web", "two"), "x".getBytes(UTF_8), tomorrow);

        assertThat(sql.fetchValues(ANSWERED_REQUEST.KEY)).containsExactly("two");
    }
}
