package shopkeeper.web.decision;

import static shopkeeper.web.kernel.Input.oneOf;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shopkeeper.application.decision.QuestionForm;
import shopkeeper.domain.decision.Question;
import shopkeeper.domain.decision.Question.Around;
import shopkeeper.domain.decision.Question.Placement;
import shopkeeper.domain.decision.Question.Who;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.profile.Identifier;
import shopkeeper.domain.recommendation.SlateFilter;
import shopkeeper.web.kernel.IdentifierTypes;
import shopkeeper.web.kernel.Input;
import shopkeeper.web.kernel.Problem;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a question, and says what it cannot answer rather than overlook it. */
final class QuestionReader {
    private static final JsonMapper TREES = JsonMapper.shared();
    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};
    private static final int CART = 500;

    private QuestionReader() {}

    static Question question(DecisionId id, DecisionJson.Asked asked, Instant now) {
        if (asked.at() != null) {
            throw Problem.invalid("at must be null: a decision is made now.").asException();
        }
        var context = Optional.ofNullable(asked.context());
        var who = who(asked.customer());
        var via = via(asked.channel(), asked.touchpoint());
        var store = Input.optional("store", asked.store(), StoreId::new);
        var currency =
                context.map(DecisionJson.Context::currency)
                        .map(code -> Input.currency("context.currency", code));
        var cart = cart(context.map(DecisionJson.Context::cart).orElse(List.of()));
        var around = around(context, Optional.ofNullable(asked.locale()));
        var placements = placements(Input.required("placements", asked.placements()));
        return Input.word(
                "placements",
                placements,
                read ->
                        new Question(
                                id, who, via, store, currency, cart, read, Moment.at(now), around));
    }

    private static Around around(Optional<DecisionJson.Context> context, Optional<String> locale) {
        var tree = new LinkedHashMap<String, Object>();
        context.ifPresent(sent -> {
            put(tree, "page", sent.page());
            put(tree, "query", sent.query());
            put(tree, "device", sent.device());
            put(tree, "age", sent.age());
        });
        return Input.word("context", tree, read -> QuestionForm.around(read, locale));
    }

    private static void put(Map<String, Object> tree, String name, @Nullable JsonNode sent) {
        if (sent != null && !sent.isNull()) {
            tree.put(name, TREES.treeToValue(sent, Object.class));
        }
    }

    private static Who who(DecisionJson.@Nullable Customer customer) {
        if (customer == null) {
            return new Who.Nobody();
        }
        if (customer.id() != null) {
            if (customer.type() != null || customer.value() != null) {
                throw Problem.invalid("customer takes an id, or a type and a value.").asException();
            }
            return new Who.Known(Input.word("customer.id", customer.id(), CustomerId::new));
        }
        var type = IdentifierTypes.named("customer.type", customer.type());
        return new Who.Pointed(
                Input.required(
                        "customer.value", customer.value(), value -> new Identifier(type, value)));
    }

    private static Via via(@Nullable String channel, @Nullable String touchpoint) {
        var where = channel == null ? Channel.ONLINE : oneOf(Channel.class, "channel", channel);
        return Input.word(
                "touchpoint",
                touchpoint == null ? "web" : touchpoint,
                place -> new Via(where, place));
    }

    private static List<ProductId> cart(List<@Nullable JsonNode> cart) {
        if (cart.size() > CART) {
            throw Problem.invalid("context.cart names at most %d products.".formatted(CART))
                    .asException();
        }
        var products = new ArrayList<ProductId>();
        for (JsonNode line : cart) {
            var product = line != null && line.isObject() ? line.get("product") : line;
            products.add(
                    Input.required(
                            "context.cart",
                            product != null && product.isString() ? product.stringValue() : null,
                            ProductId::new));
        }
        return products;
    }

    private static List<Placement> placements(List<DecisionJson.@Nullable PlacementJson> asked) {
        var placements = new ArrayList<Placement>();
        for (int i = 0; i < asked.size(); i++) {
            var field = "placements[" + i + "]";
            placements.add(placement(field, Input.required(field, asked.get(i))));
        }
        return placements;
    }

    private static Placement placement(String field, DecisionJson.PlacementJson asked) {
        var id = Input.required(field + ".id", asked.id());
        var products = new ArrayList<ProductId>();
        if (asked.products() != null) {
            asked.products()
                    .forEach(product ->
                            products.add(
                                    Input.required(field + ".products", product, ProductId::new)));
        }
        return switch (Input.required(field + ".kind", asked.kind())) {
            case "recommendation" ->
                    Input.word(
                            field,
                            products,
                            shown ->
                                    new Placement.Recommendations(
                                            id,
                                            shown,
                                            Optional.ofNullable(asked.limit()),
                                            filter(asked.filter()),
                                            QuestionForm.promoted(
                                                    asked.pinned(), asked.boosted())));
            case "price" -> Input.word(field, products, priced -> new Placement.Prices(id, priced));
            case String other -> new Placement.Unavailable(id, kind(field, other));
        };
    }

    private static SlateFilter filter(@Nullable JsonNode filter) {
        if (filter == null || filter.isNull()) {
            return SlateFilter.NONE;
        }
        if (!filter.isObject()) {
            throw new IllegalArgumentException("filter is an object");
        }
        return QuestionForm.filter(TREES.treeToValue(filter, TREE));
    }

    private static String kind(String field, String kind) {
        if (!kind.matches("[a-z][a-z0-9-]{0,39}")) {
            throw Problem.invalid(field + ".kind is no kind of placement.").asException();
        }
        return kind;
    }
}
