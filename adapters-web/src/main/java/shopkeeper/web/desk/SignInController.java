package shopkeeper.web.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import shopkeeper.application.access.Scope;
import shopkeeper.web.kernel.Problem;
import shopkeeper.web.security.CallableBy;
import shopkeeper.web.security.Purses;

/** Coming to the desk and leaving it. The key is sent once; from then on a cookie speaks for it. */
@Controller
final class SignInController {
    private final DeskSessions sessions;
    private final DeskPages pages;
    private final Purses purses;
    private final PublicAddress address;

    SignInController(DeskSessions sessions, DeskPages pages, Purses purses, PublicAddress address) {
        this.sessions = sessions;
        this.pages = pages;
        this.purses = purses;
        this.address = address;
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
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    DeskGate.cookie(secret.get(), address.isSecure(request)));
            DeskPages.seeOther("/", response);
        } else {
            refuse(request, response);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var tooMuch = purses.payForWrongKey(request);
        tooMuch.map(Problem::retryAfter)
                .ifPresent(seconds -> response.setHeader("Retry-After", seconds.toString()));
        var error =
                tooMuch.isPresent()
                        ? "Too many wrong keys from here: wait a minute, then try again."
                        : "No agent and no administrator has this key.";
        int status = tooMuch.map(Problem::status).orElse(422);
        pages.page("signin", Map.of("error", error), status, request, response);
    }

    @PostMapping("/desk/sign-out")
    @CallableBy(Scope.PROFILES)
    void signOut(HttpServletRequest request, HttpServletResponse response) {
        DeskGate.secret(request).ifPresent(sessions::signOut);
        response.addHeader(HttpHeaders.SET_COOKIE, DeskGate.noCookie(address.isSecure(request)));
        DeskPages.seeOther("/", response);
    }
}
