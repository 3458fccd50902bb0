package shopkeeper.application.access;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import shopkeeper.domain.kernel.Ascii;

/**
 * What somebody whom the shop trusts says of a caller: who it is, and what it may do.
 *
 * @param subject its opaque id, never an address: it stands in the log as evidence
 * @param words the scopes, of which ours are taken and others passed over; {@code agent} says that
 *     the subject is a person of support, who may do nothing that an agent's key may not
 */
public record Token(String subject, Set<String> words) {
    private static final String AGENT = "agent";
    private static final int LONGEST_SUBJECT = 100;
    // Tills and followers speak AMQP and MQTT, where only keys open.
    private static final Set<Scope> NEVER = EnumSet.of(Scope.TILL, Scope.ANNOUNCEMENTS);

    public Token {
        Ascii.id("the subject", subject);
        if (subject.length() > LONGEST_SUBJECT || subject.contains("@")) {
            throw new IllegalArgumentException(
                    "the subject must be an opaque id of at most 100 characters, not an address");
        }
        words = Set.copyOf(words);
    }

    public Client client() {
        var scopes = EnumSet.noneOf(Scope.class);
        for (Scope scope : Scope.values()) {
            if (words.contains(scope.name().toLowerCase(Locale.ROOT))) {
                scopes.add(scope);
            }
        }
        scopes.removeAll(NEVER);
        if (!words.contains(AGENT)) {
            return new Client("token:" + subject, Client.Role.WEB, Set.of(), scopes);
        }
        scopes.retainAll(Scope.of(Client.Role.AGENT));
        return new Client("agent:" + subject, Client.Role.AGENT, Set.of(), scopes);
    }
}
