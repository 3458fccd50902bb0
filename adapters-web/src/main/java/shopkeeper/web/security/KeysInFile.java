package shopkeeper.web.security;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.text.ParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The issuer's keys in a file; a file that is changed for a worse one changes nothing. */
final class KeysInFile implements JWKSource<SecurityContext> {
    private static final Logger LOG = LoggerFactory.getLogger(KeysInFile.class);

    private final Path file;
    private volatile Read read;

    KeysInFile(Path file) {
        this.file = file;
        try {
            read = read();
        } catch (IOException | ParseException e) {
            throw new IllegalStateException(
                    "SHOPKEEPER_JWT_KEYS names %s, which holds no JSON Web Key Set that can be read: give it the issuer's public keys"
                            .formatted(file),
                    e);
        }
    }

    private record Read(JWKSet keys, FileTime changed) {}

    @Override
    public List<JWK> get(JWKSelector wanted, @Nullable SecurityContext context) {
        try {
            if (!Files.getLastModifiedTime(file).equals(read.changed())) {
                read = read();
            }
        } catch (IOException | ParseException e) {
            LOG.warn("{} cannot be read, the keys read before still count", file, e);
        }
        return wanted.select(read.keys());
    }

    private Read read() throws IOException, ParseException {
        var changed = Files.getLastModifiedTime(file);
        var keys = JWKSet.load(file.toFile()).toPublicJWKSet();
        if (keys.isEmpty()) {
            throw new ParseException("no public key", 0);
        }
        return new Read(keys, changed);
    }
}
