package shopkeeper.web.kernel;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One field of a request, on its way to a word of the domain; a wrong one is named. */
public final class Input {
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Input() {}

    public static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw Problem.wrong(field, field + " is missing.").asException();
        }
        return value;
    }

    public static <T> T required(String field, @Nullable String text, Function<String, T> word) {
        return word(field, required(field, text), word);
    }

    public static <T> Optional<T> optional(
            String field, @Nullable String text, Function<String, T> word) {
        return Optional.ofNullable(text).map(present -> word(field, present, word));
    }

    /** A word whose own rules say what is wrong with it. */
    public static <S, T> T word(String field, S source, Function<S, T> word) {
        try {
            return word.apply(source);
        } catch (NumberFormatException _) {
            throw Problem.wrong(field, field + " is not a number.").asException();
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            throw Problem.wrong(field, field + ": " + wrong.getMessage() + ".").asException();
        }
    }

    public static <E extends Enum<E>> E oneOf(Class<E> words, String field, @Nullable String text) {
        var given = required(field, text);
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().equals(given))
                .findFirst()
                .orElseThrow(() ->
                        Problem.wrong(
                                        field,
                                        field
                                                + " must be one of "
                                                + Arrays.stream(words.getEnumConstants())
                                                        .map(Enum::name)
                                                        .collect(Collectors.joining(", "))
                                                + ".")
                                .asException());
    }

    public static Instant instant(String field, String text) {
        try {
            var instant = Instant.parse(text);
            if (instant.isAfter(EARLIEST) && instant.isBefore(LATEST)) {
                return instant;
            }
        } catch (DateTimeException _) {
            // said below, with the same words
        }
        throw Problem.wrong(
                        field,
                        field + " must be a time between 1900 and 2200, like 2026-11-20T10:41:30Z.")
                .asException();
    }

    public static Currency currency(String field, String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException _) {
            throw Problem.wrong(field, field + " must be a currency such as EUR (ISO 4217).")
                    .asException();
        }
    }

    public static ZoneId zone(String field, String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException _) {
            throw Problem.wrong(field, field + " must be a time zone such as Europe/London.")
                    .asException();
        }
    }

    public static int number(String field, String text, int least, int most) {
        if (text.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw Problem.wrong(
                        field, "%s must be a number from %d to %d.".formatted(field, least, most))
                .asException();
    }

    public static boolean truth(String field, String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Problem.wrong(field, field + " must be true or false.").asException();
        };
    }

    /** An amount that can be rounded without filling the memory with zeros. */
    public static BigDecimal amount(String field, BigDecimal amount) {
        if (Math.abs((long) amount.scale()) > 100 || amount.precision() > 100) {
            throw Problem.wrong(field, field + " is not an amount.").asException();
        }
        return amount;
    }
}
