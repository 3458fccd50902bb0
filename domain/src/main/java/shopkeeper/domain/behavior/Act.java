package shopkeeper.domain.behavior;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import shopkeeper.domain.kernel.ProductId;

/**
 * What a customer did: the facts of the e-commerce spec (version 2) that web shops already send.
 * Orders are receipts, and so facts of the log.
 */
public sealed interface Act {
    /** As many products of a cart or a list as are kept; the first ones count. */
    int MOST_PRODUCTS = 100;

    record ProductViewed(ProductId product, Attention attention) implements Act {}

    record ProductClicked(ProductId product) implements Act {}

    record ProductAdded(ProductId product) implements Act {}

    record ProductRemoved(ProductId product) implements Act {}

    /** The cart as it was seen. */
    record CartViewed(List<ProductId> products) implements Act {
        public CartViewed {
            products = first(products);
        }
    }

    record ListViewed(Optional<ListName> list, List<ProductId> products) implements Act {
        public ListViewed {
            products = first(products);
        }
    }

    record ListFiltered(Optional<ListName> list, List<ProductId> products) implements Act {
        public ListFiltered {
            products = first(products);
        }
    }

    /**
     * A search.
     *
     * @param results how many products were found; empty where the shop does not say
     */
    record Searched(Optional<Query> query, OptionalInt results) implements Act {
        public Searched {
            if (results.isPresent() && results.getAsInt() < 0) {
                throw new IllegalArgumentException("a search finds nothing or something");
            }
        }

        public boolean foundNothing() {
            return results.isPresent() && results.getAsInt() == 0;
        }
    }

    record WishListed(ProductId product) implements Act {}

    record Unwished(ProductId product) implements Act {}

    record Shared(Optional<ProductId> about) implements Act {}

    record Reviewed(ProductId product) implements Act {}

    record CheckedOut(Step step) implements Act {}

    record PageViewed(Optional<ProductId> about, Attention attention) implements Act {}

    /** A page of an app. */
    record ScreenViewed(Optional<ProductId> about, Attention attention) implements Act {}

    /** Somebody turned away from a page: how long they had it before their eyes. */
    record PageLeft(Optional<ProductId> about, Attention attention) implements Act {}

    /** A name we have no use for, kept all the same. */
    record Other(Optional<ProductId> about) implements Act {}

    /** How far somebody came on the way to the order. */
    enum Step {
        STARTED,
        STEP_VIEWED,
        STEP_COMPLETED,
        PAYMENT_INFO_ENTERED
    }

    /** What it was about, if it was about one product. */
    default Optional<ProductId> about() {
        return switch (this) {
            case ProductViewed(var product, _) -> Optional.of(product);
            case ProductClicked(var product) -> Optional.of(product);
            case ProductAdded(var product) -> Optional.of(product);
            case ProductRemoved(var product) -> Optional.of(product);
            case WishListed(var product) -> Optional.of(product);
            case Unwished(var product) -> Optional.of(product);
            case Reviewed(var product) -> Optional.of(product);
            case Shared(var about) -> about;
            case PageViewed(var about, _) -> about;
            case ScreenViewed(var about, _) -> about;
            case PageLeft(var about, _) -> about;
            case Other(var about) -> about;
            case CartViewed _, ListViewed _, ListFiltered _, Searched _, CheckedOut _ ->
                    Optional.empty();
        };
    }

    /** The stable name of what was done, as timelines and tables tell it. */
    default String kind() {
        return switch (this) {
            case ProductViewed _ -> "product-viewed";
            case ProductClicked _ -> "product-clicked";
            case ProductAdded _ -> "product-added";
            case ProductRemoved _ -> "product-removed";
            case CartViewed _ -> "cart-viewed";
            case ListViewed _ -> "product-list-viewed";
            case ListFiltered _ -> "product-list-filtered";
            case Searched _ -> "products-searched";
            case WishListed _ -> "product-wish-listed";
            case Unwished _ -> "product-unwished";
            case Shared _ -> "shared";
            case Reviewed _ -> "product-reviewed";
            case CheckedOut(var step) ->
                    switch (step) {
                        case STARTED -> "checkout-started";
                        case STEP_VIEWED -> "checkout-step-viewed";
                        case STEP_COMPLETED -> "checkout-step-completed";
                        case PAYMENT_INFO_ENTERED -> "payment-info-entered";
                    };
            case PageViewed _ -> "page-viewed";
            case ScreenViewed _ -> "screen-viewed";
            case PageLeft _ -> "page-left";
            case Other _ -> "other";
        };
    }

    /** Whose attention it tells of; unknown where it tells of none. */
    default Attention attention() {
        return switch (this) {
            case ProductViewed(_, var attention) -> attention;
            case PageViewed(_, var attention) -> attention;
            case ScreenViewed(_, var attention) -> attention;
            case PageLeft(_, var attention) -> attention;
            case ProductClicked _,
                    ProductAdded _,
                    ProductRemoved _,
                    CartViewed _,
                    ListViewed _,
                    ListFiltered _,
                    Searched _,
                    WishListed _,
                    Unwished _,
                    Shared _,
                    Reviewed _,
                    CheckedOut _,
                    Other _ ->
                    Attention.UNKNOWN;
        };
    }

    private static List<ProductId> first(List<ProductId> products) {
        return Stream.of(products).flatMap(List::stream).limit(MOST_PRODUCTS).toList();
    }
}
