package shopkeeper.web.kernel;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets no request hold anybody up by coming slowly, whoever reads it; the first of all filters. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class InTime extends OncePerRequestFilter {
    private final ProblemAnswers answers;
    private final Duration patience;

    /**
     * @param request SHOPKEEPER_REQUEST_MS: half of it a body may keep us waiting
     */
    InTime(ProblemAnswers answers, @Value("${shopkeeper.request.ms:10000}") long request) {
        this.answers = answers;
        this.patience = Duration.ofMillis(request / 2);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(new ArrivingRequest(request, patience), response);
        } catch (ProblemException problem) {
            // Found by a filter that read the body; what operations find is answered there.
            answers.answer(response, problem.problem());
        }
    }
}
