package shopkeeper.messaging.kernel;

import java.util.Optional;
import shopkeeper.domain.catalog.Gtin;
import shopkeeper.domain.kernel.ProductId;

/**
 * The product a line names: by bar code, by the till's own item number, or by the shop's.
 *
 * @param flawed a bar code whose check digit is wrong
 */
public record NamedProduct(ProductId product, boolean flawed) {
    public static NamedProduct in(Fields line) {
        return line.text("gtin", NamedProduct::byBarCode)
                .or(() -> line.text("posItem", NamedProduct::own))
                .or(() -> line.text("sku", NamedProduct::own))
                .orElseThrow(() -> line.missing("gtin, posItem or sku"));
    }

    private static NamedProduct byBarCode(String text) {
        Optional<Gtin> gtin = Gtin.of(text);
        return gtin.map(code -> new NamedProduct(code.product(), !code.isChecked()))
                .orElseGet(() -> new NamedProduct(new ProductId(text), true));
    }

    private static NamedProduct own(String text) {
        return new NamedProduct(new ProductId(text), false);
    }
}
