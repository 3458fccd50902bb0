package shopkeeper.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import shopkeeper.web.kernel.Json;
import shopkeeper.web.kernel.ProblemException;
import shopkeeper.web.kernel.Reread;
import tools.jackson.databind.JsonNode;

/**
 * Finds the key of a page that can set no header: {@code sendBeacon} sends its body as plain text,
 * with the key as {@code writeKey} in it.
 */
final class KeyInBody extends OncePerRequestFilter {
    private static final int LARGEST = 512 * 1024;
    private static final String FOUND = KeyInBody.class.getName();

    private final Json json;

    KeyInBody(Json json) {
        this.json = json;
    }

    static @Nullable String found(HttpServletRequest request) {
        return (String) request.getAttribute(FOUND);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null
                || request.getHeader(HttpHeaders.ORIGIN) == null
                || !PagesOfShops.areOpenTo(request);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length <= LARGEST) {
            var key = writeKey(body);
            if (key != null) {
                request.setAttribute(FOUND, key);
            }
        }
        chain.doFilter(Reread.asJson(request, body), response);
    }

    /** What is no JSON carries no key; with one, whoever reads it says what is wrong. */
    private @Nullable String writeKey(byte[] body) {
        try {
            var key = json.read(body, JsonNode.class).get("writeKey");
            return key != null && key.isString() ? key.stringValue() : null;
        } catch (ProblemException _) {
            return null;
        }
    }
}
