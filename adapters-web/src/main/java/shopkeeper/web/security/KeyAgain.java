package shopkeeper.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import shopkeeper.application.access.Scope;

/** Asks again, while a long answer is being given, whether its key or token may still have it. */
@Component
public final class KeyAgain {
    private final Credentials credentials;
    private final KeyInHeader inHeader = new KeyInHeader();

    KeyAgain(Credentials credentials) {
        this.credentials = credentials;
    }

    public BooleanSupplier mayStill(HttpServletRequest request, Scope scope) {
        var key = inHeader.resolve(request);
        return () ->
                key != null
                        && credentials
                                .clientWith(key)
                                .filter(client -> client.scopes().contains(scope))
                                .isPresent();
    }
}
