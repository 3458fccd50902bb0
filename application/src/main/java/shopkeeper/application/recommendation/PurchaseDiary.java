package shopkeeper.application.recommendation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import shopkeeper.application.profile.Persons;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.recommendation.Interactions;
import shopkeeper.domain.recommendation.OwnBasket;
import shopkeeper.domain.recommendation.Past;
import shopkeeper.domain.recommendation.PersonalHistory;

/**
 * Everybody's baskets in the order of time, for slates and for training. Whoever takes back that
 * their data is used leaves; their baskets are kept for the day they allow it again, and nobody
 * learns from them meanwhile.
 *
 * <p>One writes while many read: only one customer's baskets are held at a time, so that neither
 * waits for a training that reads them all.
 */
final class PurchaseDiary {
    private static final long SECONDS_A_DAY = 86_400;

    private final Map<CustomerId, PersonalHistory> histories = new ConcurrentHashMap<>();
    private final Map<ReceiptId, Entry> receipts = new HashMap<>();
    private final Persons persons = new Persons();
    private final Set<CustomerId> gone = ConcurrentHashMap.newKeySet();
    private final AtomicInteger size = new AtomicInteger();
    private final AtomicInteger leaves = new AtomicInteger();
    private volatile int products;

    /** A basket, and whose it is where anybody knows. */
    private record Entry(
            OwnBasket basket, Optional<CustomerId> customer, Optional<PersonalHistory> history) {}

    /** What a basket held, what is left of it, and whose it is where anybody knows. */
    // Handed on once and never compared.
    @SuppressWarnings("ArrayRecordComponent")
    record Change(OwnBasket basket, int[] before, int[] after, Optional<CustomerId> customer) {}

    /** What can be learned from, and whose it is. */
    record Notes(Map<CustomerId, Integer> rows, Interactions all, int size, int leaves) {
        Notes {
            rows = Map.copyOf(rows);
        }
    }

    void bought(ReceiptId receipt, Optional<CustomerId> customer, OwnBasket basket) {
        var history =
                customer.map(one -> histories.computeIfAbsent(one, _ -> new PersonalHistory()));
        products = Math.max(products, 1 + Arrays.stream(basket.products()).max().orElse(-1));
        receipts.put(receipt, new Entry(basket, customer, history));
        history.ifPresent(own -> {
            synchronized (own) {
                own.bought(basket);
            }
            size.incrementAndGet();
        });
    }

    /** What came back to the receipt it was bought on, whoever brings it. */
    List<Change> returned(ReceiptId sale, Map<Integer, BigDecimal> back) {
        @Nullable Entry entry = receipts.get(sale);
        if (entry == null) {
            return List.of();
        }
        var guard = entry.history().<Object>map(own -> own).orElse(entry);
        synchronized (guard) {
            var before = entry.basket().products();
            back.forEach(entry.basket()::takeBack);
            entry.history().ifPresent(PersonalHistory::changed);
            return changes(Map.of(entry.basket(), before), entry.customer());
        }
    }

    /** What came back without a receipt is taken from the latest baskets that have it. */
    List<Change> returned(CustomerId customer, Map<Integer, BigDecimal> back) {
        @Nullable PersonalHistory own = histories.get(customer);
        if (own == null) {
            return List.of();
        }
        synchronized (own) {
            var before = new LinkedHashMap<OwnBasket, int[]>();
            back.forEach((product, quantity) ->
                    own.broughtBack(
                            product,
                            quantity,
                            basket -> before.putIfAbsent(basket, basket.products())));
            return changes(before, Optional.of(customer));
        }
    }

    /** As if that sale had never been. */
    List<Change> voided(ReceiptId sale) {
        @Nullable Entry entry = receipts.remove(sale);
        if (entry == null) {
            return List.of();
        }
        entry.history()
                .ifPresent(own -> {
                    synchronized (own) {
                        own.voided(entry.basket());
                    }
                    size.incrementAndGet();
                });
        return List.of(
                new Change(
                        entry.basket(), entry.basket().products(), new int[0], entry.customer()));
    }

    private List<Change> changes(Map<OwnBasket, int[]> before, Optional<CustomerId> customer) {
        var changes = new ArrayList<Change>();
        before.forEach((basket, held) -> {
            int[] left = basket.products();
            if (left.length < held.length) {
                changes.add(new Change(basket, held, left, customer));
            }
        });
        size.addAndGet(changes.size());
        return changes;
    }

    /**
     * From now on they are one person. Of a visitor who turns out to be somebody who left nothing
     * is learned any more, until the customer returns.
     *
     * @return the names that leave with that
     */
    Set<CustomerId> becameKnown(CustomerId visitor, CustomerId customer) {
        boolean leave = isGone(customer) && !isGone(visitor);
        var leaving = leave ? names(visitor) : Set.<CustomerId>of();
        persons.becameKnown(visitor, customer);
        countLeave(leaving);
        return leaving;
    }

    /** From now on nothing is learned of them, under any of their names. */
    void leaves(CustomerId customer) {
        if (gone.add(customer)) {
            countLeave(names(customer));
        }
    }

    /** Who never bought anything was never learned from. */
    private void countLeave(Set<CustomerId> names) {
        if (names.stream().anyMatch(histories::containsKey)) {
            leaves.incrementAndGet();
        }
    }

    void returns(CustomerId customer) {
        gone.remove(customer);
    }

    /** Under this name, or under one that they turned out to have. */
    boolean isGone(CustomerId customer) {
        return persons.is(customer, gone::contains);
    }

    /** This one, and those of visitors that turned out to be this customer. */
    Set<CustomerId> names(CustomerId customer) {
        return persons.everyone(customer);
    }

    /** How many baskets came or changed. */
    int size() {
        return size.get();
    }

    /** How often somebody left who had bought something. */
    int leaves() {
        return leaves.get();
    }

    /** Of one person, under whatever names, in the order of time. */
    Past past(Collection<CustomerId> person) {
        var past = Past.NONE;
        for (CustomerId name : person) {
            past = past.and(past(name));
        }
        return past;
    }

    /** What was bought and kept under one name. */
    List<OwnBasket> baskets(CustomerId name) {
        @Nullable PersonalHistory own = histories.get(name);
        if (own == null) {
            return List.of();
        }
        synchronized (own) {
            return own.kept();
        }
    }

    private Past past(CustomerId customer) {
        @Nullable PersonalHistory own = histories.get(customer);
        if (own == null) {
            return Past.NONE;
        }
        synchronized (own) {
            return own.past();
        }
    }

    /**
     * Who was a visitor once has one row with the customer they turned out to be. What they did
     * under a name that left is not in it, and of a customer who left there is none.
     */
    Notes notes() {
        int sizeThen = size();
        int leavesThen = leaves();
        var people =
                new TreeMap<CustomerId, List<CustomerId>>(Comparator.comparing(CustomerId::value));
        for (CustomerId name : histories.keySet()) {
            if (!isGone(name)) {
                people.computeIfAbsent(persons.now(name), _ -> new ArrayList<>()).add(name);
            }
        }
        var all = Interactions.builder();
        var rows = new HashMap<CustomerId, Integer>();
        int known = 0;
        for (var person : people.entrySet()) {
            int row = known++;
            person.getValue().forEach(name -> rows.put(name, row));
            var past = past(person.getValue());
            all.customer();
            for (int i = 0; i < past.baskets().length; i++) {
                all.basket(
                        (int) Math.floorDiv(past.seconds()[i], SECONDS_A_DAY), past.baskets()[i]);
            }
        }
        return new Notes(rows, all.build(products), sizeThen, leavesThen);
    }
}
