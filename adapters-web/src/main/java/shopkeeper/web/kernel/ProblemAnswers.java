package shopkeeper.web.kernel;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Answers with a problem, wherever in the chain it was found. */
@Component
public final class ProblemAnswers {
    private final Json json;

    ProblemAnswers(Json json) {
        this.json = json;
    }

    /** Gives the name under which the answer can be found in the log. */
    public String answer(HttpServletResponse response, Problem problem) throws IOException {
        var instance = "urn:uuid:" + UUID.randomUUID();
        if (!response.isCommitted()) {
            response.resetBuffer();
            response.setStatus(problem.status());
            var seconds = problem.retryAfter();
            if (seconds != null) {
                response.setHeader("Retry-After", Integer.toString(seconds));
            }
            response.setContentType("application/problem+json");
            response.getOutputStream().write(json.write(problem.named(instance)));
        }
        return instance;
    }
}
