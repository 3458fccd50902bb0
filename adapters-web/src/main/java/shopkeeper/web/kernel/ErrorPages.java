package shopkeeper.web.kernel;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/** What the container found wrong is answered like everything else, not by an error page. */
@Component
final class ErrorPages implements HandlerInterceptor {
    private final ProblemAnswers answers;

    ErrorPages(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (request.getDispatcherType() != DispatcherType.ERROR) {
            return true;
        }
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var why = request.getAttribute(PatientBody.WHY);
        answers.answer(
                response,
                why instanceof Problem known
                        ? known
                        : StatusProblem.of(status instanceof Integer code ? code : 500));
        return false;
    }
}
