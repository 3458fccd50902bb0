package shopkeeper.files.shopdata;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import shopkeeper.application.profile.IdentifierKeys;
import shopkeeper.domain.profile.Identifier;
import shopkeeper.domain.profile.IdentifierType;

/**
 * Names receipts that a file does not name: what one customer buys on one day in one store is one;
 * of nobody in particular, what is bought at the same moment.
 */
record Visits(IdentifierKeys keys, IdentifierType type) {
    private static final int LENGTH = 16;

    /** Nobody's identifier can be read from it, since it is never erased. */
    String name(Optional<String> customer, Optional<String> store, Times.Read.At time) {
        var who = customer.map(name -> keys.keyOf(new Identifier(type, name)).value()).orElse("-");
        var when = customer.isPresent() ? time.day().toString() : time.instant().toString();
        var text = String.join("|", who, store.orElse("-"), when);
        return "visit-" + HexFormat.of().formatHex(sha256(text), 0, LENGTH);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java lacks SHA-256: use a complete JDK", e);
        }
    }
}
