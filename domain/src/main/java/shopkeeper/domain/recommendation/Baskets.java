package shopkeeper.domain.recommendation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import shopkeeper.domain.kernel.ProductId;

/**
 * All baskets of the shop, as counts: in how many a product is and what is bought together with it.
 *
 * <p>The one mutable thing here, and not safe for several threads: whoever keeps it guards it.
 */
public final class Baskets {
    /** So many baskets must speak for a pair before its own counts outweigh plain popularity. */
    private static final double SHRINK = 20;

    private static final Comparator<Companion> LIKELIEST =
            Comparator.comparingDouble(Companion::chance)
                    .reversed()
                    .thenComparing(companion -> companion.product().value());

    private static final int[] NOTHING = {};

    private final Map<ProductId, Integer> numbers = new HashMap<>();
    private final List<ProductId> products = new ArrayList<>();
    private final List<IntList> basketsOf = new ArrayList<>();
    private final List<int[]> baskets = new ArrayList<>();
    private final IntList counts = new IntList();
    private int forgotten;

    public void learn(Collection<ProductId> basket) {
        int[] content = new LinkedHashSet<>(basket).stream().mapToInt(this::numberOf).toArray();
        int number = baskets.size();
        baskets.add(content);
        for (int product : content) {
            basketsOf.get(product).add(number);
            counts.set(product, counts.get(product) + 1);
        }
    }

    /** Takes back one basket of that content, as if it had never been; no matter which. */
    public void forget(Collection<ProductId> basket) {
        var wanted = new LinkedHashSet<>(basket);
        var one = wanted.stream().min(Comparator.comparingInt(this::baskets));
        if (one.isEmpty() || baskets(one.get()) == 0) {
            return;
        }
        var with = basketsOf.get(numbers.getOrDefault(one.get(), 0));
        for (int i = with.size() - 1; i >= 0; i--) {
            int[] content = baskets.get(with.get(i));
            if (content.length == 0) {
                // Forgotten by way of another product: nobody needs to pass by it again.
                with.removeAt(i);
            } else if (content.length == wanted.size()
                    && Arrays.stream(content).mapToObj(products::get).allMatch(wanted::contains)) {
                baskets.set(with.get(i), NOTHING);
                with.removeAt(i);
                for (int product : content) {
                    counts.set(product, counts.get(product) - 1);
                }
                forgotten++;
                return;
            }
        }
    }

    public int size() {
        return baskets.size() - forgotten;
    }

    /** Grows with every basket that is learned or forgotten: a name for what is known now. */
    public int version() {
        return baskets.size() + forgotten;
    }

    /** In how many baskets the product was. */
    public int baskets(ProductId product) {
        Integer number = numbers.get(product);
        return number == null ? 0 : counts.get(number);
    }

    /**
     * What is bought together with a product, the likeliest first.
     *
     * <p>The chance is (baskets with both + 20 x popularity) / (baskets with the product + 20):
     * with few baskets it stays near plain popularity.
     */
    public List<Companion> companions(ProductId product, int limit) {
        Integer number = numbers.get(product);
        if (number == null) {
            return List.of();
        }
        int[] together = countTogether(number);
        var worstFirst = new PriorityQueue<>(LIKELIEST.reversed());
        for (int other = 0; other < together.length; other++) {
            if (together[other] > 0 && other != number) {
                double chance = chance(number, other, together[other]);
                if (worstFirst.size() < limit || !(chance < worst(worstFirst))) {
                    worstFirst.add(new Companion(products.get(other), together[other], chance));
                }
                if (worstFirst.size() > limit) {
                    worstFirst.remove();
                }
            }
        }
        return worstFirst.stream().sorted(LIKELIEST).toList();
    }

    private static double worst(PriorityQueue<Companion> worstFirst) {
        Companion worst = worstFirst.peek();
        return worst == null ? Double.POSITIVE_INFINITY : worst.chance();
    }

    private int[] countTogether(int product) {
        int[] together = new int[products.size()];
        IntList with = basketsOf.get(product);
        for (int i = 0; i < with.size(); i++) {
            for (int other : baskets.get(with.get(i))) {
                together[other]++;
            }
        }
        return together;
    }

    private double chance(int product, int other, int together) {
        double popularity = (double) counts.get(other) / size();
        return (together + SHRINK * popularity) / (counts.get(product) + SHRINK);
    }

    private int numberOf(ProductId product) {
        return numbers.computeIfAbsent(
                product,
                unseen -> {
                    products.add(unseen);
                    basketsOf.add(new IntList());
                    counts.add(0);
                    return products.size() - 1;
                });
    }
}
