package shopkeeper.web.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import shopkeeper.application.access.Scope;
import shopkeeper.web.security.CallableBy;

/** Coming to the desk and leaving it. The key is sent once; from then on a cookie speaks for it. */
@Controller
final class SignInController {
    private final DeskSessions sessions;
    private final DeskPages pages;

    SignInController(DeskSessions sessions, DeskPages pages) {
        this.sessions = sessions;
        this.pages = pages;
    }

    @PostMapping("/desk/sign-in")
    @OpenToAnybody
    void signIn(
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Optional<String> secret = sessions.signIn(key.strip());
        if (secret.isPresent()) {
            response.addHeader(HttpHeaders.SET_COOKIE, cookie(secret.get(), request));
            DeskPages.seeOther("/", response);
        } else {
            var error = "No agent and no administrator has this key.";
            pages.page("signin", Map.of("error", error), 422, request, response);
        }
    }

    @PostMapping("/desk/sign-out")
    @CallableBy(Scope.PROFILES)
    void signOut(HttpServletRequest request, HttpServletResponse response) {
        DeskGate.secret(request).ifPresent(sessions::signOut);
        response.addHeader(HttpHeaders.SET_COOKIE, cookie("", request));
        DeskPages.seeOther("/", response);
    }

    /** No script reads it and no other site sends it; it goes with the browser. */
    private static String cookie(String secret, HttpServletRequest request) {
        var cookie =
                ResponseCookie.from(DeskGate.COOKIE, secret)
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Strict");
        return (secret.isEmpty() ? cookie.maxAge(0) : cookie).build().toString();
    }
}
