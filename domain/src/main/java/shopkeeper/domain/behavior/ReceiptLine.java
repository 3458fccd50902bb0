package shopkeeper.domain.behavior;

import java.math.BigDecimal;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.ProductId;

/**
 * A product on a receipt.
 *
 * @param quantity above zero, up to six decimals: pieces or kilograms; on a return too
 * @param extended what the line costs before discounts of the whole receipt
 */
public record ReceiptLine(ProductId product, BigDecimal quantity, Money unitPrice, Money extended) {
    private static final BigDecimal LIMIT = new BigDecimal("1000000");

    public ReceiptLine {
        if (quantity.signum() <= 0 || quantity.compareTo(LIMIT) > 0 || quantity.scale() > 6) {
            throw new IllegalArgumentException(
                    "a quantity must be above 0, at most 1000000 and have at most 6 decimals");
        }
        quantity = quantity.stripTrailingZeros();
        if (quantity.scale() < 0) {
            quantity = quantity.setScale(0);
        }
    }

    /** A line whose price is simply quantity times unit price, rounded to the cent. */
    public static ReceiptLine of(ProductId product, BigDecimal quantity, Money unitPrice) {
        return new ReceiptLine(product, quantity, unitPrice, unitPrice.times(quantity));
    }
}
