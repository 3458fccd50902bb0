package shopkeeper.files.shopdata;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.kernel.ProductId;

/** Complete Journey's products: they have no names, so they are called by their kind and size. */
record JourneyProducts(CsvFile file, List<String> header, String source, Path rejects)
        implements ShopSource {
    static final List<String> COLUMNS =
            List.of("product_id", "department", "product_category", "product_type", "package_size");

    private static final Pattern CODE = Pattern.compile("[!-~]{1,200}");
    private static final int ROWS_BETWEEN_REPORTS = 5_000;

    @Override
    public Optional<Origin> origin() {
        return Optional.of(new Origin(file.path(), source));
    }

    @Override
    public Survey survey(Progress progress) {
        var products = new LinkedHashMap<String, Product>();
        var rejected = new TreeMap<String, Long>();
        var first = new FirstRejects();
        long[] rows = new long[1];
        try {
            file.forEach(
                    header,
                    line -> {
                        if (++rows[0] % ROWS_BETWEEN_REPORTS == 0) {
                            progress.at(rows[0], 0, "checking");
                        }
                        var wrong = wrong(line);
                        if (wrong.isPresent()) {
                            rejected.merge(wrong.get().code(), 1L, Long::sum);
                            first.add(line.getStartingLineNumber(), "product_id", wrong.get());
                        } else {
                            products.put(text(line, "product_id"), product(line));
                        }
                    });
        } catch (UnusableFile e) {
            return new Survey.Unusable(e.code(), e.words(), rows[0], rejected);
        }
        progress.at(rows[0], rows[0], "checking");
        return new Survey.Usable(shop(products, rejected, first.names(), rows[0]));
    }

    private Shop shop(
            Map<String, Product> products,
            TreeMap<String, Long> rejected,
            List<String> firstRejects,
            long rows) {
        return new Shop(
                source,
                List.of(),
                List.of(),
                List.copyOf(products.values()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Shop.Read(
                        rows,
                        0,
                        rejected,
                        new TreeMap<>(),
                        firstRejects,
                        List.of(
                                "products are called by their type and size; brand and manufacturer have no place yet"),
                        Optional.of(rejects)),
                _ -> nameRejects());
    }

    private void nameRejects() {
        try (var leftOut = new RejectsFile(rejects)) {
            file.forEach(
                    header,
                    line ->
                            wrong(line)
                                    .ifPresent(reject ->
                                            leftOut.add(
                                                    line.getStartingLineNumber(),
                                                    "product_id",
                                                    reject)));
        } catch (UnusableFile e) {
            throw new IllegalStateException(e.words(), e);
        }
    }

    private Optional<Reject> wrong(CsvRecord line) {
        if (line.getFieldCount() != header.size()) {
            return Optional.of(Reject.WRONG_NUMBER_OF_COLUMNS);
        }
        if (!CODE.matcher(text(line, "product_id")).matches()) {
            return Optional.of(Reject.UNREADABLE_PRODUCT);
        }
        return line.getFields().stream().anyMatch(JourneyProducts::holdsControl)
                ? Optional.of(Reject.UNREADABLE_NAME)
                : Optional.empty();
    }

    private static boolean holdsControl(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    private Product product(CsvRecord line) {
        var type = firstOf(line, "product_type", "product_category", "department");
        var size = text(line, "package_size");
        var name =
                Stream.of(type.orElse(text(line, "product_id")), size)
                        .filter(Predicate.not(String::isEmpty))
                        .collect(Collectors.joining(", "));
        return new Product(
                new ProductId(text(line, "product_id")),
                name.substring(0, Math.min(name.length(), 500)),
                firstOf(line, "product_category", "department"),
                true);
    }

    private Optional<String> firstOf(CsvRecord line, String... columns) {
        return Stream.of(columns)
                .map(column -> text(line, column))
                .filter(Predicate.not(String::isEmpty))
                .findFirst();
    }

    private String text(CsvRecord line, String column) {
        return line.getField(header.indexOf(column)).strip();
    }
}
