package shopkeeper.domain.kernel;

/** The code of a store. */
public record StoreId(String value) {
    public StoreId {
        Ascii.id("store id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
