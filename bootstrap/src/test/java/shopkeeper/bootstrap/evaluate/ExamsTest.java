package shopkeeper.bootstrap.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopkeeper.domain.recommendation.RankerTrainer;
import shopkeeper.files.evaluation.Ids;

final class ExamsTest {
    @TempDir private Path folder;

    @Test
    void the_questions_of_a_long_session_take_no_more_room_than_the_session() throws IOException {
        var session =
                IntStream.range(0, 100_000)
                        .mapToObj(click -> "i" + click % 9)
                        .collect(Collectors.joining(" "));
        var train = Files.writeString(folder.resolve("train"), "i0 i1 i2 i3 i4 i5 i6 i7 i8");
        var test = Files.writeString(folder.resolve("test"), session);

        var exam =
                new Exams(train, test, new Ids(), List.of(), RankerTrainer.NONE).of(Task.SESSION);

        assertThat(exam.questions()).hasSize(99_999);
        var third = exam.questions().get(2);
        assertThat(third.shopper().get().session()).containsExactly(0, 1, 2);
        assertThat(third.came()).isEqualTo(Set.of(3));
        assertThat(exam.questions().getLast().shopper().get().session()).hasSize(99_999);
    }
}
