package shopkeeper.application.access;

import java.util.Optional;
import java.util.Set;

/** The keys of the clients. */
public interface Keys {
    /** Whose key that is; empty for a key nobody has. */
    Optional<Client> clientWith(String key);

    /**
     * The key of a client, made when there is none yet; its origins are changed where some are
     * named.
     */
    String keyOf(Client client);

    /** A new key; the one before opens nothing any more, within a minute on every node. */
    String renew(Client client);

    /** False when the client had no key. */
    boolean revoke(Client client);

    /** The origins of every browser's key. */
    Set<String> origins();
}
