package shopkeeper.bootstrap;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shopkeeper.application.catalog.BrowseCatalog;
import shopkeeper.application.decision.Replay.Replayed;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.kernel.ProductId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Prints a slate of a kept decision, with what else it might have shown and why it did not. */
record SlateReport(PrintStream out, BrowseCatalog catalog) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * @param placement the first slate unless it is named
     */
    void print(Replayed replayed, Optional<String> placement) {
        var decision = JSON.readTree(replayed.decision().body());
        var slate =
                decision.path("placements")
                        .valueStream()
                        .filter(one -> one.path("kind").asString("").equals("recommendation"))
                        .filter(one ->
                                placement.isEmpty()
                                        || one.path("id").asString("").equals(placement.get()))
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "there is no such slate in the decision"));
        var kept =
                JSON.<JsonNode>valueToTree(replayed.candidates()).path(slate.path("id").asString());
        head(decision, slate);
        out.printf("Policy%n  %s%n", kept.path("policy"));
        out.println("Shown");
        slate.path("items").forEach(this::shown);
        if (slate.has("missing")) {
            out.printf("  %d missing: %s%n", slate.path("missing").asInt(), slate.path("because"));
        }
        out.println("Candidates, the best first, as models and rules saw them");
        kept.path("candidates").forEach(one -> candidate(one, kept.path("models"), slate));
        out.println("Kept away, the best first");
        if (kept.path("excluded").isEmpty()) {
            out.println("  none");
        }
        kept.path("excluded").forEach(this::keptAway);
    }

    private void head(JsonNode decision, JsonNode slate) {
        out.printf(
                "%s for %s, %s, decision %s%n",
                slate.path("policy").asString(),
                decision.path("customer").asString("nobody the shop knows"),
                slate.path("mode").asString(),
                decision.path("decisionId").asString());
        decision.path("evidence")
                .path("withheld")
                .forEach(one ->
                        out.printf(
                                "  withheld: %s, %s%n",
                                one.path("what").asString(), one.path("code").asString()));
        out.printf(
                "  context: %s%n",
                slate.path("context")
                        .valueStream()
                        .map(JsonNode::asString)
                        .collect(Collectors.joining(", ")));
    }

    private void keptAway(JsonNode one) {
        out.printf(
                Locale.ROOT,
                "  %-16s %-30s %.4f  %s%n",
                one.path("product").asString(),
                name(one),
                one.path("score").asDouble(),
                one.path("why").asString());
    }

    private void shown(JsonNode item) {
        out.printf(
                Locale.ROOT,
                "  %2d %-16s %-30s %.4f%n",
                item.path("rank").asInt(),
                item.path("product").asString(),
                name(item),
                item.path("score").asDouble());
        item.path("reasons")
                .forEach(reason ->
                        out.printf(
                                "       %s: %s%n",
                                reason.path("code").asString(), reason.path("text").asString()));
    }

    private void candidate(JsonNode one, JsonNode models, JsonNode slate) {
        boolean isShown =
                slate.path("items")
                        .valueStream()
                        .anyMatch(item -> item.path("product").equals(one.path("product")));
        var estimates =
                one.path("estimates")
                        .valueStream()
                        .map(estimate ->
                                "%s %.4g"
                                        .formatted(
                                                models.path(estimate.path(0).asInt())
                                                        .path("source")
                                                        .asString(),
                                                estimate.path(1).asDouble()));
        var lifts =
                one.path("lifts")
                        .valueStream()
                        .map(lift ->
                                "%s +%.2g x%.2g"
                                        .formatted(
                                                lift.path("rule").asString(),
                                                lift.path("plus").asDouble(),
                                                lift.path("times").asDouble()));
        out.printf(
                "  %-16s %-30s %-9s %s%n",
                one.path("product").asString(),
                name(one),
                isShown ? "shown" : "eligible",
                Stream.concat(estimates, lifts).collect(Collectors.joining(", ")));
    }

    private String name(JsonNode item) {
        var name =
                catalog.product(new ProductId(item.path("product").asString()))
                        .map(Product::name)
                        .orElse("");
        return name.length() > 30 ? name.substring(0, 29) + "…" : name;
    }
}
