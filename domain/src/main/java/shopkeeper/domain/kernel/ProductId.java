package shopkeeper.domain.kernel;

/** The code under which the shop sells a product: its own SKU or a GTIN as text. */
public record ProductId(String value) {
    public ProductId {
        Ascii.id("product id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
