package shopkeeper.domain.catalog;

import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Refusal;
import shopkeeper.domain.kernel.StoreId;

/** Why the catalog does not take it. */
public sealed interface CatalogRefusal extends Refusal {
    record UnknownStore(StoreId store) implements CatalogRefusal {
        @Override
        public String code() {
            return "unknown-store";
        }

        @Override
        public String words() {
            return "Store " + store + " is not known: open it before its stock is counted.";
        }
    }

    record NegativeStock(ProductId product) implements CatalogRefusal {
        @Override
        public String code() {
            return "negative-stock";
        }

        @Override
        public String words() {
            return "The stock of " + product + " cannot be below zero.";
        }
    }
}
