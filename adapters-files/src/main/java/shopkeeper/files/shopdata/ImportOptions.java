package shopkeeper.files.shopdata;

import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import shopkeeper.domain.profile.IdentifierType;

/**
 * What somebody says of a file that it does not say itself.
 *
 * @param columns which column tells what; empty: the file is one of those the shop knows
 * @param time how times are written: iso, us, eu, epoch, or a pattern
 * @param country of stores the shop does not know yet
 * @param source before the number of each receipt
 */
public record ImportOptions(
        Map<Role, String> columns,
        Optional<Character> delimiter,
        Optional<Character> decimal,
        Optional<Charset> charset,
        Optional<String> time,
        Optional<ZoneId> zone,
        Optional<Currency> currency,
        Optional<String> country,
        Optional<String> source,
        Optional<IdentifierType> customers) {
    /** Nothing is said. */
    public static final ImportOptions NONE = of(Map.of());

    public ImportOptions {
        // In one order in every process: an interrupted import is recognised by what was said.
        columns = Collections.unmodifiableMap(new TreeMap<>(columns));
    }

    /**
     * @param said by the name of the option of the command line
     * @throws IllegalArgumentException with words for a person
     */
    public static ImportOptions of(Map<String, String> said) {
        return new ImportOptions(
                columns(said.getOrDefault("columns", "")),
                value(said, "delimiter", "one sign, or tab", ImportOptions::sign),
                value(said, "decimal", "a point or a comma", ImportOptions::decimal),
                value(said, "charset", "the name of a charset", Charset::forName),
                Optional.ofNullable(said.get("time")),
                value(said, "zone", "a time zone such as Europe/Berlin", ZoneId::of),
                value(said, "currency", "a currency such as EUR", Currency::getInstance),
                value(said, "country", "a country such as DE", ImportOptions::country),
                value(said, "source", "a short name", ImportOptions::source),
                value(said, "customer-type", "loyalty, email, phone or crm", ImportOptions::type));
    }

    private static Map<Role, String> columns(String said) {
        var columns = new EnumMap<Role, String>(Role.class);
        if (said.isEmpty()) {
            return columns;
        }
        for (String pair : said.split(",", -1)) {
            int equals = pair.indexOf('=');
            var role = Role.of(pair.substring(0, Math.max(equals, 0)).strip());
            var column = pair.substring(equals + 1).strip();
            if (role.isEmpty() || column.isEmpty()) {
                throw new IllegalArgumentException(
                        "--columns needs pairs such as product=SKU,time=Date, not '%s' (there are %s)"
                                .formatted(pair, Role.all()));
            }
            if (columns.put(role.get(), column) != null) {
                throw new IllegalArgumentException(
                        "--columns names " + role.get().word() + " twice");
            }
        }
        for (Role needed : new Role[] {Role.PRODUCT, Role.TIME}) {
            if (!columns.containsKey(needed)) {
                throw new IllegalArgumentException(
                        "--columns needs %s=…: which column is it?".formatted(needed.word()));
            }
        }
        return columns;
    }

    private static <T> Optional<T> value(
            Map<String, String> said, String name, String wanted, Function<String, T> read) {
        return Optional.ofNullable(said.get(name))
                .map(text -> {
                    try {
                        return read.apply(text);
                    } catch (IllegalArgumentException | DateTimeException e) {
                        throw new IllegalArgumentException(
                                "--%s needs %s, not '%s'".formatted(name, wanted, text), e);
                    }
                });
    }

    private static Character sign(String text) {
        if (text.equals("tab") || text.equals("\\t")) {
            return '\t';
        }
        return demand(text, text.length() == 1 && "\"\r\n".indexOf(text.charAt(0)) < 0).charAt(0);
    }

    private static Character decimal(String text) {
        return demand(text, text.equals(".") || text.equals(",")).charAt(0);
    }

    private static String country(String text) {
        return demand(text, text.matches("[A-Z]{2}"));
    }

    private static String source(String text) {
        return demand(text, text.matches("[A-Za-z0-9._-]{1,40}"));
    }

    private static IdentifierType type(String text) {
        var type = IdentifierType.valueOf(text.toUpperCase(Locale.ROOT));
        demand(text, !type.isAnonymous() && type != IdentifierType.RECEIPT);
        return type;
    }

    private static String demand(String text, boolean isGood) {
        if (!isGood) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
