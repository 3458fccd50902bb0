package shopkeeper.web.desk;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import shopkeeper.application.access.Client;
import shopkeeper.web.kernel.Problem;
import shopkeeper.web.security.CallableBy;

/**
 * Lets nobody to the desk who has not signed in, nobody do what their key may not, and no other
 * site's page do anything in their name.
 */
@Component
final class DeskGate implements HandlerInterceptor {
    static final String COOKIE = "shopkeeper-desk";

    private final DeskSessions sessions;

    DeskGate(DeskSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod operation)) {
            throw Problem.notFound("There is nothing under this path.").asException();
        }
        if (!request.getMethod().equals("GET") && !comesFromOurPage(request)) {
            throw notPermitted("This was not sent from the desk's own page.");
        }
        if (operation.hasMethodAnnotation(OpenToAnybody.class)) {
            return true;
        }
        var agent = agent(request);
        if (agent.isEmpty()) {
            toSignIn(request, response);
            return false;
        }
        var callable = operation.getMethodAnnotation(CallableBy.class);
        if (callable == null || !agent.get().scopes().contains(callable.value())) {
            throw notPermitted("This key may not do that.");
        }
        return true;
    }

    /** Who is signed in. */
    Optional<Client> agent(HttpServletRequest request) {
        boolean isAct = !isByItself(request);
        return secret(request).flatMap(secret -> sessions.agentOf(secret, isAct));
    }

    /** What a page that is left open goes on asking for. */
    private static boolean isByItself(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && (request.getHeader("HX-Request") != null || asksForStream(request));
    }

    private static boolean asksForStream(HttpServletRequest request) {
        return String.valueOf(request.getHeader("Accept")).contains("event-stream");
    }

    static Optional<String> secret(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst();
    }

    /** Browsers say where a form was sent from; who says nothing is no browser. */
    private static boolean comesFromOurPage(HttpServletRequest request) {
        var origin = request.getHeader("Origin");
        return origin != null
                && origin.equals(request.getScheme() + "://" + request.getHeader("Host"));
    }

    /** A part of a page has no page to show: it sends the whole page there. */
    private static void toSignIn(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", "/");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (request.getMethod().equals("GET") && !asksForStream(request)) {
            response.sendRedirect("/");
        } else {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    private static RuntimeException notPermitted(String words) {
        return Problem.of(403, "not-permitted", "Not permitted", words).asException();
    }
}
