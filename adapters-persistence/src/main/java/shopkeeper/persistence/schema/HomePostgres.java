package shopkeeper.persistence.schema;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL embedded in the platform: its files are kept, it is durable, it listens on the
 * loopback address only and asks for a password that lies beside its files.
 */
final class HomePostgres implements AutoCloseable {
    private static final int PORT_LINE = 3;
    private static final String ONLY_WITH_PASSWORD =
            """
            # Written by the platform at each start.
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    private final FileChannel lock;
    private final EmbeddedPostgres postgres;
    private final String password;

    private HomePostgres(FileChannel lock, EmbeddedPostgres postgres, String password) {
        this.lock = lock;
        this.postgres = postgres;
        this.password = password;
    }

    /**
     * Starts on what the folder holds, or on a new cluster; an orphan of a killed run is stopped
     * first.
     */
    static HomePostgres start(Path data) {
        Path files = data.resolve("postgres").toAbsolutePath();
        try {
            Files.createDirectories(data);
            FileChannel lock = lock(data.resolve("postgres.lock"));
            try {
                OrphanPostgres.takeOver(files);
                String password = password(data.resolve("postgres.password"));
                EmbeddedPostgres postgres = start(files, password);
                HomePostgres home = new HomePostgres(lock, postgres, password);
                home.demandPassword(files);
                return home;
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start on " + files, e);
        }
    }

    /** Asked without making anything where there is nothing yet. */
    static boolean isInUse(Path data) {
        Path file = data.resolve("postgres.lock");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            // No such file, or not ours to write: then opening it will say so.
            return false;
        }
    }

    /**
     * The JDBC URL, with its password, of the server that another process has started here.
     *
     * @throws IllegalStateException when it is still starting, or not for this user to read
     */
    static String urlOfRunning(Path data) {
        try {
            List<String> told = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
            String port = told.get(PORT_LINE).strip();
            return "jdbc:postgresql://127.0.0.1:%s/postgres?user=postgres&password=%s"
                    .formatted(port, Files.readString(data.resolve("postgres.password")).strip());
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new IllegalStateException(
                    "the PostgreSQL of the platform that runs on %s cannot be found: wait until it has started, and use the same user"
                            .formatted(data),
                    e);
        }
    }

    private static EmbeddedPostgres start(Path files, String password) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(files)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofMinutes(2))
                .setConnectConfig("password", password)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "80")
                .setServerConfig("shared_buffers", "384MB")
                .setServerConfig("max_wal_size", "512MB")
                .setServerConfig("max_parallel_workers_per_gather", "0")
                .setServerConfig("jit", "off")
                .start();
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres?user=postgres";
    }

    String password() {
        return password;
    }

    @Override
    public void close() {
        try {
            postgres.close();
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop cleanly", e);
        }
    }

    /** A new cluster trusts everybody on this machine; from here on it asks. */
    private void demandPassword(Path files) throws IOException {
        Path rules = files.resolve("pg_hba.conf");
        if (Files.readString(rules).equals(ONLY_WITH_PASSWORD)) {
            return;
        }
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter role postgres password '" + password + "'");
            Files.writeString(rules, ONLY_WITH_PASSWORD);
            statement.execute("select pg_reload_conf()");
        } catch (SQLException | IOException e) {
            postgres.close();
            throw new IOException("the password of " + files + " could not be set", e);
        }
    }

    private static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(random));
        }
        return Files.readString(file);
    }

    /**
     * Held until this process ends, however it ends; so whoever gets it may take over what the last
     * one left.
     */
    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new IllegalStateException(
                    "another Shopkeeper runs on %s: stop it or choose another folder"
                            .formatted(file.getParent()));
        }
        return channel;
    }
}
