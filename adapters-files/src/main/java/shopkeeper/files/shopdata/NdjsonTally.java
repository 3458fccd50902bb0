package shopkeeper.files.shopdata;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import shopkeeper.application.profile.IdentifierKeys;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.catalog.StockLevel;
import shopkeeper.domain.catalog.Store;
import shopkeeper.domain.consent.ConsentCommand;
import shopkeeper.domain.consent.ConsentCommand.GrantConsent;
import shopkeeper.domain.consent.ConsentCommand.RefuseConsent;
import shopkeeper.domain.consent.ConsentCommand.WithdrawConsent;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.pricing.PriceBook;
import shopkeeper.domain.pricing.PriceBookId;
import shopkeeper.domain.profile.Identifier;
import shopkeeper.files.shopdata.NdjsonLine.OfBook;
import shopkeeper.files.shopdata.NdjsonLine.OfConsent;
import shopkeeper.files.shopdata.NdjsonLine.OfCustomer;
import shopkeeper.files.shopdata.NdjsonLine.OfProduct;
import shopkeeper.files.shopdata.NdjsonLine.OfReceipt;
import shopkeeper.files.shopdata.NdjsonLine.OfStock;
import shopkeeper.files.shopdata.NdjsonLine.OfStore;
import shopkeeper.files.shopdata.Shop.Count;
import shopkeeper.files.shopdata.Shop.Person;
import shopkeeper.files.shopdata.Shop.Sighted;
import shopkeeper.files.shopdata.Shop.Word;

/** What the first look at a file of our own format collects: everything but the receipts. */
final class NdjsonTally {
    private final IdentifierKeys keys;
    private final Map<ProductId, Product> products = new LinkedHashMap<>();
    private final Map<StoreId, Store> stores = new LinkedHashMap<>();
    private final Map<PriceBookId, PriceBook> books = new LinkedHashMap<>();
    private final Map<StoreId, Map<ProductId, StockLevel>> stock = new LinkedHashMap<>();
    private final Map<Identifier, Met> people = new HashMap<>();
    private final List<Met> met = new ArrayList<>();
    private final LinkedHashSet<ProductId> bought = new LinkedHashSet<>();
    private final List<OfConsent> consents = new ArrayList<>();
    private final SortedMap<String, Long> rejected = new TreeMap<>();
    private final FirstRejects first = new FirstRejects();
    private long rows;
    private long receipts;

    NdjsonTally(IdentifierKeys keys) {
        this.keys = keys;
    }

    void add(long number, NdjsonLine line) {
        rows++;
        switch (line) {
            case OfProduct(var product) -> products.put(product.id(), product);
            case OfStore(var store) -> stores.put(store.id(), store);
            case OfBook(var book) -> books.put(book.id(), book);
            case OfStock(var store, var level) ->
                    stock.computeIfAbsent(store, _ -> new LinkedHashMap<>())
                            .put(level.product(), level);
            case OfCustomer(var identifiers, var via, var at) -> meet(identifiers, via, at);
            case OfReceipt receipt -> {
                receipts++;
                receipt.lines().forEach(one -> bought.add(one.product()));
                receipt.customer()
                        .ifPresent(who -> meet(List.of(who), receipt.via(), receipt.at()));
            }
            case OfConsent consent -> {
                meet(List.of(consent.customer()), consent.via(), consent.at());
                consents.add(consent);
            }
            case NdjsonLine.Unfit(var reject, var field) -> {
                rejected.merge(reject.code(), 1L, Long::sum);
                first.add(number, field, reject);
            }
        }
    }

    long rows() {
        return rows;
    }

    long rejectedRows() {
        return rejected.values().stream().mapToLong(Long::longValue).sum();
    }

    SortedMap<String, Long> rejected() {
        return rejected;
    }

    List<String> firstRejects() {
        return first.names();
    }

    long receipts() {
        return receipts;
    }

    List<Product> products() {
        return List.copyOf(products.values());
    }

    /** Products that only stand on receipts. */
    List<Sighted> sighted() {
        return bought.stream()
                .filter(product -> !products.containsKey(product))
                .map(product -> new Sighted(product, Optional.empty(), Optional.empty()))
                .toList();
    }

    List<Store> stores() {
        return List.copyOf(stores.values());
    }

    List<PriceBook> books() {
        return List.copyOf(books.values());
    }

    List<Count> stock() {
        return stock.entrySet().stream()
                .map(entry -> new Count(entry.getKey(), List.copyOf(entry.getValue().values())))
                .toList();
    }

    List<Person> people() {
        return met.stream()
                .map(one ->
                        new Person(one.name(), List.copyOf(one.identifiers), one.via, one.first))
                .toList();
    }

    /** What the receipts of the shop call who holds the identifier. */
    Optional<String> nameOf(Identifier identifier) {
        return Optional.ofNullable(people.get(identifier)).map(Met::name);
    }

    /** In the order in which they were said. */
    List<Word> words() {
        return consents.stream()
                .sorted(Comparator.comparing(consent -> consent.at().occurred()))
                .map(this::word)
                .toList();
    }

    private Word word(OfConsent said) {
        var identity =
                String.join(
                        "|",
                        keys.keyOf(said.customer()).value(),
                        said.use().toString(),
                        said.choice().name(),
                        said.notice().map(Object::toString).orElse("-"),
                        said.method().map(Enum::name).orElse("-"),
                        said.at().occurred().toString());
        return new Word(
                nameOf(said.customer()).orElseThrow(),
                sha256(identity),
                customer -> command(customer, said));
    }

    private static ConsentCommand command(CustomerId customer, OfConsent said) {
        return switch (said.choice()) {
            case GRANTED ->
                    new GrantConsent(
                            customer,
                            said.use(),
                            said.notice().orElseThrow(),
                            said.method().orElseThrow(),
                            said.evidence(),
                            said.via(),
                            said.at());
            case REFUSED ->
                    new RefuseConsent(
                            customer,
                            said.use(),
                            said.notice().orElseThrow(),
                            said.method().orElseThrow(),
                            said.evidence(),
                            said.via(),
                            said.at());
            case WITHDRAWN ->
                    new WithdrawConsent(
                            customer, said.use(), said.evidence(), said.via(), said.at());
        };
    }

    /** Lines that share an identifier tell of one person, first met with the earliest. */
    private void meet(List<Identifier> identifiers, Via via, Moment at) {
        var one =
                identifiers.stream()
                        .flatMap(identifier -> Optional.ofNullable(people.get(identifier)).stream())
                        .findFirst()
                        .orElseGet(() -> {
                            var fresh = new Met(via, at);
                            met.add(fresh);
                            return fresh;
                        });
        one.identifiers.addAll(identifiers);
        identifiers.forEach(identifier -> people.putIfAbsent(identifier, one));
        if (at.occurred().isBefore(one.first.occurred())) {
            one.first = at;
            one.via = via;
        }
    }

    private static final class Met {
        private final LinkedHashSet<Identifier> identifiers = new LinkedHashSet<>();
        private Via via;
        private Moment first;

        Met(Via via, Moment first) {
            this.via = via;
            this.first = first;
        }

        String name() {
            var identifier = identifiers.getFirst();
            return identifier.type() + ":" + identifier.value();
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java lacks SHA-256: use a complete JDK", e);
        }
    }
}
