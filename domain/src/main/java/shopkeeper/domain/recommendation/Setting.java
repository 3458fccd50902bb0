package shopkeeper.domain.recommendation;

import java.util.List;
import java.util.Optional;
import shopkeeper.domain.kernel.ProductId;

/**
 * Where a slate is shown and what the customer is doing there.
 *
 * @param page products on the page
 * @param cart what is in the cart or basket
 * @param category the page is about
 * @param query what was searched for
 * @param device such as phone or desktop
 * @param age years that somebody confirmed the customer has; 0: nobody did
 */
public record Setting(
        List<ProductId> page,
        List<ProductId> cart,
        Optional<String> category,
        Optional<String> query,
        Optional<String> device,
        Language language,
        int age) {
    public static final Setting PLAIN =
            new Setting(
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Language.ENGLISH,
                    0);

    public Setting {
        page = List.copyOf(page);
        cart = List.copyOf(cart);
    }

    public Setting with(List<ProductId> products) {
        return new Setting(products, cart, category, query, device, language, age);
    }
}
