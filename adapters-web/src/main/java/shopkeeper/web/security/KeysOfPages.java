package shopkeeper.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import shopkeeper.web.kernel.ProblemAnswers;

/** The public key of a browser opens only from the pages it belongs to. */
final class KeysOfPages extends OncePerRequestFilter {
    private final ProblemAnswers answers;

    KeysOfPages(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        @Nullable String origin = request.getHeader(HttpHeaders.ORIGIN);
        var browser = Callers.caller().filter(_ -> Callers.isBrowser());
        if (browser.isPresent() && (origin == null || !browser.get().origins().contains(origin))) {
            answers.answer(response, PagesOfShops.notFromHere());
            return;
        }
        chain.doFilter(request, response);
    }
}
