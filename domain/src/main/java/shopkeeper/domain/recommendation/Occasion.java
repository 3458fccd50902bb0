package shopkeeper.domain.recommendation;

import java.util.Locale;

/** What somebody is doing where a slate is shown: it decides which policy makes the slate. */
public enum Occasion {
    HOME,
    PRODUCT_PAGE,
    CART,
    TILL,
    RECEIPT;

    /**
     * By the placement's own name where that says it, such as {@code cart-below} or {@code
     * till-screen}, else by what is there.
     */
    public static Occasion of(String placement, boolean atTill, boolean page, boolean cart) {
        var name = placement.toLowerCase(Locale.ROOT);
        for (Occasion one : values()) {
            if (name.startsWith(one.word())) {
                return one;
            }
        }
        if (page) {
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
