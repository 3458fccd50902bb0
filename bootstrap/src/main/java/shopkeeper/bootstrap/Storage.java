package shopkeeper.bootstrap;

import java.util.Objects;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import shopkeeper.persistence.schema.Database;

/** Opens the database that the options name; what is wrong with it is said without its password. */
final class Storage {
    private static final String SETTING = "the PostgreSQL of SHOPKEEPER_DB_URL";

    private Storage() {}

    static Database open(PlatformOptions options) {
        try {
            return options.databaseUrl().isEmpty() ? at(options) : theirs(options);
        } catch (FlywayValidateException e) {
            throw new IllegalStateException(
                    "the data was made by another version of Shopkeeper: use that version, or other data (--data, SHOPKEEPER_DB_URL)",
                    e);
        }
    }

    private static Database at(PlatformOptions options) {
        return Database.open(options.data(), options.databaseUrl());
    }

    private static Database theirs(PlatformOptions options) {
        if (!options.databaseUrl().orElse("").startsWith("jdbc:postgresql:")) {
            throw unreadable(null);
        }
        try {
            return at(options);
        } catch (IllegalStateException | FlywayValidateException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw unreadable(e);
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "%s cannot be used (%s): is it up, are host, user and password right?"
                            .formatted(SETTING, innermost(e)),
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
