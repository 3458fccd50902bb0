package shopkeeper.bootstrap.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shopkeeper.domain.recommendation.Shopper;
import shopkeeper.files.evaluation.Ids;

final class AnswersTest {
    private static final String NOT_TO_BE_WRITTEN = "\ud83d";

    @TempDir private Path folder;

    @Test
    void answers_that_cannot_be_finished_leave_the_file_as_it_was() throws IOException {
        var file = Files.writeString(folder.resolve("answers"), "of yesterday");

        assertThatThrownBy(() -> write(file, "tea", NOT_TO_BE_WRITTEN))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("answers cannot be written");

        assertThat(file).hasContent("of yesterday");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void finished_answers_take_the_place_of_those_before() throws IOException {
        var file = Files.writeString(folder.resolve("answers"), "of yesterday");

        assertThat(write(file, "tea", "jam")).isEqualTo(1);

        assertThat(file).hasContent("ann tea jam");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void a_link_stays_one_and_the_file_behind_it_is_written() throws IOException {
        var file = Files.writeString(folder.resolve("answers"), "of yesterday");
        var link = Files.createSymbolicLink(folder.resolve("latest"), file);

        assertThat(write(link, "tea", "jam")).isEqualTo(1);

        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("ann tea jam");
    }

    @ParameterizedTest
    @ValueSource(ints = {' ', '\t', 0x0B, 0x85, 0xA0, 0x2007, 0x2028, 0x202F, 0x3000})
    void a_tab_is_between_where_any_name_holds_a_space_of_any_kind(int space) throws IOException {
        var file = folder.resolve("answers");

        assertThat(write(file, "tea", "a" + Character.toString(space) + "b")).isEqualTo(1);

        assertThat(Files.readString(file)).startsWith("ann\ttea\ta");
    }

    /** Both items to ann. */
    private static int write(Path file, String first, String second) {
        var items = new Ids();
        int[] ranked = {items.numberOf(first), items.numberOf(second)};
        var asked = List.of(new Asked(0, "ann", () -> Shopper.NOBODY, Set.of(), Set.of(), true));
        return Answers.of(file, items, asked).write(asked, new int[][] {ranked}, 100);
    }
}
