package shopkeeper.files.shopdata;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.behavior.ReceiptLine;
import shopkeeper.domain.behavior.ReturnReason;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.catalog.StockLevel;
import shopkeeper.domain.catalog.Store;
import shopkeeper.domain.consent.ConsentMethod;
import shopkeeper.domain.consent.Notice;
import shopkeeper.domain.consent.Use;
import shopkeeper.domain.consent.WordOfMouth;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.pricing.PriceBook;
import shopkeeper.domain.profile.Identifier;

/** What a line of our own format tells. */
sealed interface NdjsonLine {
    record OfProduct(Product product) implements NdjsonLine {}

    record OfStore(Store store) implements NdjsonLine {}

    record OfBook(PriceBook book) implements NdjsonLine {}

    record OfStock(StoreId store, StockLevel level) implements NdjsonLine {}

    record OfCustomer(List<Identifier> identifiers, Via via, Moment met) implements NdjsonLine {
        @Override
        public String toString() {
            return "OfCustomer[…]";
        }
    }

    record OfReceipt(
            ReceiptId receipt,
            boolean isReturn,
            Optional<ReceiptId> sale,
            Optional<Identifier> customer,
            Optional<StoreId> store,
            List<ReceiptLine> lines,
            Map<ProductId, ReturnReason> why,
            Money discount,
            Via via,
            Moment at)
            implements NdjsonLine {}

    record OfConsent(
            Identifier customer,
            Choice choice,
            Use use,
            Optional<Notice> notice,
            Optional<ConsentMethod> method,
            Optional<WordOfMouth> evidence,
            Via via,
            Moment at)
            implements NdjsonLine {}

    /** What a customer can say. */
    enum Choice {
        GRANTED,
        REFUSED,
        WITHDRAWN
    }

    /**
     * @param field where to look, empty where it is the line
     */
    record Unfit(Reject reject, String field) implements NdjsonLine {}
}
