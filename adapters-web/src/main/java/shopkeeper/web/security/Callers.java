package shopkeeper.web.security;

import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import shopkeeper.application.access.Client;

/** Who is calling now. */
public final class Callers {
    static final String CLIENT = "client";

    private Callers() {}

    /** Empty for a stranger. */
    public static Optional<Client> caller() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                        && authentication.getPrincipal()
                                instanceof OAuth2AuthenticatedPrincipal known
                ? Optional.ofNullable(known.getAttribute(CLIENT))
                : Optional.empty();
    }

    /** Whether it is a page in a browser: its key is public, so it is believed less. */
    public static boolean isBrowser() {
        return caller().filter(client -> client.role() == Client.Role.BROWSER).isPresent();
    }
}
