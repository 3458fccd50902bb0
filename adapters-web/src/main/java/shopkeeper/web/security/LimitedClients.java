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
    private final RateLimits limits;
    private final ProblemAnswers answers;

    LimitedClients(RateLimits limits, ProblemAnswers answers) {
        this.limits = limits;
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var client = Callers.caller();
        if (client.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var purse = limits.of(client.get());
        var left = purse.spend(1);
        response.setHeader("RateLimit-Policy", purse.said());
        response.setHeader("RateLimit", left.said());
        if (!left.wasEnough()) {
            answers.answer(response, Spending.tooMuch(left));
            return;
        }
        request.setAttribute(Spending.HERE, new Spending(client.get().role(), purse));
        chain.doFilter(request, response);
    }
}
