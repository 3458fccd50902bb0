package shopkeeper.application.decision;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shopkeeper.domain.consent.Permission.Allowed;
import shopkeeper.domain.consent.Permission.Denied;
import shopkeeper.domain.decision.Decision;
import shopkeeper.domain.decision.Decision.Answer.Priced;
import shopkeeper.domain.decision.Decision.Answer.Suggested;
import shopkeeper.domain.decision.Decision.Answer.Unanswered;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.Reason;
import shopkeeper.domain.pricing.PriceLine;
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
        var body = tree();
        body.put("id", answer.placement());
        switch (answer) {
            case Suggested suggested -> {
                body.put("kind", "recommendation");
                body.put("mode", suggested.mode().name());
                body.put(
                        "items", suggested.items().stream().map(DecisionBody::suggestion).toList());
            }
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

    private static Map<String, Object> suggestion(Suggestion suggestion) {
        var body = tree();
        body.put("product", suggestion.product().value());
        body.put("rank", suggestion.rank());
        body.put("score", Math.round(suggestion.score() * 10_000) / 10_000.0);
        body.put("reasons", reasons(suggestion.reasons()));
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
