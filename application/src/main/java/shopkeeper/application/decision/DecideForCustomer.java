package shopkeeper.application.decision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import shopkeeper.application.catalog.BrowseCatalog;
import shopkeeper.application.consent.AskPermission;
import shopkeeper.application.kernel.LogProgress;
import shopkeeper.application.pricing.AskPrice;
import shopkeeper.application.profile.CustomerDirectory;
import shopkeeper.application.recommendation.Recommend;
import shopkeeper.domain.catalog.Store;
import shopkeeper.domain.consent.Permission.Allowed;
import shopkeeper.domain.consent.Permission.Denial;
import shopkeeper.domain.consent.Permission.Denied;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.consent.Use;
import shopkeeper.domain.decision.Decision;
import shopkeeper.domain.decision.Decision.Answer;
import shopkeeper.domain.decision.Decision.Asked;
import shopkeeper.domain.decision.Decision.Evidence;
import shopkeeper.domain.decision.Decision.PricedItem;
import shopkeeper.domain.decision.Decision.Withheld;
import shopkeeper.domain.decision.Mode;
import shopkeeper.domain.decision.Question;
import shopkeeper.domain.decision.Question.Placement.Prices;
import shopkeeper.domain.decision.Question.Placement.Recommendations;
import shopkeeper.domain.decision.Question.Placement.Unavailable;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Reason;
import shopkeeper.domain.pricing.PriceContext;
import shopkeeper.domain.pricing.PublicPrice;

/**
 * The seven steps of a decision: who and where, may I, gather, decide, explain, journal, answer.
 */
record DecideForCustomer(
        CustomerDirectory directory,
        AskPermission permissions,
        BrowseCatalog catalog,
        AskPrice prices,
        Recommend recommendations,
        DecisionJournal journal,
        LogProgress progress,
        Duration lifetime)
        implements Decide {
    private static final Use PERSONALIZATION = Use.of(Purpose.CONTENT_PERSONALIZATION);
    private static final String POLICY = "public-prices-1";

    @Override
    public JournaledDecision decide(Question question) {
        var seen = progress.seen();
        var customer = whoIsIt(question.who());
        var asked = mayWe(question, customer);
        var withheld = new ArrayList<Withheld>();
        var history = whatMayBeUsed(question, customer, asked, withheld);
        var answers =
                question.placements().stream()
                        .map(placement -> answer(placement, question, history, withheld))
                        .toList();
        var now = question.at().received();
        var decision =
                new Decision(
                        question.id(),
                        customer,
                        question.via(),
                        now,
                        now.plus(lifetime),
                        seen,
                        answers,
                        new Evidence(asked, withheld, recommendations.modelVersion(), POLICY));
        return journal.write(decision, DecisionBody.of(decision), Gathered.of(question, history));
    }

    private Optional<CustomerId> whoIsIt(Question.Who who) {
        return switch (who) {
            case Question.Who.Pointed(var identifier) ->
                    directory.find(identifier).map(directory::now);
            case Question.Who.Known(var customer) -> Optional.of(directory.now(customer));
            case Question.Who.Nobody() -> Optional.empty();
        };
    }

    /** Only what the answer would use is asked for: a public price needs nobody's permission. */
    private List<Asked> mayWe(Question question, Optional<CustomerId> customer) {
        if (!wantsSuggestions(question)) {
            return List.of();
        }
        return customer
                .map(one ->
                        new Asked(
                                PERSONALIZATION,
                                permissions.may(one, PERSONALIZATION, question.at().received())))
                .stream()
                .toList();
    }

    private Collection<CustomerId> whatMayBeUsed(
            Question question,
            Optional<CustomerId> customer,
            List<Asked> asked,
            List<Withheld> withheld) {
        if (customer.isEmpty() && !(question.who() instanceof Question.Who.Nobody)) {
            withheld.add(new Withheld("profile", Denial.UNKNOWN_CUSTOMER.name()));
        }
        for (Asked one : asked) {
            switch (one.permission()) {
                case Allowed _ -> {
                    return directory.everyone(customer.orElseThrow());
                }
                case Denied(var code) ->
                        withheld.add(new Withheld("purchase-history", code.name()));
            }
        }
        return Set.of();
    }

    private Answer answer(
            Question.Placement placement,
            Question question,
            Collection<CustomerId> history,
            List<Withheld> withheld) {
        return switch (placement) {
            case Recommendations slate -> suggest(slate, question, history, withheld);
            case Prices priced ->
                    new Answer.Priced(
                            priced.id(),
                            priced.products().stream()
                                    .map(product -> {
                                        var price = prices.publicPrice(product, context(question));
                                        return new PricedItem(product, price, List.of(why(price)));
                                    })
                                    .toList());
            case Unavailable(var id, var kind) -> new Answer.Unanswered(id, kind);
        };
    }

    private Answer suggest(
            Recommendations placement,
            Question question,
            Collection<CustomerId> history,
            List<Withheld> withheld) {
        var context =
                Stream.concat(placement.products().stream(), question.cart().stream())
                        .distinct()
                        .limit(20)
                        .toList();
        var slate = recommendations.slate(history, context, question.store(), placement.limit());
        slate.outOfStock()
                .forEach(product -> {
                    var missing = new Withheld("product " + product, "OUT_OF_STOCK");
                    if (!withheld.contains(missing)) {
                        withheld.add(missing);
                    }
                });
        return new Answer.Suggested(
                placement.id(),
                slate.personal() ? Mode.PERSONAL : Mode.POPULAR,
                slate.suggestions());
    }

    private PriceContext context(Question question) {
        var currency =
                question.currency()
                        .or(() -> question.store().flatMap(catalog::store).map(Store::currency));
        return new PriceContext(
                question.via().channel(), question.store(), currency, question.at().received());
    }

    private static Reason why(Optional<PublicPrice> price) {
        return price.map(found ->
                        found.lines().size() > 1
                                ? Reason.of(
                                        "SALE_PRICE", "the sale price that anybody pays here now")
                                : Reason.of(
                                        "LIST_PRICE", "the list price that anybody pays here now"))
                .orElseGet(() ->
                        Reason.of(
                                "NO_PRICE",
                                "no price book that is valid here and now has a price for it"));
    }

    private static boolean wantsSuggestions(Question question) {
        return question.placements().stream().anyMatch(Recommendations.class::isInstance);
    }
}
