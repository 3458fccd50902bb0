package shopkeeper.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import shopkeeper.application.access.Keys;
import shopkeeper.application.access.Scope;

/** Asks again, while a long answer is being given, whether its key may still have it. */
@Component
public final class KeyAgain {
    private final Keys keys;
    private final KeyInHeader inHeader = new KeyInHeader();

    KeyAgain(Keys keys) {
        this.keys = keys;
    }

    public BooleanSupplier mayStill(HttpServletRequest request, Scope scope) {
        var key = inHeader.resolve(request);
        return () ->
                key != null
                        && keys.clientWith(key)
                                .filter(client -> client.scopes().contains(scope))
                                .isPresent();
    }
}
