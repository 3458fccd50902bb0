package shopkeeper.files.shopdata;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import shopkeeper.application.profile.RecogniseCustomer.Recognition;
import shopkeeper.application.profile.RecogniseCustomer.Recognition.Contradicted;
import shopkeeper.application.profile.RecogniseCustomer.Recognition.NotRecognised;
import shopkeeper.application.profile.RecogniseCustomer.Recognition.Recognised;
import shopkeeper.domain.catalog.CatalogCommand;
import shopkeeper.domain.catalog.CatalogCommand.CountStock;
import shopkeeper.domain.catalog.CatalogCommand.ListProduct;
import shopkeeper.domain.catalog.CatalogCommand.OpenStore;
import shopkeeper.domain.catalog.Details;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.catalog.Store;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.pricing.PricingCommand.PublishPriceBook;
import shopkeeper.files.shopdata.ImportResult.Imported;
import shopkeeper.files.shopdata.Shop.Person;
import shopkeeper.files.shopdata.Shop.Sighted;
import shopkeeper.files.shopdata.Shop.Word;
import shopkeeper.files.shopdata.Tallies.Kind;

/** Sends one shop: catalog and prices first, then customers, then what they bought. */
final class ShopImport {
    private final ShopPorts ports;
    private final Shop shop;
    private final Mark begin;
    private final Instant began;
    private final Tallies tallies;
    private final Map<String, CustomerId> recognised = new ConcurrentHashMap<>();

    /**
     * @param begin where to go on
     */
    ShopImport(ShopPorts ports, Shop shop, Mark begin) {
        this.ports = ports;
        this.shop = shop;
        this.begin = begin;
        began = ports.clock().instant();
        tallies = new Tallies(begin, ports.end().get());
    }

    Imported send(Optional<MarkFolder> marks, Progress progress) {
        try (var window = new Window()) {
            send(new Course(window, tallies, marks, begin), progress);
        }
        return result();
    }

    private void send(Course course, Progress progress) {
        shop.stores().forEach(store -> course.step(() -> open(store)));
        shop.guessed().forEach(store -> course.step(() -> open(known(store))));
        course.await();
        all(shop.products(), "products", course, progress, product -> list("product-", product));
        all(
                shop.sighted(),
                "products",
                course,
                progress,
                sighted -> list("seen-", merged(sighted)));
        shop.books()
                .forEach(book ->
                        course.step(() ->
                                tallies.count(
                                        Kind.PRICE_BOOK,
                                        ports.prices()
                                                .publish(
                                                        ofThisRun(
                                                                "prices-" + book.id(),
                                                                book.toString()),
                                                        new PublishPriceBook(book, now())))));
        shop.stock().forEach(count -> course.step(() -> count(count)));
        course.await();
        people(course, progress);
        words(course, progress);
        new ReceiptsImport(ports, shop, tallies, Map.copyOf(recognised)).send(course, progress);
    }

    /** Equal products and books are no news, so their messages need not be known for ever. */
    private Message ofThisRun(String name, String content) {
        return new Message(new MessageId(shop.source(), name + "@" + begin.run()), content);
    }

    private void keep(String name, Kind kind, CatalogCommand command, String content) {
        tallies.count(kind, ports.catalog().keep(ofThisRun(name, content), command));
    }

    private void open(Store store) {
        var id = store.id().value();
        keep("store-" + id, Kind.STORE, new OpenStore(store, now()), id);
    }

    /** What a file of receipts says of a store is a guess; a known one stays as it is. */
    private Store known(Store store) {
        return ports.browse().store(store.id()).orElse(store);
    }

    /** Known by its id alone: after an interruption the catalog may say more of it. */
    private void list(String prefix, Product product) {
        var id = product.id().value();
        keep(prefix + id, Kind.PRODUCT, new ListProduct(product, now()), id);
    }

    private Product merged(Sighted sighted) {
        var known = ports.browse().product(sighted.id());
        return new Product(
                sighted.id(),
                sighted.name().or(() -> known.map(Product::name)).orElse(sighted.id().value()),
                sighted.category().or(() -> known.flatMap(Product::category)),
                known.map(Product::sold).orElse(true),
                known.map(Product::details).orElse(Details.NONE));
    }

