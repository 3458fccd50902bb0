package shopkeeper.files.secrets;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * One secret in one file, mode 0600 in a folder of mode 0700; of two processes that make it at the
 * same time, both get the same one.
 */
public record SecretFile(Path path) {
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final ReentrantLock ONE_OF_US = new ReentrantLock();
    private static final int LONGEST = 4096;

    public SecretFile {
        path = path.toAbsolutePath();
    }

    /** 32 random bytes, url-safe, behind a prefix that tells what it is. */
    public static String random(String prefix) {
        var bytes = new byte[32];
        CHANCE.nextBytes(bytes);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What the file holds, without blanks around it; empty where there is no file. */
    public Optional<String> read() {
        try (var in = Files.newInputStream(path)) {
            return Optional.of(
                    new String(in.readNBytes(LONGEST), StandardCharsets.US_ASCII).strip());
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    path + " cannot be read: give this user the right to read it", e);
        }
    }

    /** What the file holds; a random secret is put there first where there is no file. */
    public String readOrMake(String prefix) {
        return read().orElseGet(() -> alone(others -> others.orElseGet(() -> random(prefix))));
    }

    /**
     * Writes what the change makes of what the file holds; of several who change it at the same
     * time each sees what the one before wrote.
     */
    public String change(Function<Optional<String>, String> change) {
        return alone(change);
    }

    /** False where there is no file. */
    public boolean delete() {
        try {
            return Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    path + " cannot be deleted: give this user the right to write there", e);
        }
    }

    private String alone(Function<Optional<String>, String> change) {
        // A file lock keeps other processes out, but not the other threads of this one.
        ONE_OF_US.lock();
        try {
            Files.createDirectories(folder(), mode("rwx------"));
            var lock = folder().resolve(".lock");
            try (var channel = FileChannel.open(lock, Set.of(CREATE, WRITE), mode("rw-------"));
                    var _ = channel.lock()) {
                var before = read();
                var after = change.apply(before);
                if (!before.equals(Optional.of(after))) {
                    write(after);
                }
                return after;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    path + " cannot be made: give this user the right to write there", e);
        } finally {
            ONE_OF_US.unlock();
        }
    }

    private void write(String secret) throws IOException {
        var draft = folder().resolve("." + path.getFileName() + ".draft");
        try (var out =
                FileChannel.open(
                        draft, Set.of(CREATE, TRUNCATE_EXISTING, WRITE), mode("rw-------"))) {
            var bytes = ByteBuffer.wrap((secret + "\n").getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(draft, path, ATOMIC_MOVE);
        // The name must survive a power cut as well as the content: nobody can make this again.
        try (var folder = FileChannel.open(folder(), READ)) {
            folder.force(true);
        }
    }

    private Path folder() {
        return path.resolveSibling(".").normalize();
    }

    private FileAttribute<?>[] mode(String mode) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
                }
                : new FileAttribute<?>[0];
    }

    /** Where it is, never what it is. */
    @Override
    public String toString() {
        return path.toString();
    }
}
