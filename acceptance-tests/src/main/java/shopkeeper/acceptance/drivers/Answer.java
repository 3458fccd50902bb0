package shopkeeper.acceptance.drivers;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A decision as a channel got it.
 *
 * @param status ok, decision-expired or not-found
 * @param decision or what was said in its place
 */
public record Answer(String status, JsonNode decision) {
    public String id() {
        return decision.path("decisionId").asString();
    }

    public String mode() {
        return decision.path("mode").asString();
    }

    /** What was left out and why, such as {@code purchase-history WITHDRAWN}. */
    public List<String> withheld() {
        return decision.path("evidence")
                .path("withheld")
                .valueStream()
                .map(one -> one.path("what").asString() + " " + one.path("code").asString())
                .toList();
    }

    /** What came back of it, such as {@code boots returned: too small}. */
    public List<String> cameBack() {
        return decision.path("cameBack")
                .valueStream()
                .map(one -> one.path("product").asString() + " " + one.path("text").asString())
                .toList();
    }

    public List<String> products() {
        return items().map(item -> item.path("product").asString()).toList();
    }

    /** The codes of the reasons for which a product is there; none where it is not. */
    public List<String> reasonsFor(String product) {
        return items().filter(item -> item.path("product").asString().equals(product))
                .flatMap(item -> item.path("reasons").valueStream())
                .map(reason -> reason.path("code").asString())
                .toList();
    }

    public Stream<JsonNode> items() {
        return decision.path("placements")
                .valueStream()
                .flatMap(placement -> placement.path("items").valueStream());
    }
}
