package shopkeeper.web.desk;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import shopkeeper.application.catalog.BrowseCatalog;
import shopkeeper.application.decision.DecisionJournal;
import shopkeeper.application.decision.JournaledDecision;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.web.desk.Shown.DecisionView;
import shopkeeper.web.desk.Shown.ItemView;
import shopkeeper.web.desk.Shown.PermissionView;
import shopkeeper.web.desk.Shown.ReasonView;
import shopkeeper.web.desk.Shown.WithheldView;
import shopkeeper.web.kernel.Json;
import tools.jackson.databind.JsonNode;

/** What the shop suggests to the customer on the phone, and how it differs from a moment ago. */
@Component
final class DecisionPanel {
    private final Suggestions suggestions;
    private final DecisionJournal journal;
    private final BroughtBack back;
    private final BrowseCatalog catalog;
    private final Json json;

    DecisionPanel(
            Suggestions suggestions,
            DecisionJournal journal,
            BroughtBack back,
            BrowseCatalog catalog,
            Json json) {
        this.suggestions = suggestions;
        this.journal = journal;
        this.back = back;
        this.catalog = catalog;
        this.json = json;
    }

    /**
     * @param shown the decision that stands on the page: what differs from it is marked
     */
    DecisionView now(CustomerId customer, Optional<DecisionId> shown) {
        return view(customer, suggestions.standing(customer), shown);
    }

    /** Because an agent wants to know anew. */
    DecisionView again(CustomerId customer, Optional<DecisionId> shown) {
        return view(customer, suggestions.anew(customer), shown);
    }

    private DecisionView view(
            CustomerId customer, JournaledDecision made, Optional<DecisionId> shown) {
        var before =
                shown.filter(id -> !id.equals(made.id()))
                        .flatMap(journal::find)
                        .filter(one -> one.customer().equals(made.customer()))
                        .map(this::body);
        return compared(customer, made, before);
    }

    /** The names of what was suggested, in a line. */
    String products(JournaledDecision decision) {
        var names =
                items(body(decision))
                        .map(item -> name(item.path("product").asString()))
                        .limit(Suggestions.AT_MOST)
                        .collect(Collectors.joining(", "));
        return names.isEmpty() ? "no suggestion" : names;
    }

    private DecisionView compared(
            CustomerId customer, JournaledDecision made, Optional<JsonNode> before) {
        var body = body(made);
        var earlier = before.map(DecisionPanel::codes).orElse(List.of());
        var codes = codes(body);
        var items = items(body).map(item -> item(item, codes, earlier, before)).toList();
        var evidence = body.path("evidence");
        return new DecisionView(
                customer.value(),
                made.id().value(),
                made.mode().name(),
                Words.mode(made.mode().name()),
                before.map(old -> change(old, body)).orElse(""),
                items,
                earlier.stream()
                        .filter(code -> !codes.contains(code))
                        .map(this::name)
                        .collect(Collectors.joining(", ")),
                evidence.path("permissions").valueStream().map(DecisionPanel::permission).toList(),
                evidence.path("withheld")
                        .valueStream()
                        .map(one ->
                                new WithheldView(
                                        Words.spoken(one.path("what").asString()),
                                        one.path("code").asString()))
                        .toList(),
                back.of(customer),
                Words.when(made.expiresAt()));
    }

    private ItemView item(
            JsonNode item, List<String> codes, List<String> earlier, Optional<JsonNode> before) {
        var product = item.path("product").asString();
        var reasons =
                item.path("reasons")
                        .valueStream()
                        .map(reason ->
                                new ReasonView(
                                        capital(reason.path("text").asString()),
                                        reason.path("code").asString()))
                        .toList();
        return new ItemView(
                product,
                name(product),
                before.map(old ->
                                moved(item, codes.indexOf(product), earlier.indexOf(product), old))
                        .orElse(""),
                reasons);
    }

    private static String moved(JsonNode item, int now, int then, JsonNode before) {
        if (then < 0) {
            return "new";
        }
        if (now != then) {
            return now < then ? "up" : "down";
        }
        return reasonCodes(item).equals(reasonCodes(items(before).toList().get(then)))
                ? ""
                : "for another reason";
    }

    private static String change(JsonNode before, JsonNode now) {
        var mode = before.path("mode").asString();
        if (!mode.equals(now.path("mode").asString())) {
            return "changed, was: " + Words.mode(mode).toLowerCase(Locale.ROOT);
        }
        boolean same =
                codes(before).equals(codes(now))
                        && IntStream.range(0, codes(now).size())
                                .allMatch(i ->
                                        reasonCodes(items(before).toList().get(i))
                                                .equals(reasonCodes(items(now).toList().get(i))));
        return same ? "looked again, the same" : "changed just now";
    }

    private static PermissionView permission(JsonNode asked) {
        boolean allowed = asked.path("allowed").asBoolean();
        return new PermissionView(
                Words.spoken(asked.path("purpose").asString()),
                allowed,
                asked.path(allowed ? "evidence" : "code").asString());
    }

    private static Stream<JsonNode> items(JsonNode body) {
        return body.path("placements")
                .valueStream()
                .filter(placement -> placement.path("kind").asString().equals("recommendation"))
                .flatMap(placement -> placement.path("items").valueStream());
    }

    private static List<String> codes(JsonNode body) {
        return items(body).map(item -> item.path("product").asString()).toList();
    }

    private static List<String> reasonCodes(JsonNode item) {
        return item.path("reasons")
                .valueStream()
                .map(reason -> reason.path("code").asString())
                .toList();
    }

    private String name(String product) {
        return catalog.product(new ProductId(product)).map(Product::name).orElse(product);
    }

    private JsonNode body(JournaledDecision decision) {
        return json.read(decision.body().getBytes(StandardCharsets.UTF_8), JsonNode.class);
    }

    private static String capital(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
