package shopkeeper.application.access;

import java.util.Optional;

/** The keys of the clients. */
public interface Keys {
    /** Whose key that is; empty for a key nobody has. */
    Optional<Client> clientWith(String key);

    /** The key of a client, made when there is none yet. */
    String keyOf(Client client);
}
