package shopkeeper.domain.recommendation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import shopkeeper.domain.catalog.Details;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.kernel.ProductId;

/** A small shop for slates: products, models that say what they are told to, and one question. */
final class SlateShop {
    private final Map<ProductId, Integer> numberOf = new LinkedHashMap<>();
    private final Goods goods = new Goods();
    private final List<CandidateModel> models = new ArrayList<>();
    private final Map<ProductId, BigDecimal> prices = new HashMap<>();
    private final Set<ProductId> outOfStock = new HashSet<>();
    private final List<int[]> baskets = new ArrayList<>();
    private SlatePolicy policy = plain(Occasion.HOME);
    private SlateFilter filter = SlateFilter.NONE;
    private Promoted promoted = Promoted.NOTHING;
    private Wishes wishes = Wishes.NONE;
    private Setting setting = Setting.PLAIN;
    private int[] session = {};

    /** All sources alike, and no rule at work. */
    static SlatePolicy plain(Occasion occasion) {
        return policy(occasion, 0, 0, 0, 0, 0);
    }

    static SlatePolicy policy(
            Occasion occasion,
            double damping,
            double variety,
            double promoted,
            double crossSell,
            double upSell) {
        var weights = new HashMap<Source, Double>();
        for (Source source : Source.values()) {
            weights.put(source, 1.0);
        }
        return new SlatePolicy(occasion, 1, weights, damping, variety, promoted, crossSell, upSell);
    }

    SlateShop sells(String... products) {
        for (String product : products) {
            sells(product, UnaryOperator.identity());
        }
        return this;
    }

    SlateShop sells(String id, UnaryOperator<Draft> change) {
        var draft = change.apply(new Draft(id));
        var replaced = draft.replacedBy.map(this::number).orElse(-1);
        goods.put(number(draft.id), draft.product(), replaced);
        return this;
    }

    SlateShop bought(String product, int baskets) {
        goods.count(number(new ProductId(product)), baskets);
        return this;
    }

    SlateShop costs(String product, String price) {
        prices.put(new ProductId(product), new BigDecimal(price));
        return this;
    }

    SlateShop isOut(String... products) {
        Arrays.stream(products).map(ProductId::new).forEach(outOfStock::add);
        return this;
    }

    SlateShop policy(SlatePolicy now) {
        policy = now;
        return this;
    }

    SlateShop filter(SlateFilter now) {
        filter = now;
        return this;
    }

    SlateShop promotes(List<String> pinned, List<String> boosted) {
        promoted = new Promoted(ids(pinned), ids(boosted));
        return this;
    }

    SlateShop wishes(Wishes now) {
        wishes = now;
        return this;
    }

    SlateShop setting(Setting now) {
        setting = now;
        return this;
    }

    SlateShop customerBought(String... products) {
        baskets.add(numbers(products));
        return this;
    }

    SlateShop customerSaw(String... products) {
        session = numbers(products);
        return this;
    }

    /** A model that gives each product its score, whoever asks. */
    SlateShop says(Source source, Object... productsAndScores) {
        var scores = new LinkedHashMap<Integer, Float>();
        for (int i = 0; i < productsAndScores.length; i += 2) {
            scores.put(
                    number(new ProductId((String) productsAndScores[i])),
                    ((Number) productsAndScores[i + 1]).floatValue());
        }
        models.add(new Fixed(source, source + "-" + models.size(), scores));
        return this;
    }

    SlateShop says(CandidateModel model) {
        models.add(model);
        return this;
    }

    Slate slate(int limit) {
        return slate(limit, models);
    }

    Slate slate(int limit, List<CandidateModel> said) {
        var numbers = ProductNumbers.of(numberOf.keySet());
        var context =
                Stream.concat(setting.page().stream(), setting.cart().stream())
                        .mapToInt(numbers::numberOf)
                        .filter(number -> number >= 0)
                        .toArray();
        return SlateMaker.slate(
                goods,
                numbers,
                new SlateQuestion(
                        new Shopper(baskets.toArray(new int[0][]), session, context),
                        setting,
                        policy,
                        filter,
                        promoted,
                        wishes,
                        number -> !outOfStock.contains(numbers.product(number)),
                        number -> Optional.ofNullable(prices.get(numbers.product(number))),
                        limit),
                said);
    }

    List<CandidateModel> models() {
        return models;
    }

    int number(ProductId product) {
        return numberOf.computeIfAbsent(product, _ -> numberOf.size());
    }

    static List<String> shown(Slate slate) {
        return slate.suggestions().stream().map(one -> one.product().value()).toList();
    }

    /** The codes of the reasons for a product; none where it is not shown. */
    static List<String> codes(Slate slate, String product) {
        return slate.suggestions().stream()
                .filter(one -> one.product().value().equals(product))
                .flatMap(one -> one.reasons().stream())
                .map(reason -> reason.code())
                .toList();
    }

    static Optional<Exclusion> exclusion(Slate slate, String product) {
        return slate.pool().excluded().stream()
                .filter(one -> one.product().value().equals(product))
                .map(Pool.Excluded::why)
                .findFirst();
    }

    static List<ProductId> ids(List<String> products) {
        return products.stream().map(ProductId::new).toList();
    }

    private int[] numbers(String... products) {
        return Arrays.stream(products).map(ProductId::new).mapToInt(this::number).toArray();
    }

    /** A product on its way into the catalog. */
    static final class Draft {
        private final ProductId id;
        private String name;
        private Optional<String> category = Optional.empty();
        private boolean sold = true;
        private Optional<String> brand = Optional.empty();
        private int ageLimit;
        private Optional<ProductId> replacedBy = Optional.empty();
        private boolean boughtOnce;
        private Optional<BigDecimal> margin = Optional.empty();

        Draft(String id) {
            this.id = new ProductId(id);
            this.name = id;
        }

        Draft named(String words) {
            name = words;
            return this;
        }

        Draft in(String kind) {
            category = Optional.of(kind);
            return this;
        }

        Draft by(String maker) {
            brand = Optional.of(maker);
            return this;
        }

        Draft takenOut() {
            sold = false;
            return this;
        }

        Draft from(int age) {
            ageLimit = age;
            return this;
        }

        Draft replacedBy(String successor) {
            replacedBy = Optional.of(new ProductId(successor));
            return this;
        }

        Draft boughtOnce() {
            boughtOnce = true;
            return this;
        }

        Draft margin(String share) {
            margin = Optional.of(new BigDecimal(share));
            return this;
        }

        private Product product() {
            return new Product(
                    id,
                    name,
                    category,
                    sold,
                    new Details(brand, Optional.empty(), ageLimit, replacedBy, boughtOnce, margin));
        }
    }

    private record Fixed(Source source, String version, Map<Integer, Float> said)
            implements CandidateModel {
        @Override
        public void score(Shopper shopper, float[] scores) {
            Arrays.fill(scores, 0);
            said.forEach((product, score) -> {
                if (product < scores.length) {
                    scores[product] = score;
                }
            });
        }

        @Override
        public Optional<Why> why(Shopper shopper, int product) {
            return said.containsKey(product)
                    ? Optional.of(new Why("CO_PURCHASED", 2, 0, List.of(product)))
                    : Optional.empty();
        }
    }
}
