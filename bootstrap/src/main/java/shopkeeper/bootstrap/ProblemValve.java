package shopkeeper.bootstrap;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopkeeper.web.kernel.Problem;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers what Tomcat turns away before any servlet sees it, such as a broken request line: a
 * problem like any other, and not a word about the server.
 */
public final class ProblemValve extends ErrorReportValve {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemValve.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        if (status == 500 && failure != null) {
            LOG.error("Tomcat could not answer a request", failure);
        }
        try {
            response.setContentType("application/problem+json");
            response.getOutputStream().write(JSON.writeValueAsBytes(problem(status)));
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            LOG.debug("nobody waits for the answer any more", e);
        }
    }

    /** Tomcat says 501 and 505 of what a client asks and nobody here speaks. */
    private static Problem problem(int status) {
        return status < 500 || status == 501 || status == 505
                ? Problem.of(
                        status,
                        "invalid",
                        "The request cannot be understood",
                        "Its line or its headers are malformed, too long or of another protocol.")
                : Problem.of(
                        status,
                        "internal",
                        "Something went wrong on our side",
                        "The log of the platform knows more.");
    }
}
