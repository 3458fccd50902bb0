package shopkeeper.messaging.decision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopkeeper.application.decision.QuestionForm;
import shopkeeper.domain.decision.Question;
import shopkeeper.domain.decision.Question.Around;
import shopkeeper.domain.decision.Question.Placement;
import shopkeeper.domain.decision.Question.Who;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.recommendation.Promoted;
import shopkeeper.domain.recommendation.SlateFilter;
import shopkeeper.messaging.kernel.Fields;
import shopkeeper.messaging.kernel.Heard;
import shopkeeper.messaging.kernel.MalformedMessage;
import shopkeeper.messaging.kernel.NamedCustomer;
import shopkeeper.messaging.kernel.NamedProduct;

/** What a till asks: something new for this basket, or a decision it heard of once more. */
record PosQuestion(
        Optional<DecisionId> again,
        Who who,
        List<ProductId> basket,
        List<Placement> placements,
        Optional<Currency> currency,
        Optional<Position> minPosition,
        Around around) {
    private static final int USUAL_OFFERS = 4;
    private static final Duration USUAL_BUDGET = Duration.ofMillis(300);
    private static final long LONGEST_BUDGET = 5_000;

    static PosQuestion read(Heard heard) {
        var data = heard.event().fields();
        var store = data.part("store").map(named -> named.needed("id"));
        if (store.isPresent() && !store.get().equals(heard.till().store().value())) {
            throw new MalformedMessage("data.store.id is another store than source names.");
        }
        var basket = basket(data);
        var around = around(data);
        return new PosQuestion(
                data.text("decisionId", DecisionId::new),
                who(data),
                basket,
                placements(data, basket, around),
                data.text("currency", Currency::getInstance),
                data.whole("minPosition").map(PosQuestion::position),
                around);
    }

    /** The same words as over the web. */
    private static Around around(Fields data) {
        try {
            return QuestionForm.around(
                    data.part("context").map(Fields::tree).orElse(Map.of()), data.text("locale"));
        } catch (IllegalArgumentException e) {
            throw new MalformedMessage("data." + e.getMessage() + ".");
        }
    }

    /** Until when an answer is of use, counted from its arrival. */
    static Duration budget(Heard heard) {
        var event = heard.event();
        var budget =
                event.fields()
                        .whole("budgetMs")
                        .map(asked -> Duration.ofMillis(Math.clamp(asked, 0, LONGEST_BUDGET)))
                        .orElse(USUAL_BUDGET);
        // By the till's own clock where it tells both times: a clock that is wrong is wrong in
        // both.
        return event.expiry()
                .map(expiry ->
                        Duration.between(
                                event.time().map(time -> time.toInstant()).orElse(heard.received()),
                                expiry.toInstant()))
                .filter(left -> left.compareTo(budget) < 0)
                .orElse(budget);
    }

    Question asQuestion(DecisionId id, Heard heard) {
        return new Question(
                id,
                who,
                Via.till(),
                Optional.of(heard.till().store()),
                currency,
                basket,
                placements,
                heard.moment(),
                around);
    }

    private static Position position(long value) {
        if (value < 0) {
            throw new MalformedMessage("data.minPosition is below zero.");
        }
        return new Position(value);
    }

    private static Who who(Fields data) {
        var identifiers = NamedCustomer.in(data);
        if (identifiers.size() > 1) {
            throw new MalformedMessage("A question names one customer, by one identifier.");
        }
        return identifiers.isEmpty() ? new Who.Nobody() : new Who.Pointed(identifiers.getFirst());
    }

    private static List<ProductId> basket(Fields data) {
        return data.list("lines").stream()
                .map(line -> NamedProduct.in(line).product())
                .distinct()
                .toList();
    }

    private static List<Placement> placements(Fields data, List<ProductId> basket, Around around) {
        var asked = data.list("placements");
        try {
            var placements =
                    asked.isEmpty()
                            ? usual(data, basket, around)
                            : asked.stream().map(one -> placement(one, around)).toList();
            if (placements.size() > 20
                    || placements.stream().map(Placement::id).distinct().count()
                            < placements.size()) {
                throw new MalformedMessage(
                        "data.placements may name 20, each with an id of its own.");
            }
            return placements;
        } catch (IllegalArgumentException e) {
            throw new MalformedMessage("data.placements: " + e.getMessage() + ".");
        }
    }

    private static List<Placement> usual(Fields data, List<ProductId> basket, Around around) {
        var limit = limit(data.whole("maxOffers").or(() -> data.whole("limit")), around);
        var placements = new ArrayList<Placement>();
        placements.add(
                new Placement.Recommendations(
                        "offers", List.of(), limit, SlateFilter.NONE, Promoted.NOTHING));
        if (!basket.isEmpty()) {
            placements.add(
                    new Placement.Prices(
                            "basket", basket.subList(0, Math.min(basket.size(), 100))));
        }
        return placements;
    }

    private static Placement placement(Fields asked, Around around) {
        String id = asked.needed("id");
        String kind = asked.needed("kind");
        List<ProductId> products = asked.texts("products").stream().map(ProductId::new).toList();
        return switch (kind) {
            case "recommendation" ->
                    new Placement.Recommendations(
                            id,
                            products,
                            limit(asked.whole("limit"), around),
                            asked.part("filter")
                                    .map(filter -> QuestionForm.filter(filter.tree()))
                                    .orElse(SlateFilter.NONE),
                            QuestionForm.promoted(asked.texts("pinned"), asked.texts("boosted")));
            case "price" -> new Placement.Prices(id, products);
            default -> new Placement.Unavailable(id, kind);
        };
    }

    /** A till that says neither how many nor on what they are shown has a small screen. */
    private static Optional<Integer> limit(Optional<Long> asked, Around around) {
        var limit = asked.map(items -> Math.clamp(items, Integer.MIN_VALUE, Integer.MAX_VALUE));
        return limit.isEmpty() && around.device().isEmpty() ? Optional.of(USUAL_OFFERS) : limit;
    }
}
