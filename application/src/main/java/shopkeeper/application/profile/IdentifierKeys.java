package shopkeeper.application.profile;

import shopkeeper.domain.profile.Identifier;
import shopkeeper.domain.profile.IdentifierKey;

/** Turns an identifier into its keyed hash; the key lives outside the database. */
public interface IdentifierKeys {
    IdentifierKey keyOf(Identifier identifier);
}
