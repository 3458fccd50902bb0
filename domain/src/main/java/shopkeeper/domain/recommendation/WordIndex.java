package shopkeeper.domain.recommendation;

import java.util.HashMap;
import java.util.Map;

/** Which products have a word in their name: a search looks at these only. */
final class WordIndex {
    private static final IntList NOWHERE = new IntList();

    private final Map<Integer, IntList> products = new HashMap<>();

    /** The words of a product's name change. */
    void change(int product, int[] before, int[] after) {
        for (int word : before) {
            if (!has(after, word)) {
                leave(word, product);
            }
        }
        for (int word : after) {
            if (!has(before, word)) {
                products.computeIfAbsent(word, _ -> new IntList()).add(product);
            }
        }
    }

    private void leave(int word, int product) {
        products.computeIfPresent(
                word,
                (_, all) -> {
                    all.remove(product);
                    return all.size() == 0 ? null : all;
                });
    }

    /** In no order. */
    IntList with(int word) {
        return products.getOrDefault(word, NOWHERE);
    }

    private static boolean has(int[] words, int wanted) {
        for (int word : words) {
            if (word == wanted) {
                return true;
            }
        }
        return false;
    }
}
