package shopkeeper.web.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * A file that belongs to the page; its version is its content's, so browsers may keep it for ever.
 */
record Asset(String name, String type, String content, String version) {
    private static final int VERSION_DIGITS = 12;

    static Asset of(String name, String type, String resource) {
        try (var in = Asset.class.getResourceAsStream(resource)) {
            var content = Objects.requireNonNull(in, resource).readAllBytes();
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            var version = HexFormat.of().formatHex(digest).substring(0, VERSION_DIGITS);
            return new Asset(name, type, new String(content, StandardCharsets.UTF_8), version);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    String path() {
        return "/desk/assets/" + version + "/" + name;
    }
}
