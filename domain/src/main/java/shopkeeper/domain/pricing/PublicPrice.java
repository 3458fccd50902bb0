package shopkeeper.domain.pricing;

import java.util.List;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.ProductId;

/** What anybody pays here now, with the lines that lead to it; they sum to it exactly. */
public record PublicPrice(
        ProductId product, Money price, List<PriceLine> lines, List<PriceBookId> books) {
    /**
     * @throws IllegalArgumentException when the lines do not sum to the price: such a price is
     *     never shown
     */
    public PublicPrice {
        lines = List.copyOf(lines);
        books = List.copyOf(books);
        Money sum =
                lines.stream()
                        .map(PriceLine::amount)
                        .reduce(Money.zero(price.currency()), Money::plus);
        if (!sum.equals(price)) {
            throw new IllegalArgumentException(
                    "the lines sum to " + sum + ", the price is " + price);
        }
    }
}
