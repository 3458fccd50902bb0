package shopkeeper.web.security;

import org.springframework.security.core.GrantedAuthority;
import shopkeeper.application.access.Scope;

/** A scope in Spring's words. */
record ScopeAuthority(Scope scope) implements GrantedAuthority {
    @Override
    public String getAuthority() {
        return "SCOPE_" + scope.name();
    }
}
