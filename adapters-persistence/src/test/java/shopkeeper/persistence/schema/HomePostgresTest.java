package shopkeeper.persistence.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HomePostgresTest {
    private Path folder = Path.of("");

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("shopkeeper-home");
    }

    @AfterEach
    void deleteFolder() {
        TestDatabase.delete(folder);
    }

    private Database open() {
        return Database.open(folder, Optional.empty());
    }

    @Test
    void what_was_written_is_there_after_a_restart() {
        try (Database database = open()) {
            database.sql().execute("insert into permission_version values ('ann', 7)");
        }
        try (Database database = open()) {
            assertThat(
                            database.sql()
                                    .fetchValue(
                                            "select version from permission_version where customer = 'ann'"))
                    .isEqualTo(7L);
        }
    }

    @Test
    void it_never_forgets_what_it_acknowledged_and_listens_to_this_machine_only() {
        try (Database database = open()) {
            assertThat(database.sql().fetchValue("show fsync")).isEqualTo("on");
            assertThat(database.sql().fetchValue("show synchronous_commit")).isEqualTo("on");
            assertThat(database.sql().fetchValue("show full_page_writes")).isEqualTo("on");
            assertThat(database.sql().fetchValue("show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(database.sql().fetchValue("show unix_socket_directories")).isEqualTo("");
        }
    }

    @Test
    void nobody_gets_in_without_the_password() throws SQLException {
        try (Database database = open();
                var own = database.connect("test", "")) {
            String url = own.getMetaData().getURL().replaceAll("\\?.*", "");
            assertThatThrownBy(() ->
                            DriverManager.getConnection(url + "?user=postgres&password=guess")
                                    .close())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void a_server_that_may_forget_is_refused() throws SQLException {
        try (Database database = open();
                var own = database.connect("test", "")) {
            String secret = ownPassword();
            String url =
                    own.getMetaData().getURL().replaceAll("\\?.*", "")
                            + "?user=postgres&password="
                            + secret
                            + "&options=-c%20synchronous_commit=off";
            assertThatThrownBy(
                            () -> Durability.demand(database.on(DriverManager.getConnection(url))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("synchronous_commit = off");
        }
    }

    @Test
    void a_second_platform_on_the_same_folder_is_refused() {
        try (Database first = open()) {
            assertThatThrownBy(this::open)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("another Shopkeeper runs on");
            assertThat(first.sql().fetchValue("select 1")).isEqualTo(1);
        }
    }

    @Test
    void the_orphan_of_a_killed_platform_is_taken_over() throws Exception {
        Process killed = platform();
        ProcessHandle orphan = postmaster();
        assertThat(orphan.isAlive()).as("PostgreSQL survives its platform").isTrue();

        try (Database database = open()) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(postmaster().pid()).isNotEqualTo(orphan.pid());
            assertThat(
                            database.sql()
                                    .fetchValue(
                                            "select version from permission_version where customer = 'ann'"))
                    .isEqualTo(1L);
            assertThat(database.sql().fetchValue("show fsync")).isEqualTo("on");
        }
        assertThat(killed.isAlive()).isFalse();
    }

    @Test
    void data_of_a_killed_server_are_recovered_although_its_number_now_belongs_to_somebody_else()
            throws Exception {
        platform();
        ProcessHandle postmaster = postmaster();
        postmaster.destroyForcibly();
        postmaster.onExit().get(30, TimeUnit.SECONDS);
        Path pidFile = folder.resolve("postgres/postmaster.pid");
        Files.writeString(
                pidFile,
                Files.readString(pidFile)
                        .replaceFirst(
                                Long.toString(postmaster.pid()),
                                Long.toString(ProcessHandle.current().pid())));

        try (Database database = open()) {
            assertThat(
                            database.sql()
                                    .fetchValue(
                                            "select version from permission_version where customer = 'ann'"))
                    .isEqualTo(1L);
        }
    }

    @Test
    void what_may_be_a_running_server_is_left_alone_where_the_system_does_not_tell()
            throws IOException {
        Path pidFile = folder.resolve("postmaster.pid");
        OrphanPostgres.takeOver(folder, folder.resolve("no-proc"));
        Files.writeString(pidFile, "4711");

        assertThatThrownBy(() -> OrphanPostgres.takeOver(folder, folder.resolve("no-proc")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("delete " + pidFile);
        assertThat(pidFile).exists();
    }

    @Test
    void only_the_binaries_this_platform_runs_on_are_shipped() {
        ClassLoader shipped = HomePostgresTest.class.getClassLoader();
        assertThat(shipped.getResource("postgres-linux-x86_64.txz")).isNotNull();
        assertThat(
                        Stream.of(
                                "postgres-linux-x86_64-alpine_linux.txz",
                                "postgres-darwin-x86_64.txz",
                                "postgres-darwin-arm_64.txz",
                                "postgres-windows-x86_64.txz"))
                .allMatch(other -> shipped.getResource(other) == null);
    }

    /** Another JVM that opens the folder, writes a row and is killed without warning. */
    private Process platform() throws Exception {
        Process platform =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                DoomedPlatform.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (var out = platform.inputReader()) {
            assertThat(out.lines().anyMatch("ready"::equals)).isTrue();
        }
        platform.destroyForcibly();
        platform.onExit().get(30, TimeUnit.SECONDS);
        return platform;
    }

    private ProcessHandle postmaster() throws IOException {
        long pid =
                Long.parseLong(
                        Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                                .getFirst()
                                .strip());
        return ProcessHandle.of(pid).orElseThrow();
    }

    private String ownPassword() {
        try {
            return Files.readString(folder.resolve("postgres.password"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
