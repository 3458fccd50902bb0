package shopkeeper.bootstrap;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shopkeeper.application.catalog.BrowseCatalog;
import shopkeeper.application.decision.Decide;
import shopkeeper.application.decision.QuestionForm;
import shopkeeper.application.decision.Replay;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.decision.Question;
import shopkeeper.domain.decision.Question.Placement.Recommendations;
import shopkeeper.domain.decision.Question.Who;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.profile.Identifier;
import shopkeeper.domain.profile.IdentifierType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks for a slate as support would and prints it with every candidate's way through the filters;
 * the question is journaled like any other.
 */
final class ExplainCommand {
    private static final int USUAL = 10;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final PrintStream out;

    ExplainCommand(PrintStream out) {
        this.out = out;
    }

    int run(Arguments arguments) {
        if (arguments.words().size() != 1) {
            throw new WrongUse(
                    "name one customer: ./shopkeeper explain c-1 or, by an identifier,"
                            + " ./shopkeeper explain loyalty:4001");
        }
        var who = who(arguments.words().getFirst());
        int limit = limit(arguments);
        var options = PlatformOptions.embedded(arguments.data()).fromEnvironment().besideRunning();
        try (var platform = Platform.behindClosedDoors(options)) {
            explain(platform, who, limit, arguments);
        }
        return 0;
    }

    /** Asks a platform that is there. */
    void explain(Platform platform, Who who, int limit, Arguments arguments) {
        var place = arguments.option("placement").orElse("home");
        var id = newId();
        platform.port(Decide.class)
                .decide(
                        new Question(
                                id,
                                who,
                                Via.phone(),
                                arguments.option("store").map(StoreId::new),
                                Optional.empty(),
                                List.of(),
                                List.of(new Recommendations(place, List.of(), limit)),
                                Moment.at(platform.options().time().instant()),
                                QuestionForm.around(Map.of(), arguments.option("locale"))));
        var replayed = platform.port(Replay.class).replay(id).orElseThrow();
        print(
                JSON.readTree(replayed.decision().body()),
                JSON.<JsonNode>valueToTree(replayed.candidates()).path(place),
                platform.port(BrowseCatalog.class));
    }

    private void print(JsonNode decision, JsonNode kept, BrowseCatalog catalog) {
        var slate = decision.path("placements").path(0);
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
        out.printf("Policy%n  %s%n", kept.path("policy"));
        out.println("Shown");
        slate.path("items").forEach(item -> shown(item, catalog));
        if (slate.has("missing")) {
            out.printf("  %d missing: %s%n", slate.path("missing").asInt(), slate.path("because"));
        }
        out.println("Candidates, the best first, as models and rules saw them");
        kept.path("candidates").forEach(one -> candidate(one, kept.path("models"), slate, catalog));
        out.println("Kept away, the best first");
        if (kept.path("excluded").isEmpty()) {
            out.println("  none");
        }
        kept.path("excluded")
                .forEach(one ->
                        out.printf(
                                Locale.ROOT,
                                "  %-16s %-30s %.4f  %s%n",
                                one.path("product").asString(),
                                name(one, catalog),
                                one.path("score").asDouble(),
                                one.path("why").asString()));
    }

    private void shown(JsonNode item, BrowseCatalog catalog) {
        out.printf(
                Locale.ROOT,
                "  %2d %-16s %-30s %.4f%n",
                item.path("rank").asInt(),
                item.path("product").asString(),
                name(item, catalog),
                item.path("score").asDouble());
        item.path("reasons")
                .forEach(reason ->
                        out.printf(
                                "       %s: %s%n",
                                reason.path("code").asString(), reason.path("text").asString()));
    }

    private void candidate(JsonNode one, JsonNode models, JsonNode slate, BrowseCatalog catalog) {
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
                name(one, catalog),
                isShown ? "shown" : "eligible",
                Stream.concat(estimates, lifts).collect(Collectors.joining(", ")));
    }

    private static String name(JsonNode item, BrowseCatalog catalog) {
        var name =
                catalog.product(new ProductId(item.path("product").asString()))
                        .map(Product::name)
                        .orElse("");
        return name.length() > 30 ? name.substring(0, 29) + "…" : name;
    }

    static Who who(String word) {
        int colon = word.indexOf(':');
        try {
            return colon < 0
                    ? new Who.Known(new CustomerId(word))
                    : new Who.Pointed(
                            new Identifier(
                                    IdentifierType.valueOf(
                                            word.substring(0, colon).toUpperCase(Locale.ROOT)),
                                    word.substring(colon + 1)));
        } catch (IllegalArgumentException _) {
            throw new WrongUse(
                    "a customer is an id such as c-1, or a type and a value such as loyalty:4001");
        }
    }

    private static int limit(Arguments arguments) {
        try {
            int limit = arguments.option("limit").map(Integer::parseInt).orElse(USUAL);
            if (limit >= 1 && limit <= 100) {
                return limit;
            }
        } catch (NumberFormatException _) {
            // said below, with the same words
        }
        throw new WrongUse("--limit is a number from 1 to 100");
    }

    private static DecisionId newId() {
        var bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return new DecisionId("dec_" + HexFormat.of().formatHex(bytes));
    }
}
