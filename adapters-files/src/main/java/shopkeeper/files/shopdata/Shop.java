package shopkeeper.files.shopdata;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.behavior.ReceiptLine;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.catalog.StockLevel;
import shopkeeper.domain.catalog.Store;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.pricing.PriceBook;
import shopkeeper.domain.profile.Identifier;

/**
 * A shop that was looked at and can be taken in.
 *
 * @param source sends the messages
 * @param rows lines in all
 * @param rejected lines that are left out, by reason
 * @param rejects where they are written to while the receipts are read
 */
record Shop(
        String source,
        List<Store> stores,
        List<Product> products,
        List<Count> stock,
        List<PriceBook> books,
        List<Person> people,
        long rows,
        SortedMap<String, Long> rejected,
        Optional<Path> rejects,
        Receipts receipts) {
    Shop {
        stores = List.copyOf(stores);
        products = List.copyOf(products);
        stock = List.copyOf(stock);
        books = List.copyOf(books);
        people = List.copyOf(people);
    }

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
     * A purchase or a return.
     *
     * @param customer the name of a {@link Person}
     * @param sale of a return only, where the source knows it
     */
    record Receipt(
            ReceiptId id,
            boolean isReturn,
            Optional<ReceiptId> sale,
            Optional<String> customer,
            Optional<StoreId> store,
            List<ReceiptLine> lines,
            Via via,
            Moment at) {
        Receipt {
            lines = List.copyOf(lines);
        }

        Money total() {
            return lines.stream().map(ReceiptLine::extended).reduce(Money::plus).orElseThrow();
        }

        @Override
        public String toString() {
            return "Receipt[" + id + "]";
        }
    }
}
