package shopkeeper.domain.recommendation;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shopkeeper.domain.kernel.ProductId;

/** Whether a product may be in the slate at all, asked before anything is ranked. */
final class Eligibility {
    private final Goods goods;
    private final SlateQuestion question;
    private final BitSet here;
    private final BitSet hidden;
    private final BitSet unhelpful;
    private final BitSet without;
    private final BitSet bought = new BitSet();
    private final BitSet categories = new BitSet();
    private final BitSet withoutCategories = new BitSet();
    private final BitSet brands = new BitSet();
    private final Map<Integer, Optional<BigDecimal>> prices = new HashMap<>();

    Eligibility(Goods goods, ProductNumbers numbers, SlateQuestion question) {
        this.goods = goods;
        this.question = question;
        var setting = question.setting();
        here = set(numbers, setting.there().toList());
        hidden = set(numbers, question.wishes().hidden());
        unhelpful = set(numbers, question.wishes().unhelpful());
        without = set(numbers, question.filter().without());
        for (int[] basket : question.shopper().baskets()) {
            for (int product : basket) {
                bought.set(product);
            }
        }
        successorsToo();
        question.filter().categories().forEach(name -> mark(categories, goods.categoryNamed(name)));
        question.filter()
                .withoutCategories()
                .forEach(name -> mark(withoutCategories, goods.categoryNamed(name)));
        question.filter().brands().forEach(name -> mark(brands, goods.brandNamed(name)));
    }

    /** What stands in for a product is the same need: what is said of one is said of the other. */
    private void successorsToo() {
        var replaced = goods.replaced();
        for (int i = 0; i < replaced.size(); i++) {
            int old = replaced.get(i);
            int successor = goods.standIn(old);
            for (BitSet set : List.of(here, hidden, unhelpful, without, bought)) {
                if (set.get(old)) {
                    set.set(successor);
                }
            }
        }
    }

    /** Null where nothing speaks against it. */
    @Nullable Exclusion of(int number) {
        if (!goods.isSold(number)) {
            return Exclusion.NOT_SOLD;
        }
        if (goods.standIn(number) != number) {
            return Exclusion.REPLACED;
        }
        if (here.get(number)) {
            return Exclusion.ALREADY_HERE;
        }
        if (!question.inStock().test(number)) {
            return Exclusion.OUT_OF_STOCK;
        }
        if (goods.ageLimit(number) > question.setting().age()) {
            return Exclusion.AGE_LIMIT;
        }
        if (hidden.get(number)) {
            return Exclusion.HIDDEN;
        }
        if (unhelpful.get(number)) {
            return Exclusion.NOT_HELPFUL;
        }
        if (bought.get(number) && goods.isBoughtOnce(number)) {
            return Exclusion.BOUGHT_ALREADY;
        }
        return byFilter(number);
    }

    private @Nullable Exclusion byFilter(int number) {
        var filter = question.filter();
        switch (filter.bought()) {
            case ANY -> {}
            case NEW -> {
                if (bought.get(number)) {
                    return Exclusion.BOUGHT_ALREADY;
                }
            }
            case AGAIN -> {
                if (!bought.get(number)) {
                    return Exclusion.FILTERED;
                }
            }
        }
        int category = goods.category(number);
        boolean left =
                without.get(number)
                        || (!filter.categories().isEmpty() && !has(categories, category))
                        || has(withoutCategories, category)
                        || (!filter.brands().isEmpty() && !has(brands, goods.brand(number)))
                        || (filter.asksForPrice() && !filter.takes(price(number)));
        return left ? Exclusion.FILTERED : null;
    }

    /** Each is asked for once. */
    Optional<BigDecimal> price(int number) {
        return prices.computeIfAbsent(number, question.price()::apply);
    }

    boolean isHere(int number) {
        return here.get(number);
    }

    private static boolean has(BitSet set, int number) {
        return number >= 0 && set.get(number);
    }

    private static void mark(BitSet set, int number) {
        if (number >= 0) {
            set.set(number);
        }
    }

    private static BitSet set(ProductNumbers numbers, Collection<ProductId> products) {
        var set = new BitSet();
        products.forEach(product -> mark(set, numbers.numberOf(product)));
        return set;
    }
}
