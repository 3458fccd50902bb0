package shopkeeper.domain.recommendation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import shopkeeper.domain.kernel.ProductId;

/**
 * Where a slate is shown and what the customer is doing there.
 *
 * @param page products on the page
 * @param cart what is in the cart or basket
 * @param category the page is about
 * @param query what was searched for
 * @param age years that somebody confirmed the customer has; 0: nobody did
 */
public record Setting(
        List<ProductId> page,
        List<ProductId> cart,
        Optional<String> category,
        Optional<String> query,
        Language language,
        int age) {
    public static final Setting PLAIN =
            new Setting(
                    List.of(), List.of(), Optional.empty(), Optional.empty(), Language.ENGLISH, 0);

    /** So many of a page and of a cart say enough about what goes with them. */
    private static final int ASKED = 20;

    public Setting {
        page = List.copyOf(page);
        cart = List.copyOf(cart);
    }

    public Setting with(List<ProductId> products) {
        return new Setting(products, cart, category, query, language, age);
    }

    /** All that is there already, none of which is suggested again. */
    Stream<ProductId> there() {
        return Stream.concat(page.stream(), cart.stream());
    }

    /** What of it models and rules are asked about: the first of the page and of the cart. */
    public Stream<ProductId> asked() {
        return Stream.concat(page.stream().limit(ASKED), cart.stream().limit(ASKED));
    }
}
