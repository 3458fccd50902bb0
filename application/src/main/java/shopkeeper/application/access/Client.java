package shopkeeper.application.access;

import java.util.Optional;
import java.util.Set;
import shopkeeper.domain.kernel.StoreId;

/**
 * A program that may call the platform.
 *
 * @param name web, agent, admin or till:STORE:TILL
 */
public record Client(String name, Role role) {
    /** What kind of client it is. */
    public enum Role {
        WEB,
        AGENT,
        ADMIN,
        TILL
    }

    /**
     * @throws IllegalArgumentException when no client is called like that
     */
    public static Client named(String name) {
        return new Client(
                name,
                switch (name) {
                    case "web" -> Role.WEB;
                    case "agent" -> Role.AGENT;
                    case "admin" -> Role.ADMIN;
                    case String till
                            when till.matches("till:[A-Za-z0-9_-]{1,40}:[A-Za-z0-9_-]{1,40}") ->
                            Role.TILL;
                    default ->
                            throw new IllegalArgumentException(
                                    "clients are called web, agent, admin or till:STORE:TILL, not '"
                                            + name
                                            + "'");
                });
    }

    /** The store of a till. */
    public Optional<StoreId> store() {
        return role == Role.TILL
                ? Optional.of(new StoreId(name.split(":", -1)[1]))
                : Optional.empty();
    }

    public Set<Scope> scopes() {
        return Scope.of(role);
    }
}
