package shopkeeper.bootstrap;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import shopkeeper.persistence.schema.Database;

/** Opens the database that the options name; what is wrong with it is said without its password. */
final class Storage {
    private static final String SETTING = "the PostgreSQL of SHOPKEEPER_DB_URL";

    private Storage() {}

    static Database open(PlatformOptions options) {
        if (options.databaseUrl().isEmpty()) {
            return Database.open(options.data(), options.databaseUrl());
        }
        if (!options.databaseUrl().get().startsWith("jdbc:postgresql:")) {
            throw unreadable(null);
        }
        try {
            return Database.open(options.data(), options.databaseUrl());
        } catch (IllegalStateException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw unreadable(e);
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    SETTING
                            + " cannot be used ("
                            + innermost(e)
                            + "): is it up, are host, user and password right?",
                    e);
        }
    }

    private static IllegalStateException unreadable(@Nullable Throwable cause) {
        return new IllegalStateException(
                "SHOPKEEPER_DB_URL is no JDBC URL: write jdbc:postgresql://HOST:PORT/DATABASE?user=NAME&password=WORD",
                cause);
    }

    private static String innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String words =
                Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
        return words.lines().findFirst().orElse(words);
    }
}
