package shopkeeper.application.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.application.Told.NOON;
import static shopkeeper.application.Told.TEA;
import static shopkeeper.application.Told.gbp;

import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shopkeeper.application.kernel.Logged;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.pricing.PriceBook;
import shopkeeper.domain.pricing.PriceBookId;
import shopkeeper.domain.pricing.PriceContext;
import shopkeeper.domain.pricing.PricingEvent.PriceBookPublished;
import shopkeeper.domain.pricing.PublicPrice;

class PriceMemoryTest {
    private static final PriceContext ONLINE =
            new PriceContext(Channel.ONLINE, Optional.empty(), Optional.empty(), NOON);

    private final PriceMemory memory = new PriceMemory();

    @Test
    void a_book_that_is_told_late_does_not_replace_the_one_after_it() {
        told(2, 2, "3.05");
        told(1, 1, "2.95");

        assertThat(memory.publicPrice(TEA, ONLINE)).map(PublicPrice::price).contains(gbp("3.05"));
        assertThat(memory.book(new PriceBookId("list")))
                .hasValueSatisfying(book -> assertThat(book.version()).isEqualTo(2));
    }

    private void told(long position, int version, String price) {
        var book =
                new PriceBook(
                        new PriceBookId("list"),
                        PriceBook.Kind.LIST,
                        Currency.getInstance("GBP"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        Map.of(TEA, gbp(price)));
        memory.remember(
                new Logged<>(
                        new Position(position),
                        new MessageId("test", "1"),
                        new PriceBookPublished(book, version, Moment.at(NOON))));
    }
}
