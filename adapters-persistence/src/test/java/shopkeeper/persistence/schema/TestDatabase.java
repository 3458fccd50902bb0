package shopkeeper.persistence.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** One embedded PostgreSQL for all tests of this module; each test begins with empty tables. */
public final class TestDatabase {
    private static final Path FOLDER = folder();
    private static final Database DATABASE = start();

    private TestDatabase() {}

    /** Only while nothing from an earlier test still writes. */
    public static Database empty() {
        DATABASE.sql().execute("update log_head set position = 0");
        DATABASE.sql()
                .fetch(
                        """
                        select format('%I', tablename) from pg_tables
                        where schemaname = 'public' and tablename not in ('log_head', 'flyway_schema_history')\
                        """)
                .forEach(table -> DATABASE.sql().execute("truncate " + table.get(0)));
        return DATABASE;
    }

    /** The same database as another node has it; the caller closes it. */
    public static Database further() {
        String url = DATABASE.sql().connectionResult(own -> own.getMetaData().getURL());
        try {
            return Database.open(
                    FOLDER,
                    Optional.of(
                            url.replaceAll("\\?.*", "")
                                    + "?user=postgres&password="
                                    + Files.readString(FOLDER.resolve("postgres.password"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("shopkeeper-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Database start() {
        Database database = Database.open(FOLDER, Optional.empty());
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> {
                            database.close();
                            delete(FOLDER);
                        }));
        return database;
    }

    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
