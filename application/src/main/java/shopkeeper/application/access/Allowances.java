package shopkeeper.application.access;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import shopkeeper.application.access.Client.Role;

/**
 * How much each client may ask for.
 *
 * @param clients requests of each client of this role; of a browser's key: events and questions
 * @param wrongKeys tries of one address to come in with a key that nobody has
 */
public record Allowances(Map<Role, Allowance> clients, Allowance wrongKeys) {
    /**
     * A server may work as hard as the platform can; a public key, a person and a till need less.
     */
    public static final Allowances USUAL =
            new Allowances(
                    Map.of(
                            Role.WEB, Allowance.aMinute(1_200_000),
                            Role.ADMIN, Allowance.aMinute(1_200_000),
                            Role.AGENT, Allowance.aMinute(1_200),
                            Role.TILL, Allowance.aMinute(1_200),
                            Role.FOLLOWER, Allowance.aMinute(1_200),
                            Role.BROWSER, Allowance.aMinute(600)),
                    Allowance.aMinute(60));

    private static final String WORD = "[a-z-]+=[0-9]{1,12}/[0-9]{1,6}";

    public Allowances {
        clients = Map.copyOf(clients);
        if (clients.size() != Role.values().length) {
            throw new IllegalArgumentException("every role has an allowance");
        }
    }

    public Allowance of(Role role) {
        return Objects.requireNonNull(clients.get(role));
    }

    /**
     * With others for some: {@code agent=600/60,wrong-keys=20/60} is 600 requests in 60 seconds and
     * 20 wrong keys in as many.
     */
    public Allowances with(String text) {
        var changed = new EnumMap<>(clients);
        var tries = wrongKeys;
        for (var word : text.isBlank() ? new String[0] : text.strip().split("\\s*,\\s*", -1)) {
            if (!word.matches(WORD)) {
                throw unreadable(word);
            }
            var parts = word.split("[=/]", -1);
            var allowance =
                    new Allowance(
                            Long.parseLong(parts[1]), Duration.ofSeconds(Long.parseLong(parts[2])));
            if (parts[0].equals("wrong-keys")) {
                tries = allowance;
            } else {
                changed.put(role(parts[0], word), allowance);
            }
        }
        return new Allowances(changed, tries);
    }

    private static Role role(String name, String word) {
        for (Role role : Role.values()) {
            if (role.name().toLowerCase(Locale.ROOT).equals(name)) {
                return role;
            }
        }
        throw unreadable(word);
    }

    private static IllegalArgumentException unreadable(String word) {
        return new IllegalArgumentException(
                "'"
                        + word
                        + "' is no limit: write SHOPKEEPER_LIMITS as web=1200000/60,agent=600/60"
                        + " (requests/seconds) of web, agent, admin, till, follower, browser or wrong-keys");
    }
}
