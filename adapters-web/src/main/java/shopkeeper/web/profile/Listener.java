package shopkeeper.web.profile;

import java.util.function.BooleanSupplier;

/**
 * Who listens to a stream.
 *
 * @param name of the key or the session; each has a share of the streams
 * @param share how many of them it may have open at once
 * @param mayListen asked before anything is told, because a key can be revoked meanwhile
 */
public record Listener(String name, int share, BooleanSupplier mayListen) {
    /** A session's name is its secret. */
    @Override
    public String toString() {
        return "Listener[…]";
    }
}