    /** A count is news each time, so the same count is known by its message. */
    private void count(Shop.Count count) {
        var id = new MessageId(shop.source(), "stock-" + count.store());
        tallies.count(
                Kind.STOCK,
                ports.catalog()
                        .keep(
                                new Message(id, count.toString()),
                                new CountStock(count.store(), count.levels(), now())));
    }

    private void people(Course course, Progress progress) {
        var people = shop.people();
        for (int i = 0; i < people.size(); i++) {
            var person = people.get(i);
            course.step(() -> recognise(person), () -> recall(person));
            progress.at(i + 1, people.size(), "customers");
        }
        course.await();
    }

    private void recognise(Person person) {
        switch (recognise(person, "")) {
            case Recognised(var customer, var changed, var position) -> {
                tallies.seen(position);
                boolean isRecovered = tallies.isRecovered(position) && wasMetWith(person, position);
                tallies.accepted(Kind.CUSTOMER, changed || isRecovered);
                recognised.put(person.name(), customer);
            }
            case NotRecognised(var refusal) -> tallies.refused(refusal.code());
            case Contradicted(var position, _) -> {
                tallies.seen(position);
                tallies.refused("conflict");
            }
        }
    }

    /**
     * At the very end of the log, "nothing new" and "this was the last news" look alike: asked
     * under the same name with other words, the log tells whether it knows the name.
     */
    private boolean wasMetWith(Person person, Position position) {
        return !tallies.isEnd(position) || recognise(person, "?") instanceof Contradicted;
    }

    private Recognition recognise(Person person, String more) {
        // A message's name is never erased, so nobody's identifier may be read from it.
        var key = ports.keys().keyOf(person.identifiers().getFirst()).value();
        var message = new Message(new MessageId(shop.source(), "customer-" + key), key + more);
        return ports.customers()
                .recognise(message, person.identifiers(), person.via(), person.met());
    }

    /** Who was met before the interruption is known by now. */
    private void recall(Person person) {
        ports.known()
                .find(person.identifiers().getFirst())
                .ifPresent(customer -> recognised.put(person.name(), customer));
    }

    /** One word after the other of the same person; those of different people together. */
    private void words(Course course, Progress progress) {
        var speaking = new HashSet<String>();
        int done = 0;
        for (Word word : shop.words()) {
            if (!speaking.add(word.person())) {
                course.await();
                speaking.clear();
                speaking.add(word.person());
            }
            course.step(() -> record(word));
            progress.at(++done, shop.words().size(), "consents");
        }
        course.await();
    }

    private void record(Word word) {
        var customer = Optional.ofNullable(recognised.get(word.person()));
        if (customer.isEmpty()) {
            tallies.refused("customer-not-recognised");
            return;
        }
        var message =
                new Message(
                        new MessageId(shop.source(), "consent-" + word.identity()),
                        word.identity());
        tallies.count(
                Kind.CONSENT,
                ports.consents().record(message, word.command().apply(customer.get())));
    }

    private static <T> void all(
            List<T> things, String phase, Course course, Progress progress, Consumer<T> sending) {
        for (int i = 0; i < things.size(); i++) {
            T thing = things.get(i);
            course.step(() -> sending.accept(thing));
            progress.at(i + 1, things.size(), phase);
        }
        course.await();
    }

    private Moment now() {
        return Moment.at(began);
    }

    private Imported result() {
        return new Imported(
                tallies.of(Kind.STORE),
                tallies.of(Kind.PRODUCT),
                tallies.of(Kind.PRICE_BOOK),
                tallies.of(Kind.CUSTOMER),
                tallies.of(Kind.CONSENT),
                tallies.of(Kind.RECEIPT),
                tallies.of(Kind.RETURN),
                tallies.refused(),
                shop.read().rows(),
                shop.read().rejected(),
                shop.read().notTaken(),
                shop.read().rejected().isEmpty() ? Optional.empty() : shop.read().rejects(),
                Duration.between(began, ports.clock().instant()),
                tallies.position());
    }
}
