package shopkeeper.files.shopdata;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.pricing.PriceBook;
import shopkeeper.domain.pricing.PriceBookId;
import shopkeeper.domain.profile.Identifier;
import shopkeeper.domain.profile.IdentifierType;
import shopkeeper.files.shopdata.RetailLine.Item;
import shopkeeper.files.shopdata.RetailLine.LeftOut;
import shopkeeper.files.shopdata.Shop.Person;

/** What the first look at an Online Retail file counts: everything but the receipts themselves. */
final class RetailTally {
    static final Currency POUNDS = Currency.getInstance("GBP");

    private final Map<String, Sold> products = new LinkedHashMap<>();
    private final Map<String, Instant> customers = new LinkedHashMap<>();
    private final Map<String, Invoice> invoices = new HashMap<>();
    private final Map<Reject, Long> rejects = new EnumMap<>(Reject.class);
    private long rows;

    void add(RetailLine line) {
        rows++;
        switch (line) {
            case Item item -> add(item);
            case LeftOut(_, var reject, var visit) -> {
                rejects.merge(reject, 1L, Long::sum);
                visit.ifPresent(was -> visited(was.customer(), was.at()));
            }
        }
    }

    /** Whether another line named another customer for the same invoice first. */
    boolean contradicts(Item item) {
        var invoice = invoices.get(item.invoice());
        return invoice != null
                && invoice.customer.isPresent()
                && item.customer().isPresent()
                && !invoice.customer.equals(item.customer());
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

    /** How many lines of the invoice are used, in the whole file. */
    int linesOf(String invoice) {
        var known = invoices.get(invoice);
        return known == null ? 0 : known.lines;
    }

    Optional<String> customerOf(String invoice) {
        var known = invoices.get(invoice);
        return known == null ? Optional.empty() : known.customer;
    }

    List<Product> products() {
        return products.entrySet().stream()
                .map(entry ->
                        new Product(
                                new ProductId(entry.getKey()),
                                entry.getValue().name(entry.getKey()),
                                Optional.empty(),
                                true))
                .toList();
    }

    PriceBook prices() {
        var prices = new LinkedHashMap<ProductId, Money>();
        products.forEach((code, sold) -> {
            if (sold.prices.size() > 0) {
                prices.put(new ProductId(code), pounds(sold.prices.lowerMedian()));
            }
        });
        return new PriceBook(
                new PriceBookId("online-retail-gbp"),
                PriceBook.Kind.LIST,
                POUNDS,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                prices);
    }

    List<Person> people(Instant now) {
        return customers.entrySet().stream()
                .map(entry ->
                        new Person(
                                entry.getKey(),
                                List.of(new Identifier(IdentifierType.CRM, entry.getKey())),
                                Via.web(),
                                new Moment(entry.getValue(), now)))
                .toList();
    }

    static Money pounds(long pennies) {
        return new Money(BigDecimal.valueOf(pennies, 2), POUNDS);
    }

    private void add(Item item) {
        if (contradicts(item)) {
            rejects.merge(Reject.MIXED_CUSTOMERS, 1L, Long::sum);
            return;
        }
        invoices.computeIfAbsent(item.invoice(), _ -> new Invoice()).add(item);
        products.computeIfAbsent(item.code(), _ -> new Sold()).add(item);
        item.customer().ifPresent(customer -> visited(customer, item.at()));
    }

    private void visited(String customer, Instant at) {
        customers.merge(customer, at, (one, other) -> one.isBefore(other) ? one : other);
    }

    private static final class Invoice {
        private int lines;
        private Optional<String> customer = Optional.empty();

        void add(Item item) {
            lines++;
            customer = customer.or(item::customer);
        }
    }

    private static final class Sold {
        private final Map<String, Integer> names = new LinkedHashMap<>();
        private final Pennies prices = new Pennies();

        void add(Item item) {
            if (!item.name().isEmpty()) {
                names.merge(item.name(), 1, Integer::sum);
            }
            if (!item.isReturn()) {
                prices.add(item.pennies());
            }
        }

        /** The most frequent one, of equals the first; else the code. */
        String name(String code) {
            return names.entrySet().stream()
                    .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(code);
        }
    }
}
