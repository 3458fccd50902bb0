package shopkeeper.domain.recommendation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody is doing where a slate is shown: it decides which policy makes the slate. */
public enum Occasion {
    HOME,
    PRODUCT_PAGE,
    CART,
    TILL,
    RECEIPT;

    /**
     * By the placement's own name where that says it, else by the kind of page, else by what is
     * there.
     *
     * @param products whether any are on the page
     */
    public static Occasion of(
            String placement,
            Optional<String> page,
            boolean atTill,
            boolean products,
            boolean cart) {
        return named(placement)
                .or(() -> page.flatMap(Occasion::named))
                .orElseGet(() -> ofWhatIsThere(atTill, products, cart));
    }

    /** Of a name that begins with it, such as {@code cart-below} or {@code till-screen}. */
    public static Optional<Occasion> named(String name) {
        var word = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(one -> word.startsWith(one.word())).findFirst();
    }

    private static Occasion ofWhatIsThere(boolean atTill, boolean products, boolean cart) {
        if (products) {
            return PRODUCT_PAGE;
        }
        if (atTill) {
            return TILL;
        }
        return cart ? CART : HOME;
    }

    /** As placements and policies are named after it. */
    public String word() {
        return switch (this) {
            case HOME -> "home";
            case PRODUCT_PAGE -> "product";
            case CART -> "cart";
            case TILL -> "till";
            case RECEIPT -> "receipt";
        };
    }
}
