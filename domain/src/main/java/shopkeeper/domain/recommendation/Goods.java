package shopkeeper.domain.recommendation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.kernel.ProductId;

/**
 * What the shop sells as a slate sees it: by product number, in flat arrays.
 *
 * <p>Not safe for several threads: whoever keeps it guards it.
 */
public final class Goods {
    private static final int LONGEST_CHAIN = 100;

    private final Map<String, Integer> categories = new HashMap<>();
    private final Map<String, Integer> brands = new HashMap<>();
    private @Nullable Product[] products = new Product[16];
    private int[] category = new int[16];
    private int[] brand = new int[16];
    private int[] ageLimit = new int[16];
    private int[] replacedBy = new int[16];
    private float[] margin = new float[16];
    private int[][] words = new int[16][];
    private final WordIndex index = new WordIndex();
    private int[] baskets = new int[16];
    private final IntList replaced = new IntList();

    /** How many products were in so many baskets, one or more. */
    private int[] having = new int[16];

    private int most;
    private int size;

    /**
     * @param replacedBy the number of what is sold in its place, -1 where there is none
     */
    public void put(int number, Product product, int replacedBy) {
        grow(number + 1);
        products[number] = product;
        category[number] = product.category().map(name -> numbered(categories, name)).orElse(-1);
        brand[number] = product.details().brand().map(name -> numbered(brands, name)).orElse(-1);
        ageLimit[number] = product.details().ageLimit();
        margin[number] = product.details().margin().map(Number::floatValue).orElse(Float.NaN);
        int[] named = Tokens.of(product.name());
        index.change(number, words[number], named);
        words[number] = named;
        if (replacedBy >= 0 && this.replacedBy[number] < 0) {
            replaced.add(number);
        }
        this.replacedBy[number] = replacedBy;
    }

    /** It was in so many more baskets; less than none where some are taken back. */
    public void count(int number, int more) {
        grow(number + 1);
        baskets[number] += more;
        int now = baskets[number];
        if (now > more) {
            having[now - more]--;
        }
        if (now >= having.length) {
            having = Arrays.copyOf(having, Math.max(now + 1, having.length * 2));
        }
        if (now > 0) {
            having[now]++;
        }
        most = Math.max(most, now);
        while (most > 0 && having[most] == 0) {
            most--;
        }
    }

    /** In how many baskets it was. */
    public int baskets(int number) {
        return number < size ? baskets[number] : 0;
    }

    /** 0 to 1, where 1 is the most popular product. */
    float popularity(int number) {
        return most == 0 ? 0 : (float) baskets(number) / most;
    }

    /** Those that ever had a successor. */
    IntList replaced() {
        return replaced;
    }

    /** One more than the highest number that was put. */
    public int size() {
        return size;
    }

    boolean isSold(int number) {
        var product = number < size ? products[number] : null;
        return product != null && product.sold();
    }

    public Optional<Product> product(int number) {
        return Optional.ofNullable(number < size ? products[number] : null);
    }

    ProductId id(int number) {
        return product(number).orElseThrow().id();
    }

    /** -1 where it has none. */
    int category(int number) {
        return category[number];
    }

    /** -1 where it has none. */
    int brand(int number) {
        return brand[number];
    }

    int ageLimit(int number) {
        return ageLimit[number];
    }

    boolean isBoughtOnce(int number) {
        return product(number).map(one -> one.details().boughtOnce()).orElse(false);
    }

    /** Not a number where it is not known. */
    float margin(int number) {
        return margin[number];
    }

    int[] words(int number) {
        return words[number];
    }

    /** Products with that word in their name, in no order. */
    IntList named(int word) {
        return index.with(word);
    }

    /** -1 where no product is in it. */
    int categoryNamed(String name) {
        return categories.getOrDefault(name, -1);
    }

    int brandNamed(String name) {
        return brands.getOrDefault(name, -1);
    }

    /**
     * What is sold in its place, at the end of the chain; itself where nothing is. A replacement
     * that leads back to where it began, or to what nobody can buy, replaces nothing.
     */
    int standIn(int number) {
        int last = number;
        int steps = 0;
        while (last < size && replacedBy[last] >= 0) {
            last = replacedBy[last];
            if (last == number || ++steps > LONGEST_CHAIN) {
                return number;
            }
        }
        return isSold(last) ? last : number;
    }

    private static int numbered(Map<String, Integer> names, String name) {
        return names.computeIfAbsent(name, _ -> names.size());
    }

    private void grow(int wanted) {
        if (wanted > products.length) {
            int room = Math.max(wanted, products.length * 2);
            products = Arrays.copyOf(products, room);
            category = Arrays.copyOf(category, room);
            brand = Arrays.copyOf(brand, room);
            ageLimit = Arrays.copyOf(ageLimit, room);
            replacedBy = Arrays.copyOf(replacedBy, room);
            margin = Arrays.copyOf(margin, room);
            words = Arrays.copyOf(words, room);
            baskets = Arrays.copyOf(baskets, room);
        }
        for (int unknown = size; unknown < wanted; unknown++) {
            category[unknown] = -1;
            brand[unknown] = -1;
            replacedBy[unknown] = -1;
            words[unknown] = Tokens.NONE;
        }
        size = Math.max(size, wanted);
    }
}
