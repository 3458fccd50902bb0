package shopkeeper.domain.decision;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import shopkeeper.domain.behavior.Query;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.profile.Identifier;
import shopkeeper.domain.recommendation.Device;
import shopkeeper.domain.recommendation.Language;
import shopkeeper.domain.recommendation.Promoted;
import shopkeeper.domain.recommendation.SlateFilter;

/**
 * What a channel asks.
 *
 * @param id the id the answer will have
 * @param cart what is in the cart or basket now
 * @param currency empty: the store's, else that of the best fitting price book
 * @param around what else is known of the moment
 */
public record Question(
        DecisionId id,
        Who who,
        Via via,
        Optional<StoreId> store,
        Optional<Currency> currency,
        List<ProductId> cart,
        List<Placement> placements,
        Moment at,
        Around around) {
    public Question {
        cart = List.copyOf(cart);
        placements = List.copyOf(placements);
        if (placements.isEmpty() || placements.size() > 20) {
            throw new IllegalArgumentException("a question names 1 to 20 placements");
        }
        if (placements.stream().map(Placement::id).distinct().count() < placements.size()) {
            throw new IllegalArgumentException("each placement needs an id of its own");
        }
    }

    /** Of whose moment nothing else is known. */
    public Question(
            DecisionId id,
            Who who,
            Via via,
            Optional<StoreId> store,
            Optional<Currency> currency,
            List<ProductId> cart,
            List<Placement> placements,
            Moment at) {
        this(id, who, via, store, currency, cart, placements, at, Around.NOTHING);
    }

    /**
     * What the page, the search and the device say.
     *
     * @param page the kind of page, such as cart or search
     * @param category the page is about
     * @param age years that somebody confirmed the customer has; 0: nobody did
     */
    public record Around(
            Optional<String> page,
            Optional<String> category,
            Optional<Query> query,
            Optional<Device> device,
            Language language,
            int age) {
        public static final Around NOTHING =
                new Around(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Language.ENGLISH,
                        0);
    }

    /** Who is asked for. */
    public sealed interface Who {
        record Pointed(Identifier identifier) implements Who {}

        record Known(CustomerId customer) implements Who {}

        record Nobody() implements Who {}
    }

    /** A named place that shows something. */
    public sealed interface Placement {
        String id();

        /** The word clients use for it. */
        String kind();

        /**
         * @param products on the page: the slate fits them
         * @param limit empty: as many as there is room for
         */
        record Recommendations(
                String id,
                List<ProductId> products,
                Optional<Integer> limit,
                SlateFilter filter,
                Promoted promoted)
                implements Placement {
            public Recommendations {
                products = List.copyOf(products);
                limit.filter(items -> items < 1 || items > 100)
                        .ifPresent(items -> {
                            throw new IllegalArgumentException(
                                    "a placement shows 1 to 100 items, not " + items);
                        });
            }

            /** Of all there is, and nothing before anything else. */
            public Recommendations(String id, List<ProductId> products, int limit) {
                this(id, products, Optional.of(limit), SlateFilter.NONE, Promoted.NOTHING);
            }

            /** So many are shown on that device. */
            public int shown(Optional<Device> device) {
                return limit.orElseGet(() -> device.orElse(Device.DESKTOP).room());
            }

            @Override
            public String kind() {
                return "recommendation";
            }
        }

        record Prices(String id, List<ProductId> products) implements Placement {
            public Prices {
                products = List.copyOf(products);
                if (products.isEmpty() || products.size() > 100) {
                    throw new IllegalArgumentException("a price placement names 1 to 100 products");
                }
            }

            @Override
            public String kind() {
                return "price";
            }
        }

        /**
         * A kind this platform does not answer (yet); the other placements are answered all the
         * same.
         */
        record Unavailable(String id, String kind) implements Placement {}
    }
}
