package shopkeeper.application.access;

import java.util.Optional;
import java.util.Set;
import shopkeeper.domain.kernel.StoreId;

/**
 * A program that may call the platform.
 *
 * @param name web, agent, agent:NAME, admin, till:STORE:TILL, browser:NAME or follower:NAME; of who
 *     comes with a token: agent:SUBJECT or token:SUBJECT
 * @param origins of the pages a browser's key belongs to, such as {@code https://shop.example}
 * @param scopes what it may do
 */
public record Client(String name, Role role, Set<String> origins, Set<Scope> scopes) {
    private static final String AGENT = "agent:";
    private static final String AGENT_NAME = AGENT + "[A-Za-z0-9_-]{1,40}";
    private static final String TILL_NAME = "till:[A-Za-z0-9_-]{1,40}:[A-Za-z0-9_-]{1,40}";
    private static final String BROWSER_NAME = "browser:[A-Za-z0-9_-]{1,40}";
    private static final String FOLLOWER_NAME = "follower:[A-Za-z0-9_-]{1,40}";
    private static final String ORIGIN =
            "https?://([a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?|\\[[0-9a-f:]{2,39}])(:[0-9]{1,5})?";
    private static final int MOST_ORIGINS = 20;

    public Client {
        origins = Set.copyOf(origins);
        scopes = Set.copyOf(scopes);
        if (role != Role.BROWSER && !origins.isEmpty()) {
            throw new IllegalArgumentException("only the key of a browser belongs to origins");
        }
        if (origins.size() > MOST_ORIGINS) {
            throw new IllegalArgumentException("a key belongs to at most 20 origins");
        }
        for (var origin : origins) {
            if (!origin.matches(ORIGIN)) {
                throw new IllegalArgumentException(
                        "an origin is scheme, host and port as a browser sends them, like"
                                + " https://shop.example, not '"
                                + origin
                                + "'");
            }
        }
    }

    /** What kind of client it is. */
    public enum Role {
        /** The server of a web shop. */
        WEB,
        AGENT,
        ADMIN,
        TILL,
        /** A page in a visitor's browser: whoever looks into the page knows its key. */
        BROWSER,
        /** Another system that hears of what happens. */
        FOLLOWER
    }

    /**
     * @throws IllegalArgumentException when no client is called like that
     */
    public static Client named(String name) {
        var role =
                switch (name) {
                    case "web" -> Role.WEB;
                    case "agent" -> Role.AGENT;
                    case "admin" -> Role.ADMIN;
                    case String agent when agent.matches(AGENT_NAME) -> Role.AGENT;
                    case String till when till.matches(TILL_NAME) -> Role.TILL;
                    case String browser when browser.matches(BROWSER_NAME) -> Role.BROWSER;
                    case String follower when follower.matches(FOLLOWER_NAME) -> Role.FOLLOWER;
                    default ->
                            throw new IllegalArgumentException(
                                    "clients are called web, agent, agent:NAME, admin,"
                                            + " till:STORE:TILL, browser:NAME or follower:NAME,"
                                            + " not '"
                                            + name
                                            + "'");
                };
        return new Client(name, role, Set.of(), Scope.of(role));
    }

    /** On pages of these origins. */
    public Client on(Set<String> pages) {
        return new Client(name, role, pages, scopes);
    }

    /**
     * Who vouches for what a customer says to them: the opaque id of a support agent or an
     * administrator; empty for programs.
     */
    public Optional<String> agent() {
        return switch (role) {
            case AGENT, ADMIN ->
                    Optional.of(name.startsWith(AGENT) ? name.substring(AGENT.length()) : name);
            case WEB, TILL, BROWSER, FOLLOWER -> Optional.empty();
        };
    }

    /** The store of a till. */
    public Optional<StoreId> store() {
        return role == Role.TILL
                ? Optional.of(new StoreId(name.split(":", -1)[1]))
                : Optional.empty();
    }
}
