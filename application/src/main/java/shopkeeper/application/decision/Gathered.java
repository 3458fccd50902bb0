package shopkeeper.application.decision;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shopkeeper.domain.decision.Decision.Answer;
import shopkeeper.domain.decision.Question;
import shopkeeper.domain.decision.Question.Placement;
import shopkeeper.domain.decision.Question.Placement.Prices;
import shopkeeper.domain.decision.Question.Placement.Recommendations;
import shopkeeper.domain.decision.Question.Placement.Unavailable;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.ProductId;

/**
 * What was asked and whose history was used, as the journal keeps it for a replay; identifiers are
 * not in it.
 */
final class Gathered {
    private Gathered() {}

    static Map<String, Object> of(
            Question question, Collection<CustomerId> history, List<Answer> answers) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("channel", question.via().channel().name());
        tree.put("touchpoint", question.via().touchpoint());
        question.store().ifPresent(store -> tree.put("store", store.value()));
        question.currency().ifPresent(currency -> tree.put("currency", currency.getCurrencyCode()));
        tree.put("cart", codes(question.cart()));
        tree.put(
                "placements",
                question.placements().stream().map(one -> placement(one, question)).toList());
        tree.put("history", history.stream().map(CustomerId::value).toList());
        tree.put("at", question.at().received().toString());
        var slates = new LinkedHashMap<String, Object>();
        for (Answer answer : answers) {
            if (answer instanceof Answer.Suggested(var id, _, var slate, _)) {
                var kept = PoolTree.of(slate);
                kept.put("language", question.around().language().name());
                kept.put("history", slate.history());
                slates.put(id, kept);
            }
        }
        tree.put("slates", slates);
        return tree;
    }

    private static Map<String, Object> placement(Placement placement, Question question) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("id", placement.id());
        tree.put("kind", placement.kind());
        switch (placement) {
            case Recommendations slate -> {
                tree.put("products", codes(slate.products()));
                tree.put("limit", slate.shown(question.around().device()));
            }
            case Prices(_, var products) -> tree.put("products", codes(products));
            case Unavailable _ -> {}
        }
        return tree;
    }

    private static List<String> codes(List<ProductId> products) {
        return products.stream().map(ProductId::value).toList();
    }
}
