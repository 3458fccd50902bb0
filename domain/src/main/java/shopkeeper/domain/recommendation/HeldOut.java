package shopkeeper.domain.recommendation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Training data without its end, and the end: what is left to learn from, and what customers did
 * next.
 */
public record HeldOut(Interactions rest, List<Example> examples) {
    public HeldOut {
        examples = List.copyOf(examples);
    }

    /** What was known of somebody, and what came. */
    public record Example(Shopper before, Set<Integer> came) {
        public Example {
            came = Set.copyOf(came);
        }
    }

    /** Of everybody with two baskets or more the last one. */
    public static HeldOut lastBaskets(Interactions all, int most, long seed) {
        var rest = Interactions.builder();
        var examples = new ArrayList<Example>();
        for (int customer = 0; customer < all.customers(); customer++) {
            rest.customer();
            int first = all.firstBasket(customer);
            int end = all.endBasket(customer);
            int last = end - first < 2 ? end : end - 1;
            for (int basket = first; basket < last; basket++) {
                rest.basket(all.day(basket), all.basket(basket), all.counts(basket));
            }
            if (last < end) {
                int[][] baskets = new int[last - first][];
                for (int i = 0; i < baskets.length; i++) {
                    baskets[i] = all.basket(first + i);
                }
                examples.add(new Example(Shopper.withBaskets(baskets), set(all.basket(last))));
            }
        }
        return new HeldOut(rest.build(all.products()), sample(examples, most, seed));
    }

    /** Of everybody with five products or more each product with that chance, 0 to 1. */
    public static HeldOut someProducts(Interactions all, double chance, int most, long seed) {
        var dice = new Dice(seed);
        var pairs = all.pairs();
        var rest = Interactions.builder();
        var examples = new ArrayList<Example>();
        for (int customer = 0; customer < pairs.rows(); customer++) {
            var kept = new IntList();
            var counts = new IntList();
            var came = new TreeSet<Integer>();
            boolean many = pairs.end(customer) - pairs.first(customer) >= 5;
            for (int cell = pairs.first(customer); cell < pairs.end(customer); cell++) {
                if (many && dice.below(1 << 20) < chance * (1 << 20)) {
                    came.add(pairs.column(cell));
                } else {
                    kept.add(pairs.column(cell));
                    counts.add(pairs.count(cell));
                }
            }
            rest.customer().basket(0, kept.toArray(), counts.toArray());
            if (!came.isEmpty() && kept.size() > 0) {
                examples.add(new Example(Shopper.withBaskets(kept.toArray()), came));
            }
        }
        return new HeldOut(rest.build(all.products()), sample(examples, most, seed));
    }

    /**
     * Of each visit the next product after each beginning of it; at most so many in all. A
     * beginning is copied when it is asked for.
     */
    public static List<Example> nextClicks(List<int[]> sessions, int most, long seed) {
        var session = new IntList();
        var seen = new IntList();
        for (int one = 0; one < sessions.size(); one++) {
            for (int i = 1; i < sessions.get(one).length; i++) {
                session.add(one);
                seen.add(i);
            }
        }
        int[] drawn = drawn(session.size(), most, seed);
        return new Beginnings(
                sessions,
                Arrays.stream(drawn).map(session::get).toArray(),
                Arrays.stream(drawn).map(seen::get).toArray());
    }

    private static Set<Integer> set(int[] products) {
        var set = new TreeSet<Integer>();
        for (int product : products) {
            set.add(product);
        }
        return set;
    }

    private static List<Example> sample(List<Example> examples, int most, long seed) {
        return Arrays.stream(drawn(examples.size(), most, seed)).mapToObj(examples::get).toList();
    }

    /** So many of the first numbers at most, by chance. */
    private static int[] drawn(int size, int most, long seed) {
        var dice = new Dice(seed);
        int[] numbers = IntStream.range(0, size).toArray();
        int drawn = Math.min(most, size);
        for (int i = 0; i < drawn; i++) {
            int other = i + dice.below(size - i);
            int kept = numbers[i];
            numbers[i] = numbers[other];
            numbers[other] = kept;
        }
        return Arrays.copyOf(numbers, drawn);
    }
}
