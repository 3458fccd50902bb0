package shopkeeper.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;

/**
 * Finds the key: a bearer token, or Basic user name or password as Segment clients and curl send
 * it; where there is no such header, what stood in the body.
 */
final class KeyInHeader implements BearerTokenResolver {
    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return KeyInBody.found(request);
        }
        var parts = header.strip().split("\\s+", 2);
        if (parts.length < 2) {
            return null;
        }
        return switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "bearer" -> parts[1];
            case "basic" -> fromBasic(parts[1]);
            default -> null;
        };
    }

    private static @Nullable String fromBasic(String credentials) {
        try {
            var decoded =
                    new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
            int colon = decoded.indexOf(':');
            if (colon < 0) {
                return decoded.isEmpty() ? null : decoded;
            }
            var password = decoded.substring(colon + 1);
            var key = password.isEmpty() ? decoded.substring(0, colon) : password;
            return key.isEmpty() ? null : key;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
