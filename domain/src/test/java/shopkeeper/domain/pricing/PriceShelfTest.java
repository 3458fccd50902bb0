package shopkeeper.domain.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.pricing.PriceBook.Kind;

class PriceShelfTest {
    private static final ProductId SOCKS = new ProductId("socks");
    private static final StoreId LEEDS = new StoreId("leeds");
    private static final StoreId YORK = new StoreId("york");
    private static final Instant MIDNIGHT = Instant.parse("2026-11-20T00:00:00Z");

    private static final PriceBook ANYWHERE = list("anywhere", "2.95");
    private static final PriceBook ONLINE = in(list("online", "2.85"), Channel.ONLINE);
    private static final PriceBook IN_LEEDS = in(list("leeds", "3.05"), LEEDS);

    @Test
    void the_list_price_is_explained_by_one_line() {
        assertThat(price(inLeeds(), ANYWHERE))
                .hasValue(
                        new PublicPrice(
                                SOCKS,
                                gbp("2.95"),
                                List.of(new PriceLine("LIST", gbp("2.95"))),
                                List.of(new PriceBookId("anywhere"))));
    }

    @Test
    void where_no_book_fits_there_is_no_price_never_zero() {
        assertThat(price(inLeeds())).isEmpty();
        assertThat(price(online(), IN_LEEDS)).isEmpty();
        assertThat(price(inLeeds(), ONLINE)).isEmpty();
        assertThat(price(inLeeds(), in(ANYWHERE, YORK))).isEmpty();
        assertThat(price(in("EUR"), ANYWHERE)).isEmpty();
        assertThat(PriceShelf.of(List.of(ANYWHERE)).publicPrice(new ProductId("hat"), inLeeds()))
                .isEmpty();
    }

    @Test
    void a_sale_alone_is_no_price() {
        assertThat(price(inLeeds(), sale("sale", "1.99"))).isEmpty();
    }

    @Test
    void a_store_beats_a_channel_and_a_channel_beats_any() {
        var till = in(list("till", "2.75"), Channel.IN_STORE);
        var leedsTill = in(in(list("leeds-till", "2.65"), Channel.IN_STORE), LEEDS);

        assertThat(paid(inLeeds(), ANYWHERE, till)).isEqualTo("2.75 GBP");
        assertThat(paid(inLeeds(), ANYWHERE, till, IN_LEEDS)).isEqualTo("3.05 GBP");
        assertThat(paid(inLeeds(), IN_LEEDS, till, leedsTill)).isEqualTo("2.65 GBP");
        assertThat(paid(online(), ANYWHERE, ONLINE, IN_LEEDS)).isEqualTo("2.85 GBP");
    }

    @Test
    void of_equally_specific_books_the_higher_priority_wins_then_the_lower_price_then_the_id() {
        var dear = list("a", "9.99");
        var cheap = list("b", "1.11");

        assertThat(paid(online(), dear, cheap)).isEqualTo("1.11 GBP");
        assertThat(paid(online(), first(dear), cheap)).isEqualTo("9.99 GBP");
        assertThat(price(online(), list("z", "1.11"), cheap).orElseThrow().books())
                .containsExactly(new PriceBookId("b"));
    }

    @Test
    void a_more_specific_book_wins_over_a_higher_priority() {
        assertThat(paid(inLeeds(), first(ANYWHERE), IN_LEEDS)).isEqualTo("3.05 GBP");
    }

    @Test
    void a_sale_price_is_explained_by_two_lines_that_sum_to_it() {
        assertThat(price(inLeeds(), ANYWHERE, sale("sale", "2.36")))
                .hasValue(
                        new PublicPrice(
                                SOCKS,
                                gbp("2.36"),
                                List.of(
                                        new PriceLine("LIST", gbp("2.95")),
                                        new PriceLine("SALE", gbp("-0.59"))),
                                List.of(new PriceBookId("anywhere"), new PriceBookId("sale"))));
    }

    @Test
    void a_sale_that_is_not_below_the_list_price_is_none() {
        assertThat(price(inLeeds(), ANYWHERE, sale("sale", "2.95")).orElseThrow().lines())
                .hasSize(1);
        assertThat(paid(inLeeds(), ANYWHERE, sale("sale", "3.01"))).isEqualTo("2.95 GBP");
    }

    @Test
    void a_dear_sale_does_not_hide_one_that_counts() {
        var dearHere = in(sale("dear-here", "3.01"), LEEDS);

        assertThat(paid(inLeeds(), ANYWHERE, dearHere, sale("sale", "2.36"))).isEqualTo("2.36 GBP");
    }

