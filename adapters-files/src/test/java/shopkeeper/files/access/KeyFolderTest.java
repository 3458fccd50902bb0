package shopkeeper.files.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shopkeeper.application.access.Client;
import shopkeeper.application.access.Keys;

class KeyFolderTest {
    private static final Client WEB = Client.named("web");
    private static final Client TILL = Client.named("till:S1:T1");

    @TempDir Path data;
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void a_key_is_made_once_and_belongs_to_its_client() {
        var keys = keys();
        var web = keys.keyOf(WEB);

        assertThat(web).matches("sk_web_[A-Za-z0-9_-]{43}");
        assertThat(keys.keyOf(WEB)).isEqualTo(web);
        assertThat(keys.keyOf(TILL)).startsWith("sk_till_").isNotEqualTo(web);
        assertThat(keys.clientWith(web)).contains(WEB);
        assertThat(keys.clientWith(keys.keyOf(TILL))).contains(TILL);
        assertThat(keys().keyOf(WEB)).isEqualTo(web);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "sk_web_", "sk_web_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void a_key_that_nobody_has_opens_nothing(String key) {
        keys().keyOf(WEB);

        assertThat(keys().clientWith(key)).isEmpty();
        assertThat(keys().clientWith("x".repeat(1_000_000))).isEmpty();
    }

