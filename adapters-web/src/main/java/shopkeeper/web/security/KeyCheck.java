package shopkeeper.web.security;

import java.util.List;
import java.util.Map;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.stereotype.Component;
import shopkeeper.application.access.Client;
import shopkeeper.application.access.Keys;

/** Asks whose key it is. */
@Component
final class KeyCheck implements OpaqueTokenIntrospector {
    private final Keys keys;

    KeyCheck(Keys keys) {
        this.keys = keys;
    }

    @Override
    public OAuth2AuthenticatedPrincipal introspect(String key) {
        return keys.clientWith(key)
                .map(KeyCheck::principal)
                .orElseThrow(() -> new BadOpaqueTokenException("nobody has this key"));
    }

    private static OAuth2AuthenticatedPrincipal principal(Client client) {
        List<GrantedAuthority> scopes =
                client.scopes().stream().<GrantedAuthority>map(ScopeAuthority::new).toList();
        return new DefaultOAuth2AuthenticatedPrincipal(
                client.name(), Map.of("sub", client.name(), Callers.CLIENT, client), scopes);
    }
}
