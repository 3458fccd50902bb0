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

    /** Artemis takes no other principal than its own. */
    Subject asSubject() {
        var subject = new Subject();
        subject.getPrincipals().add(new UserPrincipal(name));
        subject.setReadOnly();
        return subject;
    }
}
