package shopkeeper.web.kernel;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import shopkeeper.application.kernel.LogProgress;
import shopkeeper.domain.kernel.Position;

/**
 * Reads what was written a moment ago: whoever names a position gets an answer that has seen it, or
 * is told to come back.
 */
@Component
final class Positions implements HandlerInterceptor {
    private final LogProgress progress;

    Positions(LogProgress progress) {
        this.progress = progress;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        var wanted = request.getHeader("Shopkeeper-Min-Position");
        if (wanted != null) {
            demandSeen(position(wanted), request);
        }
        tell(Position.START, response);
        return true;
    }

    /**
     * Says how far the answer has seen.
     *
     * @param least what it has seen at least, where it asks more than this node's views
     */
    void tell(Position least, HttpServletResponse response) {
        var seen = Math.max(least.value(), progress.seen().value());
        response.setHeader("Shopkeeper-Position", Long.toString(seen));
    }

    /** Waits as long as the caller is ready to. */
    void demandSeen(Position wanted, HttpServletRequest request) {
        if (!progress.await(wanted, Budget.patience(request))) {
            throw Problem.of(
                            503,
                            "position-not-reached",
                            "Not there yet",
                            "Position %s is not visible on this node yet."
                                    .formatted(wanted.value()))
                    .retriedAfter(1)
                    .asException();
        }
    }

    private static Position position(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw Problem.invalid("Shopkeeper-Min-Position is not a position.").asException();
        }
        return new Position(Long.parseLong(text));
    }
}
