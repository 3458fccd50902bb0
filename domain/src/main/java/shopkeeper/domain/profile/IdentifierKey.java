package shopkeeper.domain.profile;

/**
 * The keyed hash (HMAC) of an identifier: equal for equal identifiers, and nothing can be read from
 * it.
 */
public record IdentifierKey(String value) {
    @Override
    public String toString() {
        return value;
    }
}
