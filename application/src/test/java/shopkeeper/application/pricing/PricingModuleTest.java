package shopkeeper.application.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.application.Told.TEA;
import static shopkeeper.application.Told.gbp;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import shopkeeper.application.Told;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.pricing.PriceBook.Kind;
import shopkeeper.domain.pricing.PriceBookId;
import shopkeeper.domain.pricing.PriceContext;
import shopkeeper.domain.pricing.PriceLine;

class PricingModuleTest {
    private static final PriceContext ONLINE =
            new PriceContext(Channel.ONLINE, Optional.empty(), Optional.empty(), Told.NOON);

    private final Told told = new Told();

    @Test
    void a_published_book_gives_the_price_and_its_next_version_the_next_price() {
        assertThat(told.shop.askPrice.publicPrice(TEA, ONLINE)).isEmpty();

        told.charges("list", Kind.LIST, TEA, gbp("2.95"));
        assertThat(paid()).isEqualTo("2.95 GBP");

        told.charges("list", Kind.LIST, TEA, gbp("3.05"));
        assertThat(paid()).isEqualTo("3.05 GBP");
        assertThat(told.shop.askPrice.book(new PriceBookId("list")))
                .hasValueSatisfying(book -> assertThat(book.version()).isEqualTo(2));
        assertThat(told.shop.askPrice.book(new PriceBookId("other"))).isEmpty();
    }

    @Test
    void a_book_published_again_as_it_is_stays_at_its_version() {
        told.charges("list", Kind.LIST, TEA, gbp("2.95"))
                .charges("list", Kind.LIST, TEA, gbp("2.95"));

        assertThat(told.shop.askPrice.book(new PriceBookId("list")))
                .hasValueSatisfying(book -> assertThat(book.version()).isEqualTo(1));
    }

    @Test
    void a_refused_book_changes_no_price() {
        told.charges("list", Kind.LIST, TEA, gbp("2.95"))
                .charges("list", Kind.LIST, TEA, gbp("-2.95"));

        assertThat(paid()).isEqualTo("2.95 GBP");
    }

    @Test
    void a_sale_book_reduces_the_price_of_the_list_book() {
        told.charges("list", Kind.LIST, TEA, gbp("2.95"))
                .charges("sale", Kind.SALE, TEA, gbp("1.96"));

        assertThat(told.shop.askPrice.publicPrice(TEA, ONLINE).orElseThrow().lines())
                .containsExactly(
                        new PriceLine("LIST", gbp("2.95")), new PriceLine("SALE", gbp("-0.99")));
    }

    private String paid() {
        return told.shop.askPrice.publicPrice(TEA, ONLINE).orElseThrow().price().toString();
    }
}
