package shopkeeper.files.shopdata;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import shopkeeper.application.profile.IdentifierKeys;
import shopkeeper.domain.profile.IdentifierType;

/** Finds out how a file is written whose columns somebody named. */
final class MappedCsv {
    private static final Currency EUROS = Currency.getInstance("EUR");
    private static final int SAMPLES = 1_000;

    private final Path path;
    private final ImportOptions options;
    private final List<String> readAs = new ArrayList<>();

    private MappedCsv(Path path, ImportOptions options) {
        this.path = path;
        this.options = options;
    }

    static ReceiptsTable open(
            Path path, ImportOptions options, IdentifierKeys keys, Path rejects, Instant now)
            throws UnusableFile {
        return new MappedCsv(path, options).table(keys, rejects, now);
    }

    private ReceiptsTable table(IdentifierKeys keys, Path rejects, Instant now)
            throws UnusableFile {
        var file = separated();
        var header = file.header();
        var indexes = indexes(header);
        var samples = samples(file, indexes);
        var type = options.customers().orElse(IdentifierType.CRM);
        var decimals = decimals(samples);
        var mapping =
                new Mapping(
                        header,
                        indexes,
                        decimals,
                        times(samples.getOrDefault(Role.TIME, List.of())),
                        currency(),
                        options.country(),
                        type,
                        new Visits(keys, type));
        describe(file, mapping);
        return new ReceiptsTable(
                file,
                header,
                () -> new MappedLines(mapping),
                retailer(mapping),
                type,
                rejects,
                readAs,
                now);
    }

    /** With the sign that finds most of the columns that were named. */
    private CsvFile separated() throws UnusableFile {
        var usual = new CsvFile(path, ',', options.charset().orElse(StandardCharsets.UTF_8), false);
        if (options.delimiter().isPresent()) {
            return usual.separatedBy(options.delimiter().get());
        }
        var best = usual;
        int most = -1;
        for (char sign : new char[] {',', ';', '\t', '|'}) {
            var next = usual.separatedBy(sign);
            var names = next.header();
            int found = (int) options.columns().values().stream().filter(names::contains).count();
            if (found * 1000 + Math.min(names.size(), 999) > most) {
                best = next;
                most = found * 1000 + Math.min(names.size(), 999);
            }
        }
        return best;
    }

    private Map<Role, Integer> indexes(List<String> header) throws UnusableFile {
        var indexes = new EnumMap<Role, Integer>(Role.class);
        for (var named : options.columns().entrySet()) {
            var column = named.getValue();
            int index = header.indexOf(column);
            if (index < 0) {
                throw wrongColumns(
                        "%s has no column '%s' for %s: it has %s"
                                .formatted(
                                        path,
                                        column,
                                        named.getKey().word(),
                                        String.join(", ", header)));
            }
            if (index != header.lastIndexOf(column)) {
                throw wrongColumns(
                        "%s has two columns '%s': give one of them another name"
                                .formatted(path, column));
            }
            indexes.put(named.getKey(), index);
        }
        return indexes;
    }

    private Map<Role, List<String>> samples(CsvFile file, Map<Role, Integer> indexes)
            throws UnusableFile {
        var samples = new EnumMap<Role, List<String>>(Role.class);
        file.some(
                SAMPLES,
                line ->
                        indexes.forEach((role, index) -> {
                            var text =
                                    index < line.getFieldCount()
                                            ? line.getField(index).strip()
                                            : "";
                            if (!text.isEmpty()) {
                                samples.computeIfAbsent(role, _ -> new ArrayList<>()).add(text);
                            }
                        }));
        return samples;
    }

    private Decimals decimals(Map<Role, List<String>> samples) throws UnusableFile {
        if (options.decimal().isPresent()) {
            return new Decimals(options.decimal().get());
        }
        var numbers =
                Stream.of(Role.PRICE, Role.AMOUNT, Role.DISCOUNT, Role.QUANTITY)
                        .flatMap(role -> samples.getOrDefault(role, List.of()).stream())
                        .toList();
        try {
            return Decimals.shownBy(numbers);
        } catch (IllegalArgumentException e) {
            throw wrongColumns(
                    "%s: %s: say --decimal , or --decimal .".formatted(path, e.getMessage()));
        }
    }

    private Times times(List<String> samples) throws UnusableFile {
        var zone = options.zone().orElse(ZoneOffset.UTC);
        try {
            return options.time().isPresent()
                    ? Times.named(options.time().get(), zone)
                    : Times.shownBy(samples, zone);
        } catch (IllegalArgumentException e) {
            throw wrongColumns(
                    "%s, column %s: %s: say how with --time us, --time eu or --time 'dd.MM.yyyy HH:mm'"
                            .formatted(
                                    path,
                                    options.columns().get(Role.TIME),
                                    options.time().isPresent()
                                            ? "'" + options.time().get() + "' is no pattern"
                                            : e.getMessage()));
        }
    }

    /** Amounts of nothing have the currency of nothing. */
    private Currency currency() {
        boolean isPriced =
                options.columns().containsKey(Role.PRICE)
                        || options.columns().containsKey(Role.AMOUNT);
        return options.currency().orElse(isPriced ? EUROS : Currency.getInstance("XXX"));
    }

    private Retailer retailer(Mapping mapping) {
        var source = options.source().orElse("csv");
        boolean isPriced = mapping.has(Role.PRICE) || mapping.has(Role.AMOUNT);
        var book = source + "-%s-" + stem();
        return new Retailer(
                source,
                isPriced ? Optional.of(book) : Optional.empty(),
                true,
                mapping.has(Role.STORE) ? Optional.of(mapping.times().zone()) : Optional.empty());
    }

    /** The name of the file as far as it may stand in an id. */
    private String stem() {
        var name = path.getFileName().toString().replaceFirst("\\..*", "");
        var plain = name.replaceAll("[^A-Za-z0-9_-]", "-");
        return plain.isEmpty() ? "file" : plain.substring(0, Math.min(60, plain.length()));
    }

    private static String separator(char delimiter) {
        return switch (delimiter) {
            case '\t' -> "tabs";
            case ',' -> "commas";
            case ';' -> "semicolons";
            case '|' -> "bars";
            default -> "'" + delimiter + "'";
        };
    }

    private void describe(CsvFile file, Mapping mapping) {
        readAs.add(
                "columns are separated by %s, numbers have a decimal %s, times are written like %s and told in %s"
                        .formatted(
                                separator(file.delimiter()),
                                mapping.decimals().point() == ',' ? "comma" : "point",
                                mapping.times().name(),
                                zone(mapping.times().zone())));
        if (!mapping.has(Role.RECEIPT)) {
            readAs.add(
                    mapping.has(Role.CUSTOMER)
                            ? "no column names the receipt: what a customer buys on one day (in one store) is one receipt"
                            : "no column names the receipt: what is bought at the same time (in one store) is one receipt");
        }
        if (mapping.currency().equals(EUROS)
                && options.currency().isEmpty()
                && !mapping.has(Role.CURRENCY)) {
            readAs.add(
                    "no currency was named: prices are taken as EUR (--currency says otherwise)");
        }
        if (mapping.has(Role.STORE) && mapping.country().isEmpty() && !mapping.has(Role.COUNTRY)) {
            readAs.add("stores the shop does not know are not opened without --country");
        }
    }

    private String zone(ZoneId zone) {
        return options.zone().isPresent() ? zone.getId() : "UTC (--zone says otherwise)";
    }

    private static UnusableFile wrongColumns(String words) {
        return new UnusableFile("wrong-columns", words);
    }
}
