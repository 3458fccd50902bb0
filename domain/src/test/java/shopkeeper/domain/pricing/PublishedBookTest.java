package shopkeeper.domain.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.Story;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.pricing.PricingCommand.PublishPriceBook;
import shopkeeper.domain.pricing.PricingEvent.PriceBookPublished;
import shopkeeper.domain.pricing.PricingRefusal.MixedCurrencies;
import shopkeeper.domain.pricing.PricingRefusal.NeverValid;
import shopkeeper.domain.pricing.PricingRefusal.PriceNotPositive;

class PublishedBookTest {
    private static final ProductId SOCKS = new ProductId("socks");
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Moment NOW = Moment.at(NOON);

    @Test
    void a_book_is_published_and_each_change_is_a_new_version() {
        shop().when(publish(book("2.95"))).then(new PriceBookPublished(book("2.95"), 1, NOW));
        shop().given(new PriceBookPublished(book("2.95"), 1, NOW))
                .when(publish(book("3.05")))
                .then(new PriceBookPublished(book("3.05"), 2, NOW));
    }

    @Test
    void the_same_book_again_changes_nothing() {
        shop().given(new PriceBookPublished(book("2.95"), 1, NOW))
                .when(publish(book("2.95")))
                .thenNothingChanges();
    }

    @Test
    void a_price_in_another_currency_than_the_book_is_refused() {
        shop().when(publish(book(Money.of("2.95", "EUR"), Optional.empty(), Optional.empty())))
                .thenRefused(new MixedCurrencies(SOCKS));
    }

    @Test
    void a_price_of_nothing_or_less_is_refused() {
        shop().when(publish(book("0.00"))).thenRefused(new PriceNotPositive(SOCKS));
        shop().when(publish(book("-0.01"))).thenRefused(new PriceNotPositive(SOCKS));
    }

    @Test
    void a_book_that_ends_before_it_begins_is_refused() {
        shop().when(publish(book(gbp("2.95"), Optional.of(NOON), Optional.of(NOON))))
                .thenRefused(new NeverValid());
    }

    @Test
    void a_book_may_be_valid_from_or_until_some_time_or_between_two() {
        var later = NOON.plusSeconds(1);

        for (var book :
                new PriceBook[] {
                    book(gbp("2.95"), Optional.of(NOON), Optional.empty()),
                    book(gbp("2.95"), Optional.empty(), Optional.of(NOON)),
                    book(gbp("2.95"), Optional.of(NOON), Optional.of(later)),
                }) {
            shop().when(publish(book)).then(new PriceBookPublished(book, 1, NOW));
        }
    }

    @Test
    void before_it_is_published_there_is_no_book() {
        assertThat(PublishedBook.NONE.book()).isEmpty();
        assertThat(PublishedBook.NONE.version()).isZero();
    }

    private static Story<PublishedBook, PricingCommand, PricingEvent, PricingRefusal> shop() {
        return new Story<>(PublishedBook.NONE, PublishedBook::decide, PublishedBook::evolve);
    }

    private static PublishPriceBook publish(PriceBook book) {
        return new PublishPriceBook(book, NOW);
    }

    private static PriceBook book(String price) {
        return book(gbp(price), Optional.empty(), Optional.empty());
    }

    private static PriceBook book(Money price, Optional<Instant> from, Optional<Instant> until) {
        return new PriceBook(
                new PriceBookId("gb"),
                PriceBook.Kind.LIST,
                Currency.getInstance("GBP"),
                Optional.empty(),
                Optional.empty(),
                from,
                until,
                0,
                Map.of(SOCKS, price));
    }

    private static Money gbp(String amount) {
        return Money.of(amount, "GBP");
    }
}
