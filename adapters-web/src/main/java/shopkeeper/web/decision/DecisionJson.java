package shopkeeper.web.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A question as it is asked over the web; the answer's shape is the journal's. */
final class DecisionJson {
    private DecisionJson() {}

    /**
     * @param at null: now; the past is replayed, not asked again
     * @param writeKey of a page that can set no header: read before anything else
     * @param explain answers always carry their reasons
     */
    record Asked(
            @Nullable Customer customer,
            @Nullable String channel,
            @Nullable String touchpoint,
            @Nullable String store,
            @Nullable String locale,
            @Nullable Context context,
            @Nullable List<@Nullable PlacementJson> placements,
            @Nullable String at,
            @Nullable Boolean explain,
            @Nullable String writeKey) {}

    /** Type and value, or the customer's id. */
    record Customer(@Nullable String type, @Nullable String value, @Nullable String id) {}

    /**
     * @param page a word, or a type and a category
     * @param age years that somebody confirmed the customer has
     * @param cart product ids, or objects with a {@code product}
     */
    record Context(
            @Nullable JsonNode page,
            @Nullable JsonNode query,
            @Nullable JsonNode device,
            @Nullable JsonNode age,
            @Nullable List<@Nullable JsonNode> cart,
            @Nullable String currency) {}

    /**
     * @param filter categories, withoutCategories, brands, withoutProducts, minPrice, maxPrice,
     *     bought (any, new or again)
     * @param pinned products that the shop wants first, within the share that may be promoted
     * @param boosted products that the shop wants before others that are as good
     */
    record PlacementJson(
            @Nullable String id,
            @Nullable String kind,
            @Nullable Integer limit,
            @Nullable List<@Nullable String> products,
            @Nullable JsonNode filter,
            @Nullable List<@Nullable String> pinned,
            @Nullable List<@Nullable String> boosted) {}
}
