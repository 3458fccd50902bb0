package shopkeeper.benchmarks.recommendation;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * A product that somebody bought, with the basket and the time as text that sorts.
 *
 * @param name what the product is called there; blank where nobody says
 */
record Line(String user, String basket, String time, String item, String name) {
    private static final Pattern PRODUCT = Pattern.compile("\\d{5}.*");

    /**
     * Online Retail, cleaned as the yardstick says: without lines that name no customer, cancelled
     * invoices, quantities or prices of 0 or less, and codes that do not begin with five digits.
     */
    static List<Line> onlineRetail(Path file) throws IOException {
        var lines = new ArrayList<Line>();
        try (var csv =
                CsvReader.builder()
                        .ofNamedCsvRecord(
                                new InputStreamReader(
                                        new GZIPInputStream(Files.newInputStream(file)),
                                        StandardCharsets.UTF_8))) {
            for (var one : csv) {
                String item = one.getField("StockCode").toUpperCase(Locale.ROOT);
                if (!one.getField("CustomerID").isBlank()
                        && !one.getField("InvoiceNo").startsWith("C")
                        && Double.parseDouble(one.getField("Quantity")) > 0
                        && Double.parseDouble(one.getField("UnitPrice")) > 0
                        && PRODUCT.matcher(item).matches()) {
                    String time = one.getField("InvoiceDate");
                    lines.add(
                            new Line(
                                    one.getField("CustomerID"),
                                    time + " " + one.getField("InvoiceNo"),
                                    time,
                                    item,
                                    one.getField("Description")));
                }
            }
        }
        return lines;
    }

    /** Complete Journey's sample of transactions, all lines. */
    static List<Line> completeJourney(Path file) throws IOException {
        var lines = new ArrayList<Line>();
        try (var csv =
                CsvReader.builder()
                        .ofNamedCsvRecord(
                                new InputStreamReader(
                                        new GZIPInputStream(Files.newInputStream(file)),
                                        StandardCharsets.UTF_8))) {
            for (var one : csv) {
                String time = one.getField("transaction_timestamp");
                lines.add(
                        new Line(
                                one.getField("household_id"),
                                time + " " + one.getField("basket_id"),
                                time,
                                one.getField("product_id"),
                                ""));
            }
        }
        return lines;
    }
}
