package shopkeeper.acceptance.specs;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Examples that stand in a CSV file beside the feature: the comment {@code # examples: points.csv}
 * above an {@code Examples:} without a table. The first row names the placeholders.
 */
final class ExampleFiles {
    private static final Pattern COMMENT =
            Pattern.compile(
                    "\\s*#\\s*(?:examples|beispiele)\\s*:\\s*(.+?\\.csv)\\s*",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern PLACEHOLDER = Pattern.compile("<([^<>]+)>");

    private static final Pattern HEADING = Pattern.compile("\\s*\\p{L}[\\p{L} ]*:.*");

    private final Path feature;
    private final List<String> lines = new ArrayList<>();
    private final List<Integer> origins = new ArrayList<>();
    private final Map<Integer, String> sources = new HashMap<>();
    private final List<Complaint> complaints = new ArrayList<>();

    private ExampleFiles(Path feature) {
        this.feature = feature;
    }

    /**
     * A feature with its examples in it.
     *
     * @param origins the line of the file from which each line of the text comes
     * @param sources by the line of an Examples keyword, the file its rows come from
     */
    record Filled(
            String text,
            List<Integer> origins,
            Map<Integer, String> sources,
            List<Complaint> complaints) {
        int origin(int line) {
            return line < 1 || line > origins.size() ? line : origins.get(line - 1);
        }
    }

    static Filled fill(Path feature, String text) {
        var files = new ExampleFiles(feature);
        files.read(text.lines().toList());
        return new Filled(
                String.join("\n", files.lines) + "\n",
                files.origins,
                files.sources,
                files.complaints);
    }

    private void read(List<String> original) {
        String waiting = "";
        var outline = new ArrayList<String>();
        for (int line = 1; line <= original.size(); line++) {
            var words = original.get(line - 1);
            keep(words, line);
            var comment = COMMENT.matcher(words);
            if (comment.matches()) {
                waiting = comment.group(1);
            } else if (!waiting.isEmpty() && words.strip().endsWith(":")) {
                sources.put(lines.size(), waiting);
                if (line < original.size() && original.get(line).strip().startsWith("|")) {
                    complain(
                            line,
                            "the examples stand both here and in "
                                    + waiting
                                    + ": remove the table, or the comment above it");
                } else {
                    rows(waiting, line, outline);
                }
                waiting = "";
            }
            if (HEADING.matcher(words).matches()) {
                outline.clear();
            }
            PLACEHOLDER.matcher(words).results().forEach(found -> outline.add(found.group(1)));
        }
        if (!waiting.isEmpty()) {
            complain(original.size(), "no 'Examples:' follows the comment that names " + waiting);
        }
    }

    private void rows(String name, int line, List<String> placeholders) {
        var beside = feature.resolveSibling(name);
        List<CsvRecord> records;
        try {
            var content = Files.readString(beside, UTF_8).replace("\uFEFF", "");
            try (var csv =
                    CsvReader.builder()
                            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                            .fieldSeparator(separator(content))
                            .ofCsvRecord(content)) {
                records = csv.stream().toList();
            }
        } catch (IOException e) {
            complain(line, "there is no file " + name + " beside this feature");
            return;
        } catch (RuntimeException e) {
            complain(line, name + " cannot be read as CSV: " + e.getMessage());
            return;
        }
        if (records.size() < 2) {
            complain(
                    line,
                    name + " needs a row with the names of its columns, and one more at least");
            return;
        }
        var header = records.getFirst().getFields().stream().map(String::strip).toList();
        placeholders.stream()
                .distinct()
                .filter(placeholder -> !header.contains(placeholder))
                .forEach(placeholder ->
                        complain(
                                line,
                                name
                                        + " has no column '"
                                        + placeholder
                                        + "'; it has: "
                                        + String.join(", ", header)));
        for (var record : records) {
            if (record.getFieldCount() != header.size()) {
                complain(
                        line,
                        "row %d of %s has %d cells, its first row has %d"
                                .formatted(
                                        record.getStartingLineNumber(),
                                        name,
                                        record.getFieldCount(),
                                        header.size()));
                return;
            }
            keep(
                    record.getFields().stream()
                            .map(cell ->
                                    cell.strip()
                                            .replace("\\", "\\\\")
                                            .replace("|", "\\|")
                                            .replace("\n", "\\n"))
                            .collect(Collectors.joining(" | ", "        | ", " |")),
                    line);
        }
    }

    private static char separator(String content) {
        var header = content.lines().findFirst().orElse("");
        return header.contains(";") ? ';' : header.contains("\t") ? '\t' : ',';
    }

    private void keep(String words, int origin) {
        lines.add(words);
        origins.add(origin);
    }

    private void complain(int line, String words) {
        complaints.add(new Complaint(feature, line, words));
    }
}
