package shopkeeper.files.shopdata;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The marks of imports under way, one file each, which is whole or absent whatever happens to the
 * program or the machine; nobody's data is in them.
 */
final class MarkFolder {
    private static final Logger LOG = LoggerFactory.getLogger(MarkFolder.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String END = ".json";

    private final Path folder;

    MarkFolder(Path folder) {
        this.folder = folder;
    }

    Optional<Mark> find(String digest) {
        var file = file(digest);
        return Files.isRegularFile(file) ? read(file) : Optional.empty();
    }

    /** Marks of a file of this name that held something else, or was read otherwise. */
    List<Mark> others(String file, String digest) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(one -> one.toString().endsWith(END))
                    .sorted()
                    .flatMap(one -> read(one).stream())
                    .filter(mark -> mark.file().equals(file) && !mark.digest().equals(digest))
                    .toList();
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    void keep(Mark mark) {
        try {
            Files.createDirectories(folder);
            var draft = folder.resolve(mark.digest() + ".draft");
            try (var out =
                    FileChannel.open(
                            draft,
                            Set.of(CREATE, TRUNCATE_EXISTING, WRITE),
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")))) {
                var bytes = ByteBuffer.wrap(JSON.writeValueAsBytes(mark));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            Files.move(draft, file(mark.digest()), ATOMIC_MOVE);
            // The name must survive a power cut as well as the content.
            try (var names = FileChannel.open(folder, READ)) {
                names.force(true);
            }
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    void remove(Mark mark) {
        try {
            Files.deleteIfExists(file(mark.digest()));
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private Path file(String digest) {
        return folder.resolve(digest + END);
    }

    private static Optional<Mark> read(Path file) {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file), Mark.class));
        } catch (IOException | JacksonException e) {
            // Without it the import begins anew, which is slower and nothing else.
            LOG.warn("{} is no mark of an import and is not used", file);
            return Optional.empty();
        }
    }

    private UncheckedIOException unusable(IOException e) {
        return new UncheckedIOException(
                folder + " cannot be used: give this user the right to read and write there", e);
    }
}
