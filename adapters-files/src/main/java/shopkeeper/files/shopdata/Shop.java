package shopkeeper.files.shopdata;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Function;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.behavior.ReceiptLine;
import shopkeeper.domain.behavior.ReturnReason;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.catalog.StockLevel;
import shopkeeper.domain.catalog.Store;
import shopkeeper.domain.consent.ConsentCommand;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.pricing.PriceBook;
import shopkeeper.domain.profile.Identifier;

/**
 * A shop that was looked at and can be taken in.
 *
 * @param source sends the messages
 * @param stores opened as they are
 * @param guessed stores seen on receipts: opened where they are not known yet
 * @param products listed as they are
 * @param sighted seen on receipts: what the catalog knows of them stays
 */
record Shop(
        String source,
        List<Store> stores,
        List<Store> guessed,
        List<Product> products,
        List<Sighted> sighted,
        List<Count> stock,
        List<PriceBook> books,
        List<Person> people,
        List<Word> words,
        Read read,
        Receipts receipts) {
    Shop {
        stores = List.copyOf(stores);
        guessed = List.copyOf(guessed);
        products = List.copyOf(products);
        sighted = List.copyOf(sighted);
        stock = List.copyOf(stock);
        books = List.copyOf(books);
        people = List.copyOf(people);
        words = List.copyOf(words);
    }

    /**
     * What the first look counted.
     *
     * @param rows lines in all
     * @param receipts receipts and returns in all
     * @param rejected lines that are left out, by reason
     * @param notTaken lines the shop has no place for, by what they hold
     * @param firstRejects the first of them, in words
     * @param readAs what was found out about the file, for a person
     * @param rejects where all of them are written to while the receipts are read
     */
    record Read(
            long rows,
            long receipts,
            SortedMap<String, Long> rejected,
            SortedMap<String, Long> notTaken,
            List<String> firstRejects,
            List<String> readAs,
            Optional<Path> rejects) {
        Read {
            firstRejects = List.copyOf(firstRejects);
            readAs = List.copyOf(readAs);
        }

        long rejectedRows() {
            return rejected.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** A product as it stands on receipts. */
    record Sighted(ProductId id, Optional<String> name, Optional<String> category) {}

    /** The receipts in the order of the source; each call reads them anew. */
    @FunctionalInterface
    interface Receipts {
        void forEach(Consumer<Receipt> receiver);
    }

    /** What was counted in a store. */
    record Count(StoreId store, List<StockLevel> levels) {
        Count {
            levels = List.copyOf(levels);
        }
    }

    /**
     * A customer of the source.
     *
     * @param name what the receipts of the source call the person
     */
    record Person(String name, List<Identifier> identifiers, Via via, Moment met) {
        Person {
            identifiers = List.copyOf(identifiers);
        }

        /** Personal data never reaches a log line by accident. */
        @Override
        public String toString() {
            return "Person[…]";
        }
    }

    /**
     * What somebody said about the use of their data.
     *
     * @param person the name of a {@link Person}
     * @param identity the same for the same word, without anything of the person
     */
    record Word(String person, String identity, Function<CustomerId, ConsentCommand> command) {
        /** Personal data never reaches a log line by accident. */
        @Override
        public String toString() {
            return "Word[…]";
        }
    }

    /**
     * A purchase or a return.
     *
     * @param customer the name of a {@link Person}
     * @param discount zero or negative: what the whole receipt was reduced by
     * @param sale of a return only, where the source knows it
     * @param why it came back, by product; of a return only
     */
    record Receipt(
            ReceiptId id,
            boolean isReturn,
            Optional<ReceiptId> sale,
            Optional<String> customer,
            Optional<StoreId> store,
            List<ReceiptLine> lines,
            Map<ProductId, ReturnReason> why,
            Money discount,
            Via via,
            Moment at) {
        Receipt {
            lines = List.copyOf(lines);
            why = Map.copyOf(why);
        }

        /** Nobody said why. */
        Receipt(
                ReceiptId id,
                boolean isReturn,
                Optional<ReceiptId> sale,
                Optional<String> customer,
                Optional<StoreId> store,
                List<ReceiptLine> lines,
                Money discount,
                Via via,
                Moment at) {
            this(id, isReturn, sale, customer, store, lines, Map.of(), discount, via, at);
        }

        Money total() {
            return lines.stream().map(ReceiptLine::extended).reduce(discount, Money::plus);
        }

        @Override
        public String toString() {
            return "Receipt[" + id + "]";
        }
    }
}
