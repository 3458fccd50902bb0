package shopkeeper.acceptance.drivers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopkeeper.domain.profile.Identifier;

/**
 * A question in one placement.
 *
 * @param kind recommendation, price, or one that nobody answers yet
 * @param products on the page, or to be priced
 * @param moment what else is known of the moment
 */
public record Asked(
        Optional<Identifier> who, String kind, List<String> products, AskedMoment moment) {
    public Asked(Optional<Identifier> who, String kind, List<String> products) {
        this(who, kind, products, AskedMoment.PLAIN);
    }

    /** The placement as clients write it. */
    Map<String, Object> placement() {
        var placement = new HashMap<String, Object>();
        placement.put("id", moment.placement());
        placement.put("kind", kind);
        moment.limit().ifPresent(limit -> placement.put("limit", limit));
        placement.put("products", products);
        if (!moment.filter().isEmpty()) {
            placement.put("filter", moment.filter());
        }
        if (!moment.pinned().isEmpty()) {
            placement.put("pinned", moment.pinned());
        }
        if (!moment.boosted().isEmpty()) {
            placement.put("boosted", moment.boosted());
        }
        return placement;
    }
}