    @Test
    void no_key_is_written_anywhere() throws IOException {
        var web = keys().keyOf(WEB);
        var till = keys().keyOf(TILL);
        try (var files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file))
                        .doesNotContain(web.substring("sk_web_".length()))
                        .doesNotContain(till.substring("sk_till_".length()));
            }
        }
    }

    @Test
    void keys_are_checked_without_the_secret_they_are_made_from() throws IOException {
        var web = keys().keyOf(WEB);
        Files.delete(data.resolve("secrets").resolve("keys.key"));
        assertThat(keys().clientWith(web)).contains(WEB);
    }

    @Test
    void a_renewed_key_takes_the_place_of_the_one_before() {
        var running = keys();
        var before = running.keyOf(WEB);
        assertThat(running.clientWith(before)).contains(WEB);

        var after = keys().renew(WEB);
        later(Duration.ofSeconds(30));

        assertThat(after).isNotEqualTo(before);
        assertThat(running.clientWith(before)).isEmpty();
        assertThat(running.clientWith(after)).contains(WEB);
        assertThat(keys().keyOf(WEB)).isEqualTo(after);
    }

    @Test
    void a_revoked_key_never_comes_back() {
        var running = keys();
        var before = running.keyOf(WEB);
        assertThat(running.clientWith(before)).contains(WEB);

        assertThat(keys().revoke(WEB)).isTrue();
        assertThat(keys().revoke(WEB)).isFalse();
        later(Duration.ofSeconds(30));

        assertThat(running.clientWith(before)).isEmpty();
        assertThat(keys().keyOf(WEB)).isNotEqualTo(before);
        assertThat(running.clientWith(before)).isEmpty();
    }

    @Test
    void the_key_of_a_browser_belongs_to_pages() {
        var shop = Client.named("browser:shop");
        assertThatThrownBy(() -> keys().keyOf(shop)).hasMessageContaining("--origins");
        var key = keys().keyOf(shop.on(Set.of("https://shop.example", "http://localhost:3000")));

        assertThat(key).startsWith("wk_");
        assertThat(keys().keyOf(shop)).isEqualTo(key);
        assertThat(keys().keyOf(shop.on(Set.of("https://shop.example")))).isEqualTo(key);
        assertThat(keys().clientWith(key)).contains(shop.on(Set.of("https://shop.example")));
        assertThat(keys().origins()).containsExactly("https://shop.example");
        assertThat(keys().renew(shop)).isNotEqualTo(key);
        assertThat(keys().origins()).containsExactly("https://shop.example");
    }

    @Test
    void nothing_opens_before_there_is_a_folder() {
        assertThat(keys().clientWith("sk_web_guess")).isEmpty();
        assertThat(data.resolve("keys")).doesNotExist();
    }

    @Test
    void only_its_owner_can_read_a_key() throws IOException {
        keys().keyOf(TILL);

        assertThat(mode(data.resolve("keys"))).isEqualTo("rwx------");
        assertThat(mode(data.resolve("keys").resolve("till.S1.T1"))).isEqualTo("rw-------");
    }

    @Test
    void tills_whose_names_differ_only_in_the_place_of_a_line_have_different_keys() {
        assertThat(keys().keyOf(Client.named("till:A_B:C")))
                .isNotEqualTo(keys().keyOf(Client.named("till:A:B_C")));
    }

    @Test
    void a_deleted_file_revokes_its_key_within_half_a_minute() throws IOException {
        var keys = keys();
        var web = keys.keyOf(WEB);
        assertThat(keys.clientWith(web)).contains(WEB);

        Files.delete(data.resolve("keys").resolve("web"));
        later(Duration.ofSeconds(30));

        assertThat(keys.clientWith(web)).isEmpty();
        assertThat(keys.keyOf(WEB)).isNotEqualTo(web);
    }

    @Test
    void a_key_made_by_another_process_works_at_once() throws IOException {
        var running = keys();
        running.keyOf(WEB);
        assertThat(running.clientWith("sk_till_not_yet")).isEmpty();

        var till = keys().keyOf(TILL);
        touch();

        assertThat(running.clientWith(till)).contains(TILL);
    }

    @Test
    void a_key_made_in_the_same_tick_of_the_file_system_works_a_second_later() throws IOException {
        var running = keys();
        running.keyOf(WEB);
        touch();
        assertThat(running.clientWith("sk_till_not_yet")).isEmpty();

        var till = keys().keyOf(TILL);
        touch();
        assertThat(running.clientWith(till)).isEmpty();
        later(Duration.ofSeconds(1));

        assertThat(running.clientWith(till)).contains(TILL);
    }

    @Test
    void a_clock_that_is_set_back_does_not_keep_a_revoked_key_alive() throws IOException {
        var keys = keys();
        var web = keys.keyOf(WEB);
        assertThat(keys.clientWith(web)).contains(WEB);

        Files.delete(data.resolve("keys").resolve("web"));
        later(Duration.ofDays(-1));

        assertThat(keys.clientWith(web)).isEmpty();
    }

    @Test
    void what_is_no_key_of_a_client_is_passed_over() throws IOException {
        var web = keys().keyOf(WEB);
        var folder = data.resolve("keys");
        Files.writeString(folder.resolve("notes.txt"), "sk_web_something_longer_than_sixteen");
        Files.writeString(folder.resolve("agent"), "");
        Files.createDirectory(folder.resolve("admin"));

        assertThat(keys().clientWith("sk_web_something_longer_than_sixteen")).isEmpty();
        assertThat(keys().clientWith("")).isEmpty();
        assertThat(keys().clientWith(web)).contains(WEB);
        assertThatThrownBy(() -> keys().keyOf(Client.named("agent")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("delete it");
    }

    /** Each process makes all keys; a lost race would show as two keys for one client. */
    @Test
    void two_processes_that_start_together_agree_on_every_key() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            processes.add(
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    MakesKeys.class.getName(),
                                    data.toString())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start());
        }
        List<String> printed = new ArrayList<>();
        for (Process process : processes) {
            printed.add(new String(process.getInputStream().readAllBytes(), UTF_8));
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(printed.getFirst().lines()).hasSize(MakesKeys.TILLS);
        assertThat(printed.getLast()).isEqualTo(printed.getFirst());
    }

    private Keys keys() {
        return FileAccessModule.keys(data, () -> now);
    }

    private void later(Duration by) {
        now = now.plus(by);
    }

    /** The folder's time, as if no tick of the file system lay between two changes. */
    private void touch() throws IOException {
        Files.setLastModifiedTime(data.resolve("keys"), FileTime.fromMillis(1_000));
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
