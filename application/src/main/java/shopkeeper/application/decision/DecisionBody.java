package shopkeeper.application.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shopkeeper.domain.consent.Permission.Allowed;
import shopkeeper.domain.consent.Permission.Denied;
import shopkeeper.domain.decision.Decision;
import shopkeeper.domain.decision.Decision.Answer.Priced;
import shopkeeper.domain.decision.Decision.Answer.Suggested;
import shopkeeper.domain.decision.Decision.Answer.Unanswered;
import shopkeeper.domain.decision.Mode;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.Reason;
import shopkeeper.domain.pricing.PriceLine;
import shopkeeper.domain.recommendation.Exclusion;
import shopkeeper.domain.recommendation.Slate;
import shopkeeper.domain.recommendation.Suggestion;

/**
 * The answer in the one shape that web shops, tills and agents all get (API, POST /v1/decisions):
 * built once, journaled as text, and then only ever repeated.
 */
final class DecisionBody {
    private DecisionBody() {}

    static Map<String, Object> of(Decision decision) {
        var body = tree();
        body.put("decisionId", decision.id().value());
        body.put("mode", decision.mode().name());
        body.put("decidedAt", decision.decidedAt().toString());
        body.put("expiresAt", decision.expiresAt().toString());
        body.put("position", decision.position().value());
        decision.customer().ifPresent(customer -> body.put("customer", customer.value()));
        body.put("placements", decision.answers().stream().map(DecisionBody::answer).toList());
        body.put("evidence", evidence(decision.evidence()));
        return body;
    }

    private static Map<String, Object> answer(Decision.Answer answer) {
        if (answer instanceof Suggested(var id, _, var slate, var context)) {
            return suggested(id, slate, context);
        }
        var body = tree();
        body.put("id", answer.placement());
        switch (answer) {
            case Suggested _ -> {}
            case Priced priced -> {
                body.put("kind", "price");
                body.put("items", priced.items().stream().map(DecisionBody::price).toList());
            }
            case Unanswered(_, var kind) -> {
                body.put("kind", kind);
                body.put("items", List.of());
                body.put("code", "placement-kind-unavailable");
            }
        }
        return body;
    }

    /** A slate says by which policy it was made, what of the context it used, and what it lacks. */
    static Map<String, Object> suggested(String placement, Slate slate, List<String> context) {
        var body = tree();
        body.put("id", placement);
        body.put("kind", "recommendation");
        body.put("mode", Mode.of(slate).name());
        var policy = slate.pool().policy().name();
        body.put("policy", policy);
        body.put("context", context);
        body.put(
                "items", slate.suggestions().stream().map(one -> suggestion(one, policy)).toList());
        if (slate.missing() > 0) {
            body.put("missing", slate.missing());
            body.put("because", because(slate));
        }
        return body;
    }

    /** What keeps others away; and where there are too few even with those, how many there are. */
    private static List<Object> because(Slate slate) {
        var counts = slate.pool().counts();
        var because = new ArrayList<Object>();
        for (Exclusion why : Exclusion.values()) {
            if (counts.containsKey(why)) {
                because.add(because(why.name(), counts.getOrDefault(why, 0)));
            }
        }
        int all =
                slate.suggestions().size()
                        + counts.values().stream().mapToInt(Integer::intValue).sum();
        if (all < slate.pool().limit()) {
            because.add(because("NO_MORE_PRODUCTS", all));
        }
        return because;
    }

    private static Map<String, Object> because(String code, int products) {
        var body = tree();
        body.put("code", code);
        body.put("products", products);
        return body;
    }

    /** The models that speak for it; where none does, the rule of this policy that put it there. */
    private static List<Object> sources(Suggestion suggestion, String policy) {
        if (suggestion.estimates().isEmpty()) {
            var rule = suggestion.reasons().getFirst().code();
            return List.of(source(rule, policy, suggestion.score()));
        }
        return suggestion.estimates().stream()
                .map(one -> source(one.source().name(), one.version(), one.score()))
                .toList();
    }

    private static Object source(String name, String version, double score) {
        var body = tree();
        body.put("source", name);
        body.put("model", version);
        body.put("score", rounded(score));
        return body;
    }

    private static double rounded(double score) {
        return Math.round(score * 10_000) / 10_000.0;
    }

    private static Map<String, Object> suggestion(Suggestion suggestion, String policy) {
        var body = tree();
        body.put("product", suggestion.product().value());
        body.put("rank", suggestion.rank());
        body.put("score", rounded(suggestion.score()));
        body.put("reasons", reasons(suggestion.reasons()));
        body.put("sources", sources(suggestion, policy));
        return body;
    }

    private static Map<String, Object> price(Decision.PricedItem item) {
        var body = tree();
        body.put("product", item.product().value());
        item.price()
                .ifPresent(price -> {
                    body.put("price", money(price.price()));
                    body.put("publicPrice", money(price.price()));
                    body.put("lines", price.lines().stream().map(DecisionBody::line).toList());
                    body.put("disclosures", List.of());
                });
        body.put("reasons", reasons(item.reasons()));
        return body;
    }

    private static List<Map<String, Object>> reasons(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> {
                    var body = tree();
                    body.put("code", reason.code());
                    body.put("text", reason.text());
                    if (!reason.with().isEmpty()) {
                        body.put("with", reason.with().stream().map(Object::toString).toList());
                    }
                    return body;
                })
                .toList();
    }

    private static Map<String, Object> evidence(Decision.Evidence evidence) {
        var body = tree();
        body.put("permissions", evidence.permissions().stream().map(DecisionBody::asked).toList());
        body.put(
                "withheld",
                evidence.withheld().stream()
                        .map(withheld -> {
                            var one = tree();
                            one.put("what", withheld.what());
                            one.put("code", withheld.code());
                            return one;
                        })
                        .toList());
        body.put("modelVersion", evidence.modelVersion());
        body.put("policyVersion", evidence.policyVersion());
        body.put("assignments", List.of());
        return body;
    }

    private static Map<String, Object> asked(Decision.Asked asked) {
        var body = tree();
        body.put("purpose", asked.use().toString());
        switch (asked.permission()) {
            case Allowed(var basis, var evidence, _) -> {
                body.put("allowed", true);
                body.put("basis", basis.name());
                body.put("evidence", evidence);
            }
            case Denied(var code) -> {
                body.put("allowed", false);
                body.put("code", code.name());
            }
        }
        return body;
    }

    private static Map<String, Object> money(Money money) {
        var body = tree();
        body.put("amount", money.amount().toPlainString());
        body.put("currency", money.currency().getCurrencyCode());
        return body;
    }

    private static Map<String, Object> line(PriceLine line) {
        var body = tree();
        body.put("code", line.code());
        body.put("amount", line.amount().amount().toPlainString());
        return body;
    }

    private static Map<String, Object> tree() {
        return new LinkedHashMap<>();
    }
}