    @Test
    void a_book_begins_with_its_first_instant_and_ends_before_its_last() {
        var until = valid(list("november", "2.95"), MIDNIGHT.minusSeconds(86_400), MIDNIGHT);
        var from = valid(list("christmas", "3.45"), MIDNIGHT, MIDNIGHT.plusSeconds(86_400));

        assertThat(paid(at(MIDNIGHT.minusNanos(1)), until, from)).isEqualTo("2.95 GBP");
        assertThat(paid(at(MIDNIGHT), until, from)).isEqualTo("3.45 GBP");
        assertThat(price(at(MIDNIGHT.plusSeconds(86_400)), until, from)).isEmpty();
    }

    @Test
    void where_no_currency_is_asked_for_the_best_fitting_book_says_it() {
        var euro = first(list("euro", Money.of("3.49", "EUR")));
        var anyCurrency =
                new PriceContext(Channel.ONLINE, Optional.empty(), Optional.empty(), MIDNIGHT);

        assertThat(paid(anyCurrency, ANYWHERE, euro, sale("sale", "0.10"))).isEqualTo("3.49 EUR");
    }

    @Test
    void an_empty_shelf_has_no_price() {
        assertThat(PriceShelf.EMPTY.publicPrice(SOCKS, online())).isEmpty();
    }

    @Test
    void a_price_whose_lines_do_not_sum_to_it_is_never_shown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new PublicPrice(
                                SOCKS,
                                gbp("2.36"),
                                List.of(new PriceLine("LIST", gbp("2.95"))),
                                List.of()))
                .withMessage("the lines sum to 2.95 GBP, the price is 2.36 GBP");
    }

    private static String paid(PriceContext context, PriceBook... books) {
        return price(context, books).orElseThrow().price().toString();
    }

    private static Optional<PublicPrice> price(PriceContext context, PriceBook... books) {
        return PriceShelf.of(List.of(books)).publicPrice(SOCKS, context);
    }

    private static PriceContext online() {
        return new PriceContext(
                Channel.ONLINE,
                Optional.empty(),
                Optional.of(Currency.getInstance("GBP")),
                MIDNIGHT);
    }

    private static PriceContext in(String currency) {
        return new PriceContext(
                Channel.ONLINE,
                Optional.empty(),
                Optional.of(Currency.getInstance(currency)),
                MIDNIGHT);
    }

    private static PriceContext inLeeds() {
        return new PriceContext(
                Channel.IN_STORE,
                Optional.of(LEEDS),
                Optional.of(Currency.getInstance("GBP")),
                MIDNIGHT);
    }

    private static PriceContext at(Instant time) {
        return new PriceContext(Channel.ONLINE, Optional.empty(), Optional.empty(), time);
    }

    private static PriceBook list(String id, String price) {
        return list(id, gbp(price));
    }

    private static PriceBook list(String id, Money price) {
        return book(id, Kind.LIST, price);
    }

    private static PriceBook sale(String id, String price) {
        return book(id, Kind.SALE, gbp(price));
    }

    private static PriceBook book(String id, Kind kind, Money price) {
        return new PriceBook(
                new PriceBookId(id),
                kind,
                price.currency(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                Map.of(SOCKS, price));
    }

    private static PriceBook in(PriceBook book, Channel channel) {
        return new PriceBook(
                book.id(),
                book.kind(),
                book.currency(),
                Optional.of(channel),
                book.store(),
                book.validFrom(),
                book.validUntil(),
                book.priority(),
                book.prices());
    }

    private static PriceBook in(PriceBook book, StoreId store) {
        return new PriceBook(
                book.id(),
                book.kind(),
                book.currency(),
                book.channel(),
                Optional.of(store),
                book.validFrom(),
                book.validUntil(),
                book.priority(),
                book.prices());
    }

    private static PriceBook valid(PriceBook book, Instant from, Instant until) {
        return new PriceBook(
                book.id(),
                book.kind(),
                book.currency(),
                book.channel(),
                book.store(),
                Optional.of(from),
                Optional.of(until),
                book.priority(),
                book.prices());
    }

    private static PriceBook first(PriceBook book) {
        return new PriceBook(
                book.id(),
                book.kind(),
                book.currency(),
                book.channel(),
                book.store(),
                book.validFrom(),
                book.validUntil(),
                1,
                book.prices());
    }

    private static Money gbp(String amount) {
        return Money.of(amount, "GBP");
    }
}
