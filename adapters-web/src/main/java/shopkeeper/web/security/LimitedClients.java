package shopkeeper.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import shopkeeper.web.kernel.ProblemAnswers;

/** Turns away who asks for more than their allowance, and tells everybody what they have left. */
final class LimitedClients extends OncePerRequestFilter {
    private final Purses purses;
    private final ProblemAnswers answers;

    LimitedClients(Purses purses, ProblemAnswers answers) {
        this.purses = purses;
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var tooMuch = Callers.caller().flatMap(client -> purses.pay(client, request, response));
        if (tooMuch.isPresent()) {
            answers.answer(response, tooMuch.get());
        } else {
            chain.doFilter(request, response);
        }
    }
}
