package shopkeeper.web.desk;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import shopkeeper.application.access.Client;
import shopkeeper.application.access.Client.Role;
import shopkeeper.web.security.Credentials;

/**
 * Who is signed in at the desk. A session ends when nobody does anything for a while, and as soon
 * as its key or token is nobody's any more.
 */
@Component
final class DeskSessions {
    static final Duration IDLE = Duration.ofMinutes(20);
    private static final int MOST = 1000;
    private static final int SECRET_BYTES = 32;

    private final Credentials credentials;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    /**
     * @param clock of the wall: a shop's clock that stands still must keep nobody signed in
     */
    DeskSessions(Credentials credentials, @Qualifier("wallClock") InstantSource clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    private record Session(String key, Instant used) {
        boolean isIdle(Instant now) {
            return !now.isBefore(used.plus(IDLE));
        }

        /** A key never reaches a log line by accident. */
        @Override
        public String toString() {
            return "Session[…]";
        }
    }

    /** The secret of a new session; empty for a key that opens no desk. */
    Optional<String> signIn(String key) {
        return agent(key)
                .map(_ -> {
                    tidy();
                    var secret = new byte[SECRET_BYTES];
                    random.nextBytes(secret);
                    var name = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
                    sessions.put(name, new Session(key, clock.instant()));
                    return name;
                });
    }

    /**
     * @param isAct whether a person did something; what a page does by itself keeps no session
     *     alive
     */
    Optional<Client> agentOf(String secret, boolean isAct) {
        var session = sessions.get(secret);
        if (session == null) {
            return Optional.empty();
        }
        var now = clock.instant();
        var agent = session.isIdle(now) ? Optional.<Client>empty() : agent(session.key());
        if (agent.isEmpty()) {
            sessions.remove(secret);
        } else if (isAct) {
            sessions.replace(secret, session, new Session(session.key(), now));
        }
        return agent;
    }

    void signOut(String secret) {
        sessions.remove(secret);
    }

    private Optional<Client> agent(String key) {
        return credentials
                .clientWith(key)
                .filter(client -> client.role() == Role.AGENT || client.role() == Role.ADMIN);
    }

    /** Room for one more: first those who left, then who did nothing for longest. */
    private void tidy() {
        var now = clock.instant();
        sessions.values().removeIf(session -> session.isIdle(now));
        while (sessions.size() >= MOST) {
            sessions.entrySet().stream()
                    .min(
                            Map.Entry.comparingByValue(
                                    (one, other) -> one.used().compareTo(other.used())))
                    .ifPresent(oldest -> sessions.remove(oldest.getKey()));
        }
    }
}
