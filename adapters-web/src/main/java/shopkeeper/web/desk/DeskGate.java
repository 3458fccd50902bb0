package shopkeeper.web.desk;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import shopkeeper.application.access.Client;
import shopkeeper.application.access.Scope;
import shopkeeper.web.kernel.Problem;
import shopkeeper.web.security.CallableBy;
import shopkeeper.web.security.Purses;

/**
 * Lets nobody to the desk who has not signed in, nobody do what their key may not, and no other
 * site's page do anything in their name.
 */
@Component
final class DeskGate implements HandlerInterceptor {
    static final String COOKIE = "shopkeeper-desk";

    private final DeskSessions sessions;
    private final Purses purses;
    private final PublicAddress address;

    DeskGate(DeskSessions sessions, Purses purses, PublicAddress address) {
        this.sessions = sessions;
        this.purses = purses;
        this.address = address;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod operation)) {
            throw Problem.notFound("There is nothing under this path.").asException();
        }
        if (!isLook(request) && !address.isWhereItCameFrom(request)) {
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
        var tooMuch = purses.pay(agent.get(), request, response);
        if (tooMuch.isPresent()) {
            throw tooMuch.get().asException();
        }
        return true;
    }

    /** Who is signed in. */
    Optional<Client> agent(HttpServletRequest request) {
        boolean isAct = !isByItself(request);
        return secret(request).flatMap(secret -> sessions.agentOf(secret, isAct));
    }

    /** Whether a stream that was opened may be told more; asking keeps nobody signed in. */
    boolean mayGoOn(HttpServletRequest request, Scope scope) {
        return secret(request)
                .flatMap(secret -> sessions.agentOf(secret, false))
                .filter(agent -> agent.scopes().contains(scope))
                .isPresent();
    }

    /** What a page that is left open goes on asking for. */
    private static boolean isByItself(HttpServletRequest request) {
        return isLook(request)
                && (request.getHeader("HX-Request") != null || asksForStream(request));
    }

    private static boolean isLook(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static boolean asksForStream(HttpServletRequest request) {
        return String.valueOf(request.getHeader("Accept")).contains("event-stream");
    }

    /** Whoever signed out may have left before the answer that takes the cookie away. */
    void takeDeadCookie(HttpServletRequest request, HttpServletResponse response) {
        if (secret(request).isPresent()) {
            response.addHeader(HttpHeaders.SET_COOKIE, noCookie(address.isSecure(request)));
        }
    }

    static Optional<String> secret(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst();
    }

    /** No script reads it and no other site sends it; it goes with the browser. */
    static String cookie(String secret, boolean secure) {
        return cookieOf(secret, secure).build().toString();
    }

    static String noCookie(boolean secure) {
        return cookieOf("", secure).maxAge(0).build().toString();
    }

    private static ResponseCookie.ResponseCookieBuilder cookieOf(String secret, boolean secure) {
        return ResponseCookie.from(COOKIE, secret)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Strict");
    }

    /** A part of a page has no page to show: it sends the whole page there. */
    private void toSignIn(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", "/");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (isLook(request) && !asksForStream(request)) {
            takeDeadCookie(request, response);
            response.sendRedirect("/");
        } else {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    private static RuntimeException notPermitted(String words) {
        return Problem.of(403, "not-permitted", "Not permitted", words).asException();
    }
}
