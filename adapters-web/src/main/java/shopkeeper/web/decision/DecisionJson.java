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
     * @param cart product ids, or objects with a {@code product}
     */
    record Context(
            @Nullable JsonNode page,
            @Nullable JsonNode query,
            @Nullable JsonNode device,
            @Nullable List<@Nullable JsonNode> cart,
            @Nullable String currency) {}

    record PlacementJson(
            @Nullable String id,
            @Nullable String kind,
            @Nullable Integer limit,
            @Nullable List<@Nullable String> products,
            @Nullable JsonNode filter) {}
}
