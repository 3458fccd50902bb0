package shopkeeper.files.shopdata;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A CSV file, plain or gzip, read from its first line to its last with bounded memory.
 *
 * @param charset of a file whose first bytes do not tell
 * @param endTellsCut whether a last line without a line break is cut where its last column is only
 *     the beginning of one that was seen before; else only where it lacks columns
 */
record CsvFile(Path path, char delimiter, Charset charset, boolean endTellsCut) {
    private static final int LONGEST_FIELD = 1 << 16;
    private static final int LONGEST_RECORD = 1 << 20;
    private static final int MOST_COLUMNS = 1000;
    private static final int BEGINNING = 512;
    private static final int MOST_CONTROLS = 2;

    /** With commas, in UTF-8. */
    static CsvFile usual(Path path) {
        return new CsvFile(path, ',', StandardCharsets.UTF_8, true);
    }

    CsvFile separatedBy(char sign) {
        return new CsvFile(path, sign, charset, endTellsCut);
    }

    /** The names of its columns. */
    List<String> header() throws UnusableFile {
        var header = new HeaderSeen();
        read(header, _ -> false);
        return header.names;
    }

    /** The first lines after the header. */
    void some(int most, Consumer<CsvRecord> receiver) throws UnusableFile {
        var header = new HeaderSeen();
        int[] count = new int[1];
        read(
                header,
                line -> {
                    receiver.accept(line);
                    return ++count[0] < most;
                });
    }

    /**
     * Gives every line after the header, also one with too many or too few columns.
     *
     * @throws UnusableFile when it is no such file, or does not reach its end
     */
    void forEach(List<String> header, Consumer<CsvRecord> receiver) throws UnusableFile {
        read(
                names -> {
                    if (!names.equals(header)) {
                        throw new UnusableFile(
                                "another-kind",
                                path
                                        + " does not begin with the line "
                                        + String.join(Character.toString(delimiter), header));
                    }
                },
                line -> {
                    receiver.accept(line);
                    return true;
                });
    }

    @FunctionalInterface
    private interface Header {
        void is(List<String> names) throws UnusableFile;
    }

    private static final class HeaderSeen implements Header {
        private List<String> names = List.of();

        @Override
        public void is(List<String> header) {
            names = header;
        }
    }

    private void read(Header header, Predicate<CsvRecord> more) throws UnusableFile {
        if (!Files.isRegularFile(path)) {
            throw new UnusableFile("not-found", path + " is no file that can be read");
        }
        try (var in = PackedFile.open(path)) {
            refuseAnotherKind(in);
            read(new LastChar(Encoding.reader(in, charset)), header, more);
        } catch (IOException e) {
            throw UnusableFile.broken(path, e, this::wrongCharset);
        }
    }

    private void refuseAnotherKind(BufferedInputStream in) throws IOException, UnusableFile {
        in.mark(BEGINNING);
        var first = new String(in.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1);
        in.reset();
        if (first.isEmpty()) {
            throw new UnusableFile("empty", path + " is empty");
        }
        if (first.startsWith("PK")) {
            throw new UnusableFile(
                    "another-kind", path + " is a zip archive: unpack it, or pack it with gzip");
        }
        if (first.startsWith("<")) {
            throw new UnusableFile("another-kind", path + " is XML or HTML, not CSV");
        }
        // Of UTF-16 every second byte is one, and its first bytes say so.
        if (!first.startsWith("\u00ff\u00fe")
                && !first.startsWith("\u00fe\u00ff")
                && first.chars().filter(sign -> sign < '\t').count() > MOST_CONTROLS) {
            throw new UnusableFile("another-kind", path + " is a binary file, not CSV");
        }
    }

    private void read(LastChar in, Header header, Predicate<CsvRecord> more)
            throws IOException, UnusableFile {
        var handler =
                CsvRecordHandler.of(limits ->
                        limits.maxFields(MOST_COLUMNS)
                                .maxFieldSize(LONGEST_FIELD)
                                .maxRecordSize(LONGEST_RECORD));
        var reader =
                CsvReader.builder()
                        .fieldSeparator(delimiter)
                        .maxBufferSize(LONGEST_RECORD)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .build(handler, in);
        try (var records = reader.iterator()) {
            var names = names(next(records));
            header.is(names);
            var ending = new Ending(names.size(), endTellsCut);
            for (var next = next(records); next.isPresent(); next = next(records)) {
                ending.follow(next.get());
                if (!more.test(next.get())) {
                    return;
                }
            }
            if (!in.endsLine() && ending.isCut()) {
                throw new UnusableFile(
                        "truncated",
                        path
                                + " ends in the middle of line "
                                + ending.line()
                                + ": get the whole file");
            }
        }
    }

    private List<String> names(Optional<CsvRecord> first) throws UnusableFile {
        var names = first.stream().flatMap(line -> line.getFields().stream()).toList();
        if (names.stream()
                .anyMatch(name -> name.chars().anyMatch(sign -> sign < ' ' && sign != '\t'))) {
            throw new UnusableFile("another-kind", path + " is a binary file, not CSV");
        }
        return names.stream().map(String::strip).toList();
    }

    /** What the receiver throws is not the file's fault, so only the reading is watched. */
    private Optional<CsvRecord> next(CloseableIterator<CsvRecord> records)
            throws IOException, UnusableFile {
        try {
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            throw new UnusableFile(
                    "broken-quote",
                    "%s is cut off or no CSV: %s (a line has at most %,d characters and a field %,d: look there for a quote that is never closed)"
                            .formatted(path, e.getMessage(), LONGEST_RECORD, LONGEST_FIELD),
                    e);
        }
    }

    private String wrongCharset() {
        return "%s is not written in %s%s: say how with --charset, for example --charset windows-1252"
                .formatted(path, charset, wrongLine());
    }

    private String wrongLine() {
        try (var in = PackedFile.open(path)) {
            long line = Encoding.wrongLine(in, charset);
            return line == 0 ? "" : " (line " + line + ")";
        } catch (IOException e) {
            return "";
        }
    }
}
