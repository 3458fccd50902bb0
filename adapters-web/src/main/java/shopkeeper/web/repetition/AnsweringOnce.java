package shopkeeper.web.repetition;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import shopkeeper.application.kernel.Unavailable;
import shopkeeper.application.repetition.Answer;
import shopkeeper.application.repetition.KeptAnswers;
import shopkeeper.web.kernel.Messages;
import shopkeeper.web.kernel.Problem;
import shopkeeper.web.kernel.ProblemAnswers;

/** Keeps what is answered to a request that has a key, before anybody hears it. */
final class AnsweringOnce extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(AnsweringOnce.class);
    private static final List<String> OURS =
            List.of("Content-Type", "ETag", "Location", "Shopkeeper-Position");

    private final KeptAnswers answers;
    private final ProblemAnswers problems;

    AnsweringOnce(KeptAnswers answers, ProblemAnswers problems) {
        this.answers = answers;
        this.problems = problems;
    }

    /** What has no key passes as it is: nothing is copied on its way. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(Messages.KEY) == null
                || request.getMethod().equals("GET")
                || request.getMethod().equals("HEAD");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var exchange = new Exchange(request);
        var told = new ContentCachingResponseWrapper(response);
        boolean whole = false;
        try {
            chain.doFilter(exchange, told);
            whole = true;
        } finally {
            var begun = exchange.begun();
            if (begun != null && !close(begun, told, whole)) {
                told.resetBuffer();
                told.setHeader("Retry-After", "1");
                problems.answer(told, Problem.unavailable());
            }
            told.copyBodyToResponse();
        }
    }

    /** False when the answer could not be kept: then it must not be heard either. */
    private boolean close(Exchange.Begun begun, ContentCachingResponseWrapper told, boolean whole) {
        try {
            if (whole && isFinal(told)) {
                answers.keep(begun.request(), begun.at(), answer(told));
            } else {
                answers.letGo(begun.request(), begun.at());
            }
            return true;
        } catch (Unavailable outage) {
            LOG.warn("An answer could not be kept: {}", outage.getMessage());
            return false;
        }
    }

    /** What the same request may still get past is no answer to it. */
    private static boolean isFinal(ContentCachingResponseWrapper told) {
        return told.getStatus() < 500 && told.getHeader("Retry-After") == null;
    }

    private static Answer answer(ContentCachingResponseWrapper told) {
        var headers = new LinkedHashMap<String, String>();
        for (var name : OURS) {
            var value = name.equals("Content-Type") ? told.getContentType() : told.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return new Answer(told.getStatus(), headers, told.getContentAsByteArray());
    }
}
