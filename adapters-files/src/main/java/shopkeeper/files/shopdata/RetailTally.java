package shopkeeper.files.shopdata;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import shopkeeper.domain.catalog.Store;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.pricing.PriceBook;
import shopkeeper.domain.pricing.PriceBookId;
import shopkeeper.domain.profile.Identifier;
import shopkeeper.domain.profile.IdentifierType;
import shopkeeper.files.shopdata.RetailLine.Item;
import shopkeeper.files.shopdata.RetailLine.LeftOut;
import shopkeeper.files.shopdata.Shop.Person;
import shopkeeper.files.shopdata.Shop.Sighted;

/** What the first look at a retailer's file counts: everything but the receipts themselves. */
final class RetailTally {
    // So far that no list which a shop publishes itself stands behind one that was learned.
    private static final int BEHIND_PUBLISHED = 1_000_000;

    private final Map<String, Sold> products = new LinkedHashMap<>();
    private final Map<String, Visited> customers = new LinkedHashMap<>();
    private final Map<String, Place> stores = new LinkedHashMap<>();
    private final Map<String, Together> receipts = new HashMap<>();
    private final Map<Reject, Long> rejects = new EnumMap<>(Reject.class);
    private Instant latest = Instant.EPOCH;
    private long rows;

    void add(RetailLine line) {
        rows++;
        switch (line) {
            case Item item -> add(item);
            case LeftOut(_, var reject, _, var visit) -> {
                rejects.merge(reject, 1L, Long::sum);
                visit.ifPresent(was -> visited(was.customer(), was.at(), Via.web()));
            }
        }
    }

    /** What an earlier line of the same receipt says otherwise. */
    Optional<Reject> contradiction(Item item) {
        var receipt = receipts.get(item.receipt());
        return receipt == null ? Optional.empty() : receipt.contradiction(item);
    }

    long rows() {
        return rows;
    }

    long rejectedRows() {
        return rejects.values().stream().mapToLong(Long::longValue).sum();
    }

    SortedMap<String, Long> rejected() {
        var counts = new TreeMap<String, Long>();
        rejects.forEach((reject, count) -> counts.put(reject.code(), count));
        return counts;
    }

    /** How many lines of the receipt are used, in the whole file. */
    int linesOf(String receipt) {
        var known = receipts.get(receipt);
        return known == null ? 0 : known.lines;
    }

    Optional<String> customerOf(String receipt) {
        return Optional.ofNullable(receipts.get(receipt)).flatMap(known -> known.customer);
    }

    int receipts() {
        return receipts.size();
    }

    List<Sighted> products() {
        return products.entrySet().stream()
                .map(entry ->
                        new Sighted(
                                new ProductId(entry.getKey()),
                                entry.getValue().name(),
                                entry.getValue().category()))
                .toList();
    }

    /** Those of which the file tells currency and country. */
    List<Store> stores(ZoneId zone) {
        return stores.entrySet().stream()
                .flatMap(entry -> entry.getValue().store(entry.getKey(), zone).stream())
                .toList();
    }

    /** One for each currency. */
    List<PriceBook> prices(String named, boolean latestWins) {
        var currencies = new TreeSet<>(Comparator.comparing(Currency::getCurrencyCode));
        products.values().forEach(sold -> currencies.addAll(sold.prices.keySet()));
        var books = new ArrayList<PriceBook>();
        for (Currency currency : currencies) {
            var prices = new LinkedHashMap<ProductId, Money>();
            products.forEach((code, sold) -> {
                var asked = sold.prices.get(currency);
                if (asked != null) {
                    prices.put(new ProductId(code), money(asked.lowerMedian(), currency));
                }
            });
            var id = named.formatted(currency.getCurrencyCode().toLowerCase(Locale.ROOT));
            books.add(
                    new PriceBook(
                            new PriceBookId(id),
                            PriceBook.Kind.LIST,
                            currency,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            latestWins ? day() - BEHIND_PUBLISHED : 0,
                            prices));
        }
        return books;
    }

