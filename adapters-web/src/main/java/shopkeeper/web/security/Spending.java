package shopkeeper.web.security;

import jakarta.servlet.http.HttpServletRequest;
import shopkeeper.application.access.Client.Role;
import shopkeeper.web.kernel.Problem;

/** What a request costs its client: one, and more where it carries many events in one. */
public final class Spending {
    static final String HERE = Spending.class.getName();

    private final Role role;
    private final RateLimits.Purse purse;

    Spending(Role role, RateLimits.Purse purse) {
        this.role = role;
        this.purse = purse;
    }

    /** The key of a browser pays for each event; others pay for each request. */
    public static void events(HttpServletRequest request, int events) {
        if (request.getAttribute(HERE) instanceof Spending spending
                && spending.role == Role.BROWSER
                && events > 1) {
            spending.more(events - 1);
        }
    }

    private void more(int quantity) {
        if (quantity >= purse.allowance().quantity()) {
            throw Problem.tooLarge(
                            "With this key at most %d events at once."
                                    .formatted(purse.allowance().quantity()))
                    .asException();
        }
        var left = purse.spend(quantity);
        if (!left.wasEnough()) {
            throw tooMuch(left).asException();
        }
    }

    static Problem tooMuch(RateLimits.Left left) {
        return Problem.of(
                        429,
                        "rate-limited",
                        "Too much at once",
                        "This key may ask for %d in %d seconds: come back later, or spread it."
                                .formatted(
                                        left.purse().allowance().quantity(),
                                        left.purse().allowance().window().toSeconds()))
                .retriedAfter(left.seconds());
    }
}
