package shopkeeper.web.repetition;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import shopkeeper.application.repetition.Answer;
import shopkeeper.application.repetition.KeptAnswers;
import shopkeeper.application.repetition.KeptAnswers.Found;
import shopkeeper.application.repetition.Request;
import shopkeeper.web.kernel.Messages;
import shopkeeper.web.kernel.Problem;
import shopkeeper.web.repetition.Repeated.Way;

/** Lets a request through once under its key, and answers it from memory when it comes again. */
@Component
final class KeyedRequests implements HandlerInterceptor {
    private final KeptAnswers answers;
    private final InstantSource clock;

    KeyedRequests(KeptAnswers answers, InstantSource clock) {
        this.answers = answers;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        return switch (way(request, handler)) {
            case ASKED_AFRESH -> true;
            case LINE_BY_LINE -> {
                Messages.key(request);
                yield true;
            }
            case KEY_NEEDED -> {
                if (Messages.key(request).isEmpty()) {
                    throw Problem.of(
                                    400,
                                    "idempotency-key-required",
                                    "A key is missing",
                                    "Send an Idempotency-Key: a text of your own choice, new for"
                                            + " each thing to be done, the same when you try again.")
                            .asException();
                }
                yield mayGoOn(request, response);
            }
            case KEY_TAKEN -> Messages.key(request).isEmpty() || mayGoOn(request, response);
        };
    }

    static Way way(HttpServletRequest request, Object handler) {
        return handler instanceof HandlerMethod operation
                ? Way.of(request.getMethod(), operation)
                : Way.ASKED_AFRESH;
    }

    private boolean mayGoOn(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var exchange = Exchange.of(request);
        if (exchange == null) {
            throw new IllegalStateException("a request with a key came past the filter for keys");
        }
        var named = new Request(Messages.client(request), Messages.key(request).orElseThrow());
        var now = clock.instant();
        return switch (answers.begin(named, exchange.content(), now)) {
            case Found.New _ -> {
                exchange.begun(new Exchange.Begun(named, now));
                yield true;
            }
            case Found.Answered(var answer) -> {
                again(response, answer);
                yield false;
            }
            case Found.Running _ ->
                    throw Problem.of(
                                    409,
                                    "idempotency-in-flight",
                                    "This is being done",
                                    "A request under this Idempotency-Key has no answer yet: ask"
                                            + " again in a second.")
                            .retriedAfter(1)
                            .asException();
            case Found.OtherContent _ ->
                    throw Problem.of(
                                    422,
                                    "idempotency-conflict",
                                    "The same key with other content",
                                    "This Idempotency-Key was used for another request within a"
                                            + " day; nothing was changed.")
                            .asException();
        };
    }

    private static void again(HttpServletResponse response, Answer answer) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setHeader("Idempotent-Replayed", "true");
        response.getOutputStream().write(answer.body());
    }
}
