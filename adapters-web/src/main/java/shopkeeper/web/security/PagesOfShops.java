package shopkeeper.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;
import shopkeeper.application.access.Keys;
import shopkeeper.web.kernel.Problem;
import shopkeeper.web.kernel.ProblemAnswers;

/**
 * Lets pages of the shops that have a browser's key collect and ask, and no other page: browsers
 * ask first which pages may (CORS).
 */
final class PagesOfShops extends OncePerRequestFilter {
    private static final String PREFLIGHT = HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD;
    private static final Set<String> OPEN =
            Set.of(
                    "/v1/identify",
                    "/v1/track",
                    "/v1/page",
                    "/v1/screen",
                    "/v1/alias",
                    "/v1/batch",
                    "/v1/decisions");

    private final Keys keys;
    private final ProblemAnswers answers;

    PagesOfShops(Keys keys, ProblemAnswers answers) {
        this.keys = keys;
        this.answers = answers;
    }

    static boolean areOpenTo(HttpServletRequest request) {
        return request.getMethod().equals(HttpMethod.POST.name())
                && OPEN.contains(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        @Nullable String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null || !OPEN.contains(request.getRequestURI())) {
            chain.doFilter(request, response);
            return;
        }
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        boolean known = keys.origins().contains(origin);
        if (known) {
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
            response.setHeader(
                    HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS,
                    "Shopkeeper-Position, Idempotent-Replayed, RateLimit, RateLimit-Policy,"
                            + " Retry-After");
        }
        if (!isPreflight(request)) {
            chain.doFilter(request, response);
        } else if (known) {
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, HttpMethod.POST.name());
            response.setHeader(
                    HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS,
                    "Authorization, Content-Type, Idempotency-Key, Shopkeeper-Min-Position");
            response.setHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "600");
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            answers.answer(response, notFromHere());
        }
    }

    private static boolean isPreflight(HttpServletRequest request) {
        return request.getMethod().equals(HttpMethod.OPTIONS.name())
                && request.getHeader(PREFLIGHT) != null;
    }

    static Problem notFromHere() {
        return Problem.of(
                403,
                "origin-not-permitted",
                "Not from this page",
                "No browser's key belongs to pages of this origin: see --origins of the key"
                        + " command.");
    }
}
