package shopkeeper.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;
import shopkeeper.web.kernel.Problem;
import shopkeeper.web.kernel.ProblemAnswers;

/** Turns away whoever shows no key or token, or one that opens nothing. */
final class WithoutKey implements AuthenticationEntryPoint {
    private final Purses purses;
    private final ProblemAnswers answers;

    WithoutKey(Purses purses, ProblemAnswers answers) {
        this.purses = purses;
        this.answers = answers;
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (why instanceof IssuerUnreachable) {
            answers.answer(response, Problem.unavailable());
            return;
        }
        if (request.getHeader("Authorization") != null || KeyInBody.found(request) != null) {
            var tooMuch = purses.payForWrongKey(request);
            if (tooMuch.isPresent()) {
                answers.answer(response, tooMuch.get());
                return;
            }
        }
        response.addHeader("WWW-Authenticate", "Bearer realm=\"shopkeeper\"");
        response.addHeader("WWW-Authenticate", "Basic realm=\"shopkeeper\"");
        answers.answer(
                response,
                Problem.of(
                        401,
                        "not-authenticated",
                        "A key or token is missing or wrong",
                        whatIsWrong(why)));
    }

    /** Of a key nothing is said; of a token what its owner can mend. */
    private static String whatIsWrong(AuthenticationException why) {
        var token = why instanceof InvalidBearerTokenException ? why.getMessage() : null;
        return token == null || token.isEmpty()
                ? "Send the key as bearer token, or as Basic user name or password."
                : "The token is not taken: %s.".formatted(token);
    }
}
