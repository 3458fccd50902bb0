package shopkeeper.web.security;

import java.util.List;
import java.util.Map;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.stereotype.Component;
import shopkeeper.application.access.Client;

/** Asks whose key or token it is. */
@Component
final class KeyCheck implements OpaqueTokenIntrospector {
    private final Credentials credentials;

    KeyCheck(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public OAuth2AuthenticatedPrincipal introspect(String shown) {
        return principal(credentials.client(shown));
    }

    private static OAuth2AuthenticatedPrincipal principal(Client client) {
        List<GrantedAuthority> scopes =
                client.scopes().stream().<GrantedAuthority>map(ScopeAuthority::new).toList();
        return new DefaultOAuth2AuthenticatedPrincipal(
                client.name(), Map.of("sub", client.name(), Callers.CLIENT, client), scopes);
    }
}
