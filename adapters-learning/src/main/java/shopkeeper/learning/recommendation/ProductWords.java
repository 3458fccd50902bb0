package shopkeeper.learning.recommendation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.Term;
import shopkeeper.domain.catalog.Product;

/** The words of each product's text as numbers, read once when the model is trained. */
final class ProductWords {
    private static final int[] NONE = {};
    private static final float[] NOTHING = {};

    private final Map<Term, Integer> numbers = new HashMap<>();
    private final List<Term> terms = new ArrayList<>();
    private final List<Integer> texts = new ArrayList<>();
    private final int[][] words;
    private final float[][] weights;
    private int products;

    /**
     * @param numbered how many numbers of products there are
     */
    ProductWords(int numbered) {
        words = new int[numbered][];
        weights = new float[numbered][];
        for (int product = 0; product < numbered; product++) {
            words[product] = NONE;
            weights[product] = NOTHING;
        }
    }

    /** Of each product once; what has no words stays unknown. */
    void read(int number, Product product) {
        var counted = new TreeMap<Integer, Float>();
        for (Wording part : Wording.values()) {
            part.words(part.of(product))
                    .forEach((word, times) ->
                            counted.put(
                                    numberOf(new Term(part.name(), word)), part.weight() * times));
        }
        if (counted.isEmpty()) {
            return;
        }
        products++;
        words[number] = counted.keySet().stream().mapToInt(word -> word).toArray();
        weights[number] = new float[words[number].length];
        for (int i = 0; i < words[number].length; i++) {
            int word = words[number][i];
            weights[number][i] = counted.getOrDefault(word, 0f);
            texts.set(word, texts.get(word) + 1);
        }
    }

    private int numberOf(Term term) {
        return numbers.computeIfAbsent(
                term,
                unseen -> {
                    terms.add(unseen);
                    texts.add(0);
                    return terms.size() - 1;
                });
    }

    boolean hasWords(int product) {
        return product >= 0 && product < words.length && words[product].length > 0;
    }

    /** How many products have words. */
    int products() {
        return products;
    }

    Term term(int word) {
        return terms.get(word);
    }

    /** The number of a word that some product has, or -1. */
    int word(Term term) {
        return numbers.getOrDefault(term, -1);
    }

    /** How much having it tells: the rarer the more. */
    double rarity(int word) {
        return Math.log(1.0 + (double) products / texts.get(word));
    }

    /** Adds its words, each so many times. */
    void add(int product, float times, Map<Integer, Float> sums) {
        for (int i = 0; i < words[product].length; i++) {
            sums.merge(words[product][i], times * weights[product][i], Float::sum);
        }
    }

    /** How many words both have. */
    int shared(int one, int other) {
        int shared = 0;
        int j = 0;
        for (int word : words[one]) {
            while (j < words[other].length && words[other][j] < word) {
                j++;
            }
            if (j < words[other].length && words[other][j] == word) {
                shared++;
            }
        }
        return shared;
    }
}
