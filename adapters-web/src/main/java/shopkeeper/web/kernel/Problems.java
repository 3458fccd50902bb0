package shopkeeper.web.kernel;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.HandlerMapping;
import shopkeeper.application.kernel.Contended;
import shopkeeper.application.kernel.Unavailable;

/** Turns whatever goes wrong inside an operation into a problem that tells nothing it must not. */
@RestControllerAdvice
@Order(0)
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final ProblemAnswers answers;

    Problems(ProblemAnswers answers) {
        this.answers = answers;
    }

    @ExceptionHandler(Exception.class)
    void answer(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        switch (failure) {
            case ProblemException known ->
                    answers.answer(response, pointed(known.problem(), request));
            case Contended _ -> answers.answer(response, Problem.contended());
            case Unavailable _ -> answers.answer(response, Problem.unavailable());
            case HttpMessageNotReadableException unreadable
                    when unreadable.getMostSpecificCause() instanceof ProblemException known ->
                    answers.answer(response, pointed(known.problem(), request));
            case HttpMessageNotReadableException _ ->
                    answers.answer(response, Problem.invalid("The body is missing or broken off."));
            case ErrorResponse spring -> {
                spring.getHeaders()
                        .forEach((name, values) ->
                                values.forEach(value -> response.addHeader(name, value)));
                answers.answer(response, StatusProblem.of(spring.getStatusCode().value()));
            }
            default -> {
                var instance = answers.answer(response, StatusProblem.of(500));
                LOG.error("An operation failed, answered as {}", instance, failure);
            }
        }
    }

    /** What stands in the address has no place in the body. */
    private static Problem pointed(Problem problem, HttpServletRequest request) {
        boolean hasBody = !request.getMethod().equals("GET");
        return problem.pointingOnlyAt(
                wrong -> hasBody && !isInAddress(wrong.pointer().substring(2), request));
    }

    private static boolean isInAddress(String field, HttpServletRequest request) {
        return request.getParameterMap().containsKey(field)
                || (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                                instanceof Map<?, ?> variables
                        && variables.containsKey(field));
    }
}
