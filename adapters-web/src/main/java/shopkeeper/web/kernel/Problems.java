package shopkeeper.web.kernel;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
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
    void answer(Exception failure, HttpServletResponse response) throws IOException {
        switch (failure) {
            case ProblemException known -> answers.answer(response, known.problem());
            case Unavailable _ -> answers.answer(response, Problem.unavailable());
            case HttpMessageNotReadableException unreadable
                    when unreadable.getMostSpecificCause() instanceof ProblemException known ->
                    answers.answer(response, known.problem());
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
}
