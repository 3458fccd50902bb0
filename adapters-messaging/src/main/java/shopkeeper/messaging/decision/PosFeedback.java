package shopkeeper.messaging.decision;

import java.util.ArrayList;
import java.util.Locale;
import shopkeeper.application.decision.TakeFeedback;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.Outcome.Accepted;
import shopkeeper.domain.kernel.Outcome.Refused;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Recorded;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.recommendation.FeedbackCommand.GiveFeedback;
import shopkeeper.domain.recommendation.Verdict;
import shopkeeper.messaging.kernel.Answer.Kind;
import shopkeeper.messaging.kernel.Answer.Outcome;
import shopkeeper.messaging.kernel.Fields;
import shopkeeper.messaging.kernel.Heard;
import shopkeeper.messaging.kernel.MalformedMessage;
import shopkeeper.messaging.kernel.StrictJson;

/** What a till's screen heard of its offers: shown, clicked, hidden, as over the web. */
record PosFeedback(TakeFeedback feedback) {
    static final String GIVEN = "retail.pos.offers.feedback.v1";

    Outcome take(Heard heard) {
        var event = heard.event();
        var message = new Message(event.messageId(), StrictJson.canonical(event.data()));
        return switch (feedback.take(message, command(event.fields(), heard))) {
            case Recorded.Decided(Accepted<?, ?> _, var position) ->
                    Outcome.of(Kind.ACCEPTED, position);
            case Recorded.Decided(Refused(var refusal), var position) ->
                    Outcome.refused(refusal).at(position);
            case Recorded.Duplicate(var position) -> Outcome.of(Kind.DUPLICATE, position);
            case Recorded.Conflict(var position, var contents) ->
                    Outcome.conflict(position, contents);
            case Recorded.Stale<?, ?> _ ->
                    throw new IllegalStateException("a till says nothing of what it has seen");
        };
    }

    private static GiveFeedback command(Fields data, Heard heard) {
        var decision = data.needed("decisionId", DecisionId::new);
        var verdict =
                data.needed(
                        "verdict",
                        word -> Verdict.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')));
        var products = new ArrayList<ProductId>();
        try {
            data.texts("products").forEach(product -> products.add(new ProductId(product)));
            return new GiveFeedback(decision, products, verdict, Via.till(), heard.moment());
        } catch (IllegalArgumentException e) {
            throw new MalformedMessage("data.products: " + e.getMessage() + ".");
        }
    }
}
