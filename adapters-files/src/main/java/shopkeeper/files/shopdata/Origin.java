package shopkeeper.files.shopdata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The file behind a source.
 *
 * @param readAs how it is read: read otherwise it is another import
 */
record Origin(Path file, String readAs) {
    private static final int BUFFER = 1 << 16;

    /** Of every byte of the file and of how it is read. */
    String digest() {
        try (var in = new DigestInputStream(Files.newInputStream(file), sha256())) {
            var buffer = new byte[BUFFER];
            while (in.read(buffer) >= 0) {
                // reading is all
            }
            in.getMessageDigest().update(readAs.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java lacks SHA-256: use a complete JDK", e);
        }
    }
}
