package shopkeeper.messaging.broker;

import java.util.Optional;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import shopkeeper.application.access.Client;

/**
 * Whom the broker let in.
 *
 * @param client empty for the platform itself
 */
record Visitor(String name, Optional<Client> client) {
    static final String PLATFORM = "platform";

    static Visitor platform() {
        return new Visitor(PLATFORM, Optional.empty());
    }

    static Visitor with(Client client) {
        return new Visitor(client.name(), Optional.of(client));
    }

    static Optional<Visitor> in(Subject subject) {
        return subject.getPrincipals(UserPrincipal.class).stream()
                .map(UserPrincipal::getName)
                .map(name -> name.equals(PLATFORM) ? platform() : with(Client.named(name)))
                .findFirst();
    }

    static Optional<String> keyIn(Subject subject) {
        return subject.getPrivateCredentials(Key.class).stream().map(Key::key).findFirst();
    }

    /** Artemis takes no other principal than its own. */
    Subject asSubject(String key) {
        var subject = new Subject();
        subject.getPrincipals().add(new UserPrincipal(name));
        subject.getPrivateCredentials().add(new Key(key));
        subject.setReadOnly();
        return subject;
    }

    /** What somebody came in with, and never prints. */
    private record Key(String key) {
        @Override
        public String toString() {
            return "key";
        }
    }
}
