package shopkeeper.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Component;
import shopkeeper.application.access.Client;
import shopkeeper.web.kernel.Problem;

/** Takes what a request costs from the allowance of whoever sent it, at every door. */
@Component
public final class Purses {
    private final RateLimits limits;

    Purses(RateLimits limits) {
        this.limits = limits;
    }

    /** What to answer instead, where nothing is left; says in any case what is. */
    public Optional<Problem> pay(
            Client client, HttpServletRequest request, HttpServletResponse response) {
        var purse = limits.of(client);
        var left = purse.spend(1);
        response.setHeader("RateLimit-Policy", purse.said());
        response.setHeader("RateLimit", left.said());
        request.setAttribute(Spending.HERE, new Spending(client.role(), purse));
        return left.wasEnough() ? Optional.empty() : Optional.of(Spending.tooMuch(left));
    }

    /** What to answer who tried too many keys that nobody has. */
    public Optional<Problem> payForWrongKey(HttpServletRequest request) {
        var left = limits.of(request.getRemoteAddr()).spend(1);
        return left.wasEnough() ? Optional.empty() : Optional.of(Spending.tooMuch(left));
    }
}
