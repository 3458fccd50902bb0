package shopkeeper.application.decision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import shopkeeper.application.behavior.SessionView;
import shopkeeper.application.catalog.BrowseCatalog;
import shopkeeper.application.consent.AskPermission;
import shopkeeper.application.kernel.LogProgress;
import shopkeeper.application.pricing.AskPrice;
import shopkeeper.application.profile.CustomerDirectory;
import shopkeeper.application.profile.FindCustomer;
import shopkeeper.application.profile.FindCustomer.Person;
import shopkeeper.application.recommendation.Recommend;
import shopkeeper.application.recommendation.SlateRequest;
import shopkeeper.domain.behavior.Session;
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
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Reason;
import shopkeeper.domain.pricing.PriceContext;
import shopkeeper.domain.pricing.PublicPrice;

/**
 * The seven steps of a decision: who and where, may I, gather, decide, explain, journal, answer.
 */
record DecideForCustomer(
        FindCustomer customers,
        CustomerDirectory directory,
        AskPermission permissions,
        BrowseCatalog catalog,
        AskPrice prices,
        Recommend recommendations,
        SessionView sessions,
        DecisionJournal journal,
        LogProgress progress,
        Duration lifetime)
        implements Decide {
    private static final Use PERSONALIZATION = Use.of(Purpose.CONTENT_PERSONALIZATION);
    private static final String POLICY = "public-prices-1";
    private static final int MISSED_SHOWN = 10;

    @Override
    public JournaledDecision decide(Question question) {
        var seen = progress.seen();
        var person = whoIsIt(question.who());
        var customer = person.map(Person::customer);
        var asked = mayWe(question, person);
        var withheld = new ArrayList<Withheld>();
        var history = whatMayBeUsed(question, person, asked, withheld);
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
        return journal.write(
                decision, DecisionBody.of(decision), Gathered.of(question, history, answers));
    }

    /**
     * Who an identifier points at is asked of the log itself: a login or a change of hands that was
     * acknowledged counts, however far behind the memories are.
     */
    private Optional<Person> whoIsIt(Question.Who who) {
        return switch (who) {
            case Question.Who.Pointed(var identifier) ->
                    customers
                            .person(identifier)
                            .map(person -> whole(person.customer(), person.visitors()));
            case Question.Who.Known(var customer) ->
                    Optional.of(whole(directory.now(customer), Set.of()));
            case Question.Who.Nobody() -> Optional.empty();
        };
    }

    private Person whole(CustomerId customer, Set<CustomerId> visitors) {
        var everyone = new HashSet<>(directory.everyone(customer));
        everyone.addAll(visitors);
        everyone.remove(customer);
        return new Person(customer, everyone);
    }

    /** Only what the answer would use is asked for: a public price needs nobody's permission. */
    private List<Asked> mayWe(Question question, Optional<Person> person) {
        if (!wantsSuggestions(question)) {
            return List.of();
        }
        var now = question.at().received();
        return person
                .map(one -> permissions.may(one.customer(), one.visitors(), PERSONALIZATION, now))
                .map(permission -> new Asked(PERSONALIZATION, permission))
                .stream()
                .toList();
    }

    private static Collection<CustomerId> whatMayBeUsed(
            Question question,
            Optional<Person> person,
            List<Asked> asked,
            List<Withheld> withheld) {
        if (person.isEmpty() && !(question.who() instanceof Question.Who.Nobody)) {
            withheld.add(new Withheld("profile", Denial.UNKNOWN_CUSTOMER.name()));
        }
        var used = new LinkedHashSet<CustomerId>();
        for (Asked one : asked) {
            switch (one.permission()) {
                case Allowed _ ->
                        person.ifPresent(allowed -> {
                            used.add(allowed.customer());
                            used.addAll(allowed.visitors());
                        });
                case Denied(var code) ->
                        withheld.add(new Withheld("purchase-history", code.name()));
            }
        }
        return used;
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
                                        var price = price(product, question);
                                        return new PricedItem(
                                                product, price, List.of(why(product, price)));
                                    })
                                    .toList());
            case Unavailable(var id, var kind) -> new Answer.Unanswered(id, kind);
        };
    }

    /** What they do right now counts as what they did before: only where that may be used. */
    private List<ProductId> visit(Collection<CustomerId> history, Question question) {
        return history.isEmpty()
                ? List.of()
                : sessions.session(history, question.at().received())
                        .map(Session::glancesFirst)
                        .orElse(List.of());
    }

    private Answer suggest(
            Recommendations placement,
            Question question,
            Collection<CustomerId> history,
            List<Withheld> withheld) {
        var context = new SlateContext(placement, question);
        var priced = context(question);
        var slate =
                recommendations.slate(
                        new SlateRequest(
                                Set.copyOf(history),
                                visit(history, question),
                                context.occasion(),
                                context.setting(),
                                placement.filter(),
                                placement.promoted(),
                                question.store(),
                                product ->
                                        prices.publicPrice(product, priced)
                                                .map(price -> price.price().amount()),
                                question.at().received(),
                                context.limit()));
        slate.outOfStock().stream()
                .limit(MISSED_SHOWN)
                .forEach(product -> {
                    var missing = new Withheld("product " + product, "OUT_OF_STOCK");
                    if (!withheld.contains(missing)) {
                        withheld.add(missing);
                    }
                });
        return new Answer.Suggested(placement.id(), Mode.of(slate), slate, context.used());
    }

    private PriceContext context(Question question) {
        var currency =
                question.currency()
                        .or(() -> question.store().flatMap(catalog::store).map(Store::currency));
        return new PriceContext(
                question.via().channel(), question.store(), currency, question.at().received());
    }

    private Optional<PublicPrice> price(ProductId product, Question question) {
        return isTakenOut(product)
                ? Optional.empty()
                : prices.publicPrice(product, context(question));
    }

    private boolean isTakenOut(ProductId product) {
        return catalog.product(product).map(known -> !known.sold()).orElse(false);
    }

    private Reason why(ProductId product, Optional<PublicPrice> price) {
        if (isTakenOut(product)) {
            return Reason.of("NOT_SOLD", "the shop does not sell it any more");
        }
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
