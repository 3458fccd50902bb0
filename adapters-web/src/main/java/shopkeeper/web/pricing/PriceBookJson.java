package shopkeeper.web.pricing;

import static shopkeeper.web.kernel.Input.oneOf;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.pricing.PriceBook;
import shopkeeper.domain.pricing.PriceBookId;
import shopkeeper.domain.pricing.PublishedBook;
import shopkeeper.web.kernel.Input;
import shopkeeper.web.kernel.MoneyJson;
import shopkeeper.web.kernel.Same;

/**
 * A whole price book.
 *
 * @param kind LIST or SALE; absent: LIST
 * @param prices by product: money, or an amount alone in the currency of the book
 * @param version 1, 2, 3 … as published; not sent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PriceBookJson(
        @Nullable String id,
        @Nullable String kind,
        @Nullable String currency,
        @Nullable String channel,
        @Nullable String store,
        @Nullable String validFrom,
        @Nullable String validUntil,
        @Nullable Integer priority,
        @Nullable Map<String, MoneyJson> prices,
        @Nullable Integer version) {
    static Optional<PriceBookJson> of(PublishedBook published) {
        return published.book().map(book -> of(book, published.version()));
    }

    PriceBookJson under(String path) {
        return new PriceBookJson(
                Same.as(path, "id", id),
                kind,
                currency,
                channel,
                store,
                validFrom,
                validUntil,
                priority,
                prices,
                version);
    }

    PriceBook asBook() {
        var money = Input.currency("currency", Input.required("currency", currency));
        return new PriceBook(
                Input.required("id", id, PriceBookId::new),
                kind == null ? PriceBook.Kind.LIST : oneOf(PriceBook.Kind.class, "kind", kind),
                money,
                Optional.ofNullable(channel).map(name -> oneOf(Channel.class, "channel", name)),
                Input.optional("store", store, StoreId::new),
                Optional.ofNullable(validFrom).map(text -> Input.instant("validFrom", text)),
                Optional.ofNullable(validUntil).map(text -> Input.instant("validUntil", text)),
                priority == null ? 0 : priority,
                prices(money));
    }

    private Map<ProductId, Money> prices(Currency around) {
        var read = new LinkedHashMap<ProductId, Money>();
        Input.required("prices", prices)
                .forEach((product, price) ->
                        read.put(
                                Input.word("prices", product, ProductId::new),
                                Input.required("prices." + product, price)
                                        .asMoney("prices." + product, around)));
        return read;
    }

    private static PriceBookJson of(PriceBook book, int version) {
        var prices = new LinkedHashMap<String, MoneyJson>();
        book.prices().forEach((product, price) -> prices.put(product.value(), MoneyJson.of(price)));
        return new PriceBookJson(
                book.id().value(),
                book.kind().name(),
                book.currency().getCurrencyCode(),
                book.channel().map(Enum::name).orElse(null),
                book.store().map(StoreId::value).orElse(null),
                book.validFrom().map(Instant::toString).orElse(null),
                book.validUntil().map(Instant::toString).orElse(null),
                book.priority(),
                prices,
                version);
    }
}
