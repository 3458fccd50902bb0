package shopkeeper.web.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where the public keys of the issuer are found (a JSON Web Key Set). */
final class IssuersKeys {
    private static final int PATIENCE_MS = 2000;
    private static final int LARGEST = 256 * 1024;
    private static final Duration WITHOUT_ISSUER = Duration.ofHours(4);

    private IssuersKeys() {}

    /**
     * @param where a file, read again when it changes, or an https address, asked when the first
     *     token comes and not before
     */
    static JWKSource<SecurityContext> at(String where) {
        return where.matches("[A-Za-z][A-Za-z0-9+.-]+://.*")
                ? atAddress(where)
                : new KeysInFile(Path.of(where));
    }

    private static JWKSource<SecurityContext> atAddress(String where) {
        try {
            var address = URI.create(where);
            // Whoever could change the answer on its way could sign for anybody.
            if (!"https".equals(address.getScheme()) && !isHere(address)) {
                throw unusable(where, null);
            }
            var asks = new DefaultResourceRetriever(PATIENCE_MS, PATIENCE_MS, LARGEST);
            return JWKSourceBuilder.<SecurityContext>create(address.toURL(), asks)
                    .refreshAheadCache(false)
                    .outageTolerant(WITHOUT_ISSUER.toMillis())
                    .build();
        } catch (IllegalArgumentException | MalformedURLException e) {
            throw unusable(where, e);
        }
    }

    private static boolean isHere(URI address) {
        return "http".equals(address.getScheme())
                && String.valueOf(address.getHost()).matches("127\\.0\\.0\\.1|localhost|\\[::1]");
    }

    private static IllegalStateException unusable(String where, @Nullable Exception why) {
        return new IllegalStateException(
                "SHOPKEEPER_JWT_KEYS is '%s': name a file or an https address of a JSON Web Key Set"
                        .formatted(where),
                why);
    }

    /** A token of an unknown key does not make us ask the issuer each time it comes. */
    static boolean isAskedTooOften(Throwable failure) {
        for (Throwable why = failure; why != null; why = why.getCause()) {
            if (why instanceof RateLimitReachedException) {
                return true;
            }
        }
        return false;
    }
}
