package shopkeeper.application.recommendation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.recommendation.Interactions;

/**
 * Everybody's baskets, for training. Whoever takes back that their data is used leaves; their
 * baskets are kept for the day they allow it again, and nobody learns from them meanwhile.
 */
final class PurchaseDiary {
    private final Map<CustomerId, List<Basket>> baskets = new HashMap<>();
    private final Set<CustomerId> gone = new HashSet<>();
    private int products;
    private int size;
    private int leaves;

    private record Basket(long day, List<Integer> products) {}

    /** What can be learned from, and whose it is. */
    record Notes(Map<CustomerId, Integer> rows, Interactions all, int size, int leaves) {
        Notes {
            rows = Map.copyOf(rows);
        }
    }

    synchronized void bought(CustomerId customer, int[] bought, long day) {
        baskets.computeIfAbsent(customer, _ -> new ArrayList<>())
                .add(new Basket(day, Arrays.stream(bought).boxed().sorted().toList()));
        products = Math.max(products, 1 + Arrays.stream(bought).max().orElse(-1));
        size++;
    }

    /** Takes back the latest basket of that content. */
    synchronized void voided(CustomerId customer, int[] products) {
        var wanted = Arrays.stream(products).boxed().sorted().toList();
        var own = baskets.getOrDefault(customer, List.of());
        for (int i = own.size() - 1; i >= 0; i--) {
            if (own.get(i).products().equals(wanted)) {
                own.remove(i);
                size++;
                return;
            }
        }
    }

    synchronized void leaves(CustomerId customer) {
        if (gone.add(customer)) {
            leaves++;
        }
    }

    synchronized void returns(CustomerId customer) {
        gone.remove(customer);
    }

    synchronized boolean isGone(CustomerId customer) {
        return gone.contains(customer);
    }

    /** How many baskets came or went. */
    synchronized int size() {
        return size;
    }

    /** How often somebody left. */
    synchronized int leaves() {
        return leaves;
    }

    synchronized Notes notes() {
        var all = Interactions.builder();
        var rows = new HashMap<CustomerId, Integer>();
        baskets.keySet().stream()
                .filter(customer -> !gone.contains(customer))
                .sorted(Comparator.comparing(CustomerId::value))
                .forEach(customer -> {
                    rows.put(customer, rows.size());
                    all.customer();
                    baskets.getOrDefault(customer, List.of()).stream()
                            .sorted(Comparator.comparingLong(Basket::day))
                            .forEach(basket ->
                                    all.basket(
                                            (int) basket.day(),
                                            basket.products().stream()
                                                    .mapToInt(one -> one)
                                                    .toArray()));
                });
        return new Notes(rows, all.build(products), size, leaves);
    }
}
