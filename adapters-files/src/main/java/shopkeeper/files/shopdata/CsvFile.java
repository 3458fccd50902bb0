package shopkeeper.files.shopdata;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A CSV file with a known header, plain or gzip, read from its first line to its last. */
record CsvFile(Path path, List<String> header) {
    private static final int BUFFER = 1 << 16;

    /**
     * Gives every line after the header, also one with too many or too few columns.
     *
     * @throws UnusableFile when it is no such file, or does not reach its end
     */
    void forEach(Consumer<CsvRecord> receiver) throws UnusableFile {
        if (!Files.isRegularFile(path)) {
            throw new UnusableFile("not-found", path + " is no file that can be read");
        }
        try (var in = unpacked(new BufferedInputStream(Files.newInputStream(path), BUFFER))) {
            var text = new LastByte(in);
            refuseAnotherKind(text);
            read(text, receiver);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private InputStream unpacked(BufferedInputStream in) throws IOException {
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return gzip ? new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER) : in;
    }

    private void refuseAnotherKind(LastByte in) throws IOException, UnusableFile {
        in.mark(4);
        var first = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
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
    }

    private void read(LastByte in, Consumer<CsvRecord> receiver) throws IOException, UnusableFile {
        var reader =
                CsvReader.builder()
                        .detectBomHeader(true)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .ofCsvRecord(in, StandardCharsets.UTF_8);
        try (var records = reader.iterator()) {
            var first = next(records);
            if (first.isEmpty() || !isHeader(first.get())) {
                throw new UnusableFile(
                        "another-kind",
                        path + " does not begin with the line " + String.join(",", header));
            }
            var ending = new Ending(header.size());
            for (var next = next(records); next.isPresent(); next = next(records)) {
                ending.follow(next.get());
                receiver.accept(next.get());
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

    /** What the receiver throws is not the file's fault, so only the reading is watched. */
    private Optional<CsvRecord> next(CloseableIterator<CsvRecord> records)
            throws IOException, UnusableFile {
        try {
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            throw new UnusableFile(
                    "broken-quote", path + " is cut off or no CSV: " + e.getMessage(), e);
        }
    }

    private boolean isHeader(CsvRecord first) {
        return first.getFields().stream().map(String::strip).toList().equals(header);
    }

    private UnusableFile broken(IOException e) {
        return switch (e) {
            case EOFException _ ->
                    new UnusableFile(
                            "truncated",
                            path + " breaks off before its end: get the whole file",
                            e);
            case ZipException _ ->
                    new UnusableFile("truncated", path + " is damaged (" + e.getMessage() + ")", e);
            default ->
                    new UnusableFile(
                            "not-found", path + " cannot be read (" + e.getMessage() + ")", e);
        };
    }
}