    List<Person> people(IdentifierType type, Instant now) {
        return customers.entrySet().stream()
                .map(entry ->
                        new Person(
                                entry.getKey(),
                                List.of(new Identifier(type, entry.getKey())),
                                entry.getValue().via,
                                new Moment(entry.getValue().first, now)))
                .toList();
    }

    static Money money(long smallest, Currency currency) {
        return new Money(
                BigDecimal.valueOf(smallest, Math.max(0, currency.getDefaultFractionDigits())),
                currency);
    }

    static Via via(Optional<String> store) {
        return store.isPresent() ? Via.till() : Via.web();
    }

    private int day() {
        return Math.toIntExact(latest.atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay());
    }

    private void add(Item item) {
        var contradiction = contradiction(item);
        if (contradiction.isPresent()) {
            rejects.merge(contradiction.get(), 1L, Long::sum);
            return;
        }
        receipts.computeIfAbsent(item.receipt(), _ -> new Together()).add(item);
        products.computeIfAbsent(item.product(), _ -> new Sold()).add(item);
        item.store()
                .ifPresent(store ->
                        stores.putIfAbsent(store, new Place(item.currency(), item.country())));
        item.customer().ifPresent(customer -> visited(customer, item.at(), via(item.store())));
        latest = item.at().isAfter(latest) ? item.at() : latest;
    }

    private void visited(String customer, Instant at, Via via) {
        customers.merge(
                customer,
                new Visited(at, via),
                (one, other) -> one.first.isAfter(other.first) ? other : one);
    }

    private record Visited(Instant first, Via via) {}

    private record Place(Currency currency, Optional<String> country) {
        Optional<Store> store(String code, ZoneId zone) {
            return country.map(
                    where -> new Store(new StoreId(code), "Store " + code, zone, currency, where));
        }
    }

    /** The lines of one receipt. */
    private static final class Together {
        private int lines;
        private Optional<String> customer = Optional.empty();
        private Optional<String> store = Optional.empty();
        private Optional<Currency> currency = Optional.empty();

        void add(Item item) {
            lines++;
            customer = customer.or(item::customer);
            store = store.or(item::store);
            currency = currency.or(() -> Optional.of(item.currency()));
        }

        Optional<Reject> contradiction(Item item) {
            if (differ(customer, item.customer())) {
                return Optional.of(Reject.MIXED_CUSTOMERS);
            }
            if (differ(store, item.store())) {
                return Optional.of(Reject.MIXED_STORES);
            }
            return differ(currency, Optional.of(item.currency()))
                    ? Optional.of(Reject.MIXED_CURRENCIES)
                    : Optional.empty();
        }

        private static <T> boolean differ(Optional<T> one, Optional<T> other) {
            return one.isPresent() && other.isPresent() && !one.equals(other);
        }
    }

    private static final class Sold {
        private Map<String, Integer> names = Map.of();
        private Map<String, Integer> categories = Map.of();
        private final Map<Currency, Pennies> prices = new LinkedHashMap<>(2);

        void add(Item item) {
            names = counted(names, item.name());
            categories = counted(categories, item.category());
            if (!item.isReturn() && item.unit() > 0) {
                prices.computeIfAbsent(item.currency(), _ -> new Pennies()).add(item.unit());
            }
        }

        Optional<String> name() {
            return mostFrequent(names);
        }

        Optional<String> category() {
            return mostFrequent(categories);
        }

        private static Map<String, Integer> counted(Map<String, Integer> words, String word) {
            if (word.isEmpty()) {
                return words;
            }
            var counts = words.isEmpty() ? new LinkedHashMap<String, Integer>() : words;
            counts.merge(word, 1, Integer::sum);
            return counts;
        }

        /** Of equals the first. */
        private static Optional<String> mostFrequent(Map<String, Integer> words) {
            return words.entrySet().stream()
                    .sorted(Collections.reverseOrder(Map.Entry.comparingByValue()))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }
    }
}
