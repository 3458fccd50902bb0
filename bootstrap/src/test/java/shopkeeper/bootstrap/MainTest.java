package shopkeeper.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    dance                       | there is no command 'dance': try ./shopkeeper help
                    --nope 1                    | there is no option --nope here: try ./shopkeeper help
                    run extra                   | 'extra' is not expected here: try ./shopkeeper help
                    run --port 7 --amqp-port 7  | HTTP and AMQP need a port each: --port and --amqp-port are both 7
                    demo --from /no/such.csv    | there is no file /no/such.csv that can be read
                    import                      | name at least one file to import
                    import /                    | there is no file / that can be read
                    replay                      | name one view to replay: ./shopkeeper replay --list names them all
                    replay timeline --batch 0   | --batch is a number from 1 to 100000, not 0
                    replay timeline --batch all | --batch is a number from 1 to 100000, not all
                    replay nothing              | there is no view 'nothing': ./shopkeeper replay --list names them all
                    key                         | name one client: web, agent, agent:NAME, admin, till:STORE:TILL, browser:NAME or follower:NAME
                    key browser:shop            | the key of a browser belongs to pages: name them with --origins
                    key browser:shop --origins * | an origin is scheme, host and port as a browser sends them, like https://shop.example, not '*'
                    key web --renew --revoke    | a key is either renewed or revoked: --renew or --revoke
                    key nobody                  | clients are called web, agent, agent:NAME, admin, till:STORE:TILL, browser:NAME or follower:NAME, not 'nobody'
                    """)
    void wrong_use_is_answered_with_one_line_and_exit_code_2(String line, String words) {
        assertThat(run(line.split(" +"))).isEqualTo(2);
        assertThat(err.toString(UTF_8)).isEqualTo("shopkeeper: %s%n".formatted(words));
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    @Test
    void a_taken_port_is_told_before_anything_is_started() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            var data = folder.resolve("data");

            assertThat(run("run", "--data", data.toString(), "--port", "" + port)).isEqualTo(1);
            assertThat(err.toString(UTF_8))
                    .isEqualTo(
                            "shopkeeper: port %d for HTTP is in use: stop what listens there, or choose another with --port%n"
                                    .formatted(port));
            assertThat(data).doesNotExist();
        }
    }

    @Test
    void a_data_folder_that_cannot_be_is_told_in_one_line() throws IOException {
        var file = Files.createFile(folder.resolve("a-file"));

        assertThat(
                        run(
                                "run",
                                "--data",
                                file.toString(),
                                "--port=0",
                                "--amqp-port=0",
                                "--mqtt-port=0"))
                .isEqualTo(1);
        assertThat(err.toString(UTF_8))
                .isEqualTo(
                        "shopkeeper: cannot write to the data folder %s: choose another with --data%n"
                                .formatted(file));
    }

    @Test
    void a_key_can_be_renewed_and_revoked() {
        var data = folder.toString();
        run("key", "browser:shop", "--origins", "https://shop.example", "--data", data);
        run("key", "browser:shop", "--data", data);
        run("key", "browser:shop", "--renew", "--data", data);
        assertThat(run("key", "browser:shop", "--revoke", "--data", data)).isZero();
        assertThat(run("key", "browser:shop", "--revoke", "--data", data)).isEqualTo(1);

        var lines = out.toString(UTF_8).lines().toList();
        assertThat(lines.subList(0, 3)).allMatch(key -> key.startsWith("wk_"));
        assertThat(lines.get(1)).isEqualTo(lines.get(0));
        assertThat(lines.get(2)).isNotEqualTo(lines.get(1));
        assertThat(lines.get(3)).contains("browser:shop opens nothing any more");
        assertThat(err.toString(UTF_8)).contains("browser:shop has no key here");
    }

    @Test
    void a_key_is_made_once_and_needs_no_database() {
        assertThat(run("key", "till:1:1", "--data", folder.toString())).isZero();
        assertThat(run("key", "till:1:1", "--data", folder.toString())).isZero();

        var keys = out.toString(UTF_8).lines().toList();
        assertThat(keys).hasSize(2).allMatch(key -> key.startsWith("sk_till_"));
        assertThat(keys.getFirst()).isEqualTo(keys.getLast());
        assertThat(folder.resolve("postgres")).doesNotExist();
    }

    @Test
    void every_view_can_be_replayed_and_is_listed_without_a_database() {
        assertThat(run("replay", "--list", "--data", folder.resolve("none").toString())).isZero();
        assertThat(out.toString(UTF_8).lines())
                .hasSizeGreaterThanOrEqualTo(5)
                .allMatch(line -> line.matches("[a-z-]+ +[a-z_]+(, [a-z_]+)*"));
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void help_names_every_command() {
        for (var asked : List.of("help", "--help", "-h")) {
            assertThat(run(asked)).isZero();
        }
        assertThat(out.toString(UTF_8))
                .contains("run", "demo", "import", "key", "replay", "doctor");
    }

    @Test
    void of_a_failure_our_own_words_are_told_not_those_of_a_library() {
        var library = thrownBy("org.library.Thing", new IOException("boom"));
        var ours = new IllegalStateException("the till is locked: unlock it", library);

        assertThat(Main.words(thrownBy("org.spring.Bean", new RuntimeException("bad bean", ours))))
                .isEqualTo("the till is locked: unlock it");
        assertThat(Main.words(new UncheckedIOException("it did not start", library)))
                .isEqualTo("it did not start: boom");
    }

    @Test
    void of_a_failure_that_is_not_ours_the_deepest_words_are_told_in_one_line() {
        var deepest = thrownBy("org.library.Thing", new IOException("first\nsecond"));

        assertThat(
                        Main.words(
                                thrownBy(
                                        "org.spring.Bean",
                                        new RuntimeException("bad bean", deepest))))
                .isEqualTo("first");
        assertThat(Main.words(new ArithmeticException())).isEqualTo("ArithmeticException");
    }

    private static <T extends Exception> T thrownBy(String thrower, T failure) {
        failure.setStackTrace(
                new StackTraceElement[] {new StackTraceElement(thrower, "fail", "Thing.java", 1)});
        return failure;
    }

    private int run(String... args) {
        return Main.run(
                List.of(args),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
    }
}
