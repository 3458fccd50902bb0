package shopkeeper.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EvaluateCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir private Path folder;

    @Test
    void new_items_are_ranked_without_those_a_user_has() throws IOException {
        write("train", "ann\ttea\t2", "ann\tmilk\t1", "bob\ttea\t1", "bob\tjam\t3");
        write("test", "ann\tjam\t1", "bob\tmilk\t1");

        assertThat(evaluate("new-items")).isZero();

        assertThat(answers()).containsExactly("ann jam", "bob milk");
        assertThat(told())
                .contains("new-items: 2 users, 3 items, 4 pairs; 2 questions")
                .contains("Recall@20  1.0000   (95 % of draws of users: 1.0000 to 1.0000)")
                .contains("CPU seconds")
                .contains("peak memory")
                .contains("request: p50")
                .contains("seed 1");
    }

    @Test
    void the_next_basket_may_repeat() throws IOException {
        write("train", "{\"ann\": [[\"tea\"], [\"tea\", \"jam\"]], \"bob\": [[\"milk\"], [7]]}");
        write("test", "{\"ann\": [[\"tea\"]], \"bob\": [[7]]}");

        assertThat(evaluate("next-basket")).isZero();

        assertThat(answers().getFirst()).startsWith("ann tea jam");
        assertThat(answers().getLast()).startsWith("bob ").contains(" 7");
        assertThat(told()).contains("hit@10     1.0000");
    }

    @Test
    void a_session_is_asked_for_its_last_item_and_measured_after_each() throws IOException {
        var lines = new ArrayList<String>();
        for (int i = 0; i < 40; i++) {
            lines.add("tea pot cup");
        }
        write("train", lines.toArray(String[]::new));
        write("test", "tea pot cup", "pot", "tea pot");

        assertThat(evaluate("session")).isZero();

        assertThat(answers()).hasSize(3);
        assertThat(answers().get(0)).startsWith("1 cup");
        assertThat(answers().get(1)).startsWith("2 cup");
        assertThat(answers().get(2)).startsWith("3 pot");
        assertThat(told()).contains("4 questions").contains("MRR@20     1.0000");
    }

    @Test
    void a_session_is_called_by_the_number_of_its_line_in_the_file() throws IOException {
        write("train", "tea pot", "", "tea pot");
        write("test", "tea pot", "", " \t", "pot", "", "tea pot");

        assertThat(evaluate("session")).isZero();

        assertThat(answers())
                .extracting(line -> line.substring(0, line.indexOf(' ')))
                .containsExactly("1", "4", "6");
    }

    @Test
    void ids_are_whatever_the_file_calls_them() throws IOException {
        write(
                "train",
                "{\"a b\": [[\"t\\tea\", \"\uD83C\uDF75\"]], \"ß\": [[\"\uD83C\uDF75\", \"'\"]]}");
        write("test", "{\"a b\": [[\"'\"]], \"ß\": [[\"'\"]]}");

        assertThat(evaluate("next-basket")).isZero();

        assertThat(answers().getFirst())
                .startsWith("a b\t")
                .contains("\t\uD83C\uDF75")
                .contains("\tt\\tea");
        assertThat(told()).contains("with a tab between");
    }

    @Test
    void unknown_users_and_items_are_told_and_answered() throws IOException {
        write("train", "ann\ttea\t1", "bob\ttea\t1", "bob\tjam\t1");
        write("test", "eve\tjam\t1", "ann\tnever-seen\t1");

        assertThat(evaluate("new-items")).isZero();

        assertThat(told()).contains("1 users are not in the training file");
        assertThat(answers()).containsExactly("ann jam", "eve tea jam");
        assertThat(told()).contains("Recall@20  0.5000");
    }

    @Test
    void a_user_without_a_basket_is_answered_and_not_measured() throws IOException {
        write("train", "{\"ann\": [[\"tea\"], [\"tea\"]], \"bob\": [[\"milk\"], [\"tea\"]]}");
        write("test", "{\"eve\": [], \"ann\": [[\"tea\"]], \"bob\": [[]]}");

        assertThat(evaluate("next-basket")).isZero();

        assertThat(answers()).hasSize(3);
        assertThat(answers().get(0)).isEqualTo("eve tea milk");
        assertThat(answers().get(2)).startsWith("bob tea milk");
        assertThat(told())
                .contains("3 questions")
                .contains("1 users are not in the training file")
                .contains("hit@10     1.0000");
    }

    @Test
    void both_halves_of_an_escaped_character_are_one() throws IOException {
        write("train", "{\"ann\": [[\"\\ud83c\\udf75\"]]}");
        write("test", "{\"ann\": [[\"\uD83C\uDF75\"]]}");

        assertThat(evaluate("next-basket")).isZero();

        assertThat(answers()).containsExactly("ann \uD83C\uDF75");
    }

    @Test
    void a_packed_file_with_a_mark_and_windows_line_ends_is_read_too() throws IOException {
        try (var packed = new GZIPOutputStream(Files.newOutputStream(folder.resolve("train")))) {
            packed.write("\uFEFFann\ttea\t1\r\n\r\nbob\tjam\t2.0\r\n".getBytes(UTF_8));
        }
        write("test", "ann\tjam");

        assertThat(evaluate("new-items")).isZero();

        assertThat(answers()).containsExactly("ann jam");
    }

    @Test
    void no_more_items_than_asked_for_are_written() throws IOException {
        write("train", "ann\ttea\t1", "bob\tjam\t1", "bob\tmilk\t1", "bob\tsalt\t1");
        write("test", "ann\tjam\t1");

        assertThat(evaluate("new-items", "--top", "2")).isZero();

        assertThat(answers().getFirst().split(" ")).hasSize(3);
    }

    @Test
    void the_same_seed_answers_the_same() throws IOException {
        var lines = new ArrayList<String>();
        for (int i = 0; i < 90; i++) {
            lines.add("u%d\ti%d\t1".formatted(i % 9, (i * i + i / 9) % 17));
        }
        write("train", lines.toArray(String[]::new));
        write("test", "u1\ti3\t1", "u2\ti5\t1");

        assertThat(evaluate("new-items", "--seed", "5")).isZero();
        var first = answers();
        assertThat(evaluate("new-items", "--seed", "5")).isZero();

        assertThat(answers()).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    new-items   | ""                    | is empty: there is nothing to learn from in it
                    new-items   | "\n \n"               | is empty: there is nothing to learn from in it
                    new-items   | ann                   | line 1: user<TAB>item<TAB>count is expected, and there are 1 fields
                    new-items   | "a\tb\t1\na\tb\tc\t1" | line 2: user<TAB>item<TAB>count is expected, and there are 4 fields
                    new-items   | "\tb\t1"              | line 1: the user is empty
                    new-items   | "a\t\t1"              | line 1: the item is empty
                    new-items   | "a\tb\tmany"          | line 1: the count is a number above 0, not 'many'
                    new-items   | "a\tb\t-3"            | line 1: the count is a number above 0, not '-3'
                    new-items   | "a\tb\tNaN"           | line 1: the count is a number above 0, not 'NaN'
                    next-basket | ""                    | line 1, column 1: {"user": [["item", …], …]} is expected
                    next-basket | "{}"                  | is empty: there is nothing to learn from in it
                    next-basket | "[1]"                 | {"user": [["item", …], …]} is expected
                    next-basket | "{'a':[[{}]]}"        | {"user": [["item", …], …]} is expected
                    next-basket | "{'a':[['x']],'a':[]}"| names the user 'a' twice: put their baskets together
                    next-basket | "{'a':[['x'"          | {"user": [["item", …], …]} is expected
                    next-basket | "{'a':[['x']]} 7"     | {"user": [["item", …], …]} is expected
                    next-basket | "{'a':\n[['x',\n '']]}" | line 3, column 2: the item is empty
                    next-basket | "{'':[['x']]}"        | line 1, column 2: the user is empty
                    next-basket | "{'a':[['x\\ud83d']]}" | line 1, column 8: the item holds half a character, such as \\ud83d: write both halves or leave it out
                    next-basket | "{'\\udf75\\ud83c':[]}" | line 1, column 2: the user holds half a character
                    session     | ""                    | is empty: there is nothing to learn from in it
                    """)
    void a_training_file_that_is_none_is_answered_with_one_line(
            String task, String content, String words) throws IOException {
        Files.writeString(
                folder.resolve("train"),
                content.replace("\\t", "\t").replace("\\n", "\n").replace('\'', '"'));
        write("test", "a\tb\t1");

        assertThat(evaluate(task)).isEqualTo(1);

        assertThat(err.toString(UTF_8)).startsWith("shopkeeper: ").contains(words).hasLineCount(1);
        assertThat(folder.resolve("answers")).doesNotExist();
    }

    @Test
    void a_file_in_another_encoding_or_an_empty_test_is_answered_with_one_line()
            throws IOException {
        Files.write(folder.resolve("train"), new byte[] {'a', '\t', (byte) 0xE4, '\t', '1'});
        write("test", "");
        assertThat(evaluate("new-items")).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("is no text in UTF-8").hasLineCount(1);

        err.reset();
        write("train", "a\tb\t1");
        assertThat(evaluate("new-items")).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("is empty: it asks about nobody").hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --test T --out O                        | name the file to --train
                    --train T --out O                       | name the file to --test
                    --train T --test T                      | name the file for the ranked items: --out FILE
                    --train N --test T --out O              | that can be read
                    --train T --test T --out T              | --out would write over
                    --train T --test T --out N/x            | cannot be written: name a file in a folder
                    --train T --test T --out O --task guess | --task is new-items, next-basket or session, not 'guess'
                    --train T --test T --out O --top 0      | --top is a number from 1 to 10000, not '0'
                    --train T --test T --out O --top all    | --top is a number from 1 to 10000, not 'all'
                    --train T --test T --out O --seed -1    | --seed is a number from 0 to 9223372036854775807, not '-1'
                    """)
    void wrong_use_is_answered_with_one_line_and_exit_code_2(String line, String words)
            throws IOException {
        write("test", "a\tb\t1");
        String[] args =
                line.strip()
                        .replace("T", folder.resolve("test").toString())
                        .replace("N", folder.resolve("none").toString())
                        .replace("O", folder.resolve("answers").toString())
                        .split(" +");

        assertThat(run(args)).isEqualTo(2);

        assertThat(err.toString(UTF_8)).startsWith("shopkeeper: ").contains(words).hasLineCount(1);
    }

    @Test
    void memory_that_ran_out_in_any_thread_is_answered_with_what_to_set() {
        var noticed = new OutOfMemoryError("Java heap space");
        var waited = new IllegalStateException("a part of the training failed", noticed);
        var passedOn = new RuntimeException(waited);

        assertThat(Main.words(EvaluateCommand.told(Path.of("train"), passedOn)))
                .isEqualTo("train needs more memory: set SHOPKEEPER_HEAP, such as 2g");
    }

    @Test
    void another_failure_is_told_as_it_is() {
        var failure = new IllegalStateException("the test is empty", new IOException("boom"));

        assertThat(EvaluateCommand.told(Path.of("train"), failure)).isSameAs(failure);
    }

    private int evaluate(String task, String... more) {
        var args = new ArrayList<>(List.of("--task", task));
        args.addAll(List.of("--train", folder.resolve("train").toString()));
        args.addAll(List.of("--test", folder.resolve("test").toString()));
        args.addAll(List.of("--out", folder.resolve("answers").toString()));
        args.addAll(Arrays.asList(more));
        return run(args.toArray(String[]::new));
    }

    private int run(String... args) {
        var all = new ArrayList<>(List.of("evaluate"));
        all.addAll(Arrays.asList(args));
        return Main.run(all, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }

    private void write(String name, String... lines) throws IOException {
        Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    private List<String> answers() throws IOException {
        return Files.readAllLines(folder.resolve("answers"));
    }

    private String told() {
        return out.toString(UTF_8);
    }
}
