package shopkeeper.files.shopdata;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names the lines that were left out by their number, so that nobody's data is copied; only its
 * owner may read it, and the file of an earlier run is replaced.
 */
final class RejectsFile implements AutoCloseable {
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path path;
    private @Nullable CsvWriter writer;

    RejectsFile(Path path) {
        this.path = path.toAbsolutePath();
        try {
            Files.deleteIfExists(this.path);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    void add(long line, String column, Reject reject) {
        open().writeRecord(Long.toString(line), text(column), reject.code(), reject.words());
    }

    /** A column may be called like a formula; whoever opens the file in a table runs none. */
    private static String text(String column) {
        return !column.isEmpty() && "=+-@".indexOf(column.charAt(0)) >= 0 ? "'" + column : column;
    }

    @Override
    public void close() {
        try {
            if (writer != null) {
                writer.close();
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private CsvWriter open() {
        if (writer == null) {
            try {
                Files.createDirectories(path.resolveSibling(".").normalize());
                Files.createFile(path, OWNER_ONLY);
                writer = CsvWriter.builder().build(path, StandardCharsets.UTF_8);
                writer.writeRecord("line", "column", "reason", "words");
            } catch (IOException e) {
                throw unwritable(e);
            }
        }
        return writer;
    }

    private UncheckedIOException unwritable(IOException e) {
        return new UncheckedIOException(
                path + " cannot be written: give this user the right to write there", e);
    }
}
