package shopkeeper.domain.kernel;

/**
 * The random, opaque name under which the shop remembers one person; never derived from an
 * identifier.
 */
public record CustomerId(String value) {
    public CustomerId {
        Ascii.id("customer id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
