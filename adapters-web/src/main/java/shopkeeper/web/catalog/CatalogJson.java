package shopkeeper.web.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import shopkeeper.domain.catalog.Details;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.catalog.StockLevel;
import shopkeeper.domain.catalog.Store;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.web.kernel.Input;
import shopkeeper.web.kernel.Same;

/** Products, stores and stock as they are sent and shown. */
final class CatalogJson {
    private CatalogJson() {}

    /**
     * @param sold absent: it is
     * @param ageLimit in years; absent: anybody may buy it
     * @param replacedBy what is sold in its place
     * @param boughtOnce whoever has it needs no second one; absent: not so
     * @param margin the share of the price that stays, 0 to 1
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProductJson(
            @Nullable String id,
            @Nullable String name,
            @Nullable String category,
            @Nullable Boolean sold,
            @Nullable String brand,
            @Nullable String text,
            @Nullable Integer ageLimit,
            @Nullable String replacedBy,
            @Nullable Boolean boughtOnce,
            @Nullable BigDecimal margin) {
        static ProductJson of(Product product) {
            return new ProductJson(
                    product.id().value(),
                    product.name(),
                    product.category().orElse(null),
                    product.sold(),
                    product.details().brand().orElse(null),
                    product.details().text().orElse(null),
                    product.details().ageLimit() == 0 ? null : product.details().ageLimit(),
                    product.details().replacedBy().map(ProductId::value).orElse(null),
                    product.details().boughtOnce() ? true : null,
                    product.details().margin().orElse(null));
        }

        ProductJson under(String path) {
            return new ProductJson(
                    Same.as(path, "id", id),
                    name,
                    category,
                    sold,
                    brand,
                    text,
                    ageLimit,
                    replacedBy,
                    boughtOnce,
                    margin);
        }

        Product asProduct() {
            var named = Input.required("id", id, ProductId::new);
            var successor = Input.optional("replacedBy", replacedBy, ProductId::new);
            var details = Input.word("product", successor, this::details);
            return Input.required(
                    "name",
                    name,
                    words ->
                            new Product(
                                    named,
                                    words,
                                    Optional.ofNullable(category),
                                    isSold(),
                                    details));
        }

        private Details details(Optional<ProductId> successor) {
            return new Details(
                    Optional.ofNullable(brand),
                    Optional.ofNullable(text),
                    ageLimit == null ? 0 : ageLimit,
                    successor,
                    boughtOnce != null && boughtOnce,
                    Optional.ofNullable(margin));
        }

        private boolean isSold() {
            return sold == null || sold;
        }
    }

    /** Zone as in the IANA database, country as two letters. */
    record StoreJson(
            @Nullable String id,
            @Nullable String name,
            @Nullable String zone,
            @Nullable String currency,
            @Nullable String country) {
        static StoreJson of(Store store) {
            return new StoreJson(
                    store.id().value(),
                    store.name(),
                    store.zone().getId(),
                    store.currency().getCurrencyCode(),
                    store.country());
        }

        StoreJson under(String path) {
            return new StoreJson(Same.as(path, "id", id), name, zone, currency, country);
        }

        Store asStore() {
            var named = Input.required("id", id, StoreId::new);
            var text = Input.required("name", name);
            var where = Input.zone("zone", Input.required("zone", zone));
            var money = Input.currency("currency", Input.required("currency", currency));
            return Input.required(
                    "country", country, code -> new Store(named, text, where, money, code));
        }
    }

    /** How many pieces were counted. */
    record StockJson(@Nullable String store, @Nullable String product, @Nullable Integer pieces) {
        static StockJson of(StoreId store, ProductId product, OptionalInt pieces) {
            return new StockJson(store.value(), product.value(), pieces.orElseThrow());
        }

        StockJson under(String storePath, String productPath) {
            return new StockJson(
                    Same.as(storePath, "store", store),
                    Same.as(productPath, "product", product),
                    pieces);
        }

        StoreId asStore() {
            return Input.required("store", store, StoreId::new);
        }

        StockLevel asLevel() {
            return new StockLevel(
                    Input.required("product", product, ProductId::new),
                    Input.required("pieces", pieces));
        }
    }
}
