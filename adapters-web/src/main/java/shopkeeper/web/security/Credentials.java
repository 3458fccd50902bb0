package shopkeeper.web.security;

import java.util.Optional;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.stereotype.Component;
import shopkeeper.application.access.Client;
import shopkeeper.application.access.Keys;

/** Whose a key is that somebody shows, or a token. */
@Component
public final class Credentials {
    private final Keys keys;
    private final Optional<Tokens> tokens;

    Credentials(Keys keys, TokenWiring.TrustedIssuer issuer) {
        this.keys = keys;
        this.tokens = issuer.tokens();
    }

    /** Empty for what opens nothing. */
    public Optional<Client> clientWith(String shown) {
        try {
            return Optional.of(client(shown));
        } catch (InvalidBearerTokenException _) {
            return Optional.empty();
        }
    }

    /**
     * @throws InvalidBearerTokenException for what opens nothing; the message says why, where a
     *     token was shown
     */
    Client client(String shown) {
        if (tokens.isPresent() && Tokens.isOne(shown)) {
            return tokens.get().client(shown);
        }
        return keys.clientWith(shown).orElseThrow(() -> new InvalidBearerTokenException(""));
    }
}
