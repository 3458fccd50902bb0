package shopkeeper.domain.recommendation;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import shopkeeper.domain.kernel.CustomerId;

/**
 * The latest visits of all customers who allow that, each as far as it went: every click counts at
 * once. So many are kept; the oldest make room.
 *
 * <p>Not safe for several threads: whoever keeps it guards it.
 */
public final class LiveVisits implements Visits {
    private static final int[] NOTHING = new int[0];
    private static final int LONGEST = 100;
    private static final int SWEPT_FROM = 64;

    private final int[][] looks;
    private final @Nullable CustomerId[] whose;

    /** The visit before by the same customer, -1 where there is none. */
    private final int[] previous;

    private final Map<CustomerId, Going> going = new HashMap<>();
    private IntList[] visitsWith = new IntList[16];
    private int[] with = new int[16];
    private int begun;
    private int gone;
    private int products;

    /** A visit that goes on, and when its last look was, as seconds of the epoch. */
    private record Going(int visit, long second) {}

    /**
     * @param room how many visits are kept
     */
    public LiveVisits(int room) {
        looks = new int[room][];
        whose = new CustomerId[room];
        previous = new int[room];
    }

    /**
     * Somebody looks at a product.
     *
     * @param idle seconds without a look after which a new visit begins
     */
    public void looked(CustomerId customer, int product, long second, long idle) {
        @Nullable Going before = going.get(customer);
        int visit =
                before != null && goesOn(before, second, idle) ? before.visit() : begin(customer);
        boolean late = before != null && before.visit() == visit && before.second() > second;
        going.put(customer, late ? before : new Going(visit, second));
        grow(product);
        int at = visit % looks.length;
        int[] known = looks[at];
        if (known.length >= LONGEST || (known.length > 0 && known[known.length - 1] == product)) {
            return;
        }
        if (Arrays.stream(known).noneMatch(one -> one == product)) {
            visitsWith[product].add(visit);
            with[product]++;
            sweep(product);
        }
        looks[at] = Arrays.copyOf(known, known.length + 1);
        looks[at][known.length] = product;
    }

    private boolean goesOn(Going before, long second, long idle) {
        return isKept(before.visit()) && Math.abs(second - before.second()) <= idle;
    }

    private int begin(CustomerId customer) {
        int visit = begun++;
        int at = visit % looks.length;
        if (visit >= looks.length) {
            clear(at);
        }
        looks[at] = NOTHING;
        whose[at] = customer;
        @Nullable Going last = going.get(customer);
        previous[at] = last == null ? -1 : last.visit();
        return visit;
    }

    /** As if they had never looked at anything. */
    public void forget(CustomerId customer) {
        @Nullable Going last = going.remove(customer);
        int visit = last == null ? -1 : last.visit();
        while (visit >= 0 && isKept(visit)) {
            int at = visit % looks.length;
            visit = previous[at];
            clear(at);
            gone++;
        }
    }

    private void clear(int at) {
        Arrays.stream(looks[at]).distinct().forEach(product -> with[product]--);
        looks[at] = NOTHING;
        @Nullable CustomerId customer = whose[at];
        whose[at] = null;
        if (customer == null) {
            gone--;
        } else {
            @Nullable Going last = going.get(customer);
            if (last != null && last.visit() % looks.length == at) {
                going.remove(customer);
            }
        }
    }

    private boolean isKept(int visit) {
        return visit >= begun - looks.length;
    }

    /** Visits that made room stay in the lists until there are more of them than of the others. */
    private void sweep(int product) {
        var all = visitsWith[product];
        if (all.size() > 2 * with[product] + SWEPT_FROM) {
            var kept = new IntList();
            for (int i = 0; i < all.size(); i++) {
                if (isKept(all.get(i)) && whose[all.get(i) % whose.length] != null) {
                    kept.add(all.get(i));
                }
            }
            visitsWith[product] = kept;
        }
    }

    private void grow(int product) {
        if (product >= visitsWith.length) {
            int room = Math.max(product + 1, visitsWith.length * 2);
            visitsWith = Arrays.copyOf(visitsWith, room);
            with = Arrays.copyOf(with, room);
        }
        for (; products <= product; products++) {
            visitsWith[products] = new IntList();
        }
    }

    @Override
    public int products() {
        return products;
    }

    @Override
    public int size() {
        return Math.min(begun, looks.length) - gone;
    }

    @Override
    public int with(int product) {
        return with[product];
    }

    @Override
    public void latestWith(int product, int most, IntList found) {
        latestWith(product, most, Set.of(), found);
    }

    private void latestWith(int product, int most, Collection<CustomerId> person, IntList found) {
        var all = visitsWith[product];
        int left = most;
        for (int i = all.size() - 1; i >= 0 && left > 0; i--) {
            int visit = all.get(i);
            @Nullable CustomerId visitor = isKept(visit) ? whose[visit % whose.length] : null;
            if (visitor != null && !person.contains(visitor)) {
                found.add(visit);
                left--;
            }
        }
    }

    /** The same visits as this person sees them: their own are not among those found. */
    Visits without(Collection<CustomerId> person) {
        return new Others(this, person);
    }

    private record Others(LiveVisits all, Collection<CustomerId> person) implements Visits {
        @Override
        public int products() {
            return all.products();
        }

        @Override
        public int size() {
            return all.size();
        }

        @Override
        public int with(int product) {
            return all.with(product);
        }

        @Override
        public void latestWith(int product, int most, IntList found) {
            all.latestWith(product, most, person, found);
        }

        @Override
        public int[] looks(int visit) {
            return all.looks(visit);
        }
    }

    @Override
    public int[] looks(int visit) {
        return looks[visit % looks.length];
    }
}
