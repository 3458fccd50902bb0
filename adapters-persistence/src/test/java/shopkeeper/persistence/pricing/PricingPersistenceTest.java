package shopkeeper.persistence.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.persistence.feed.FollowedLog.NOON;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shopkeeper.application.pricing.PricingModule;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.Outcome.Accepted;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Recorded;
import shopkeeper.domain.kernel.Recorded.Decided;
import shopkeeper.domain.pricing.PriceBook;
import shopkeeper.domain.pricing.PriceBook.Kind;
import shopkeeper.domain.pricing.PriceBookId;
import shopkeeper.domain.pricing.PricingCommand.PublishPriceBook;
import shopkeeper.domain.pricing.PricingEvent;
import shopkeeper.domain.pricing.PricingEvent.PriceBookPublished;
import shopkeeper.domain.pricing.PricingRefusal;
import shopkeeper.domain.pricing.PricingRefusal.PriceNotPositive;
import shopkeeper.persistence.eventlog.Racers;
import shopkeeper.persistence.feed.FollowedLog;

class PricingPersistenceTest {
    private static final ProductId MUG = new ProductId("85123A");

    private final FollowedLog shop = new FollowedLog();

    @AfterEach
    void close() {
        shop.close();
    }

    private Recorded<PricingEvent, PricingRefusal> publish(String message, PriceBook book) {
        return PricingModule.publishPrices(PricingPersistence.priceBooks(shop.log()))
                .publish(
                        new Message(new MessageId("test", message), message),
                        new PublishPriceBook(book, Moment.at(NOON)));
    }

    private static PriceBook book(String id, String mug) {
        return new PriceBook(
                new PriceBookId(id),
                Kind.LIST,
                Currency.getInstance("GBP"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(NOON),
                Optional.empty(),
                0,
                Map.of(MUG, Money.of(mug, "GBP")));
    }

    private static Recorded<PricingEvent, PricingRefusal> published(
            PriceBook book, int version, long position) {
        return new Decided<>(
                Outcome.accepted(new PriceBookPublished(book, version, Moment.at(NOON))),
                new Position(position));
    }

    @Test
    void versions_count_up_for_each_book_alone() {
        var first = book("gb:online", "2.55");
        var dearer = book("gb:online", "2.95");
        var other = book("gb", "2.55");
        assertThat(publish("1", first)).isEqualTo(published(first, 1, 1));
        assertThat(publish("2", other)).isEqualTo(published(other, 1, 2));
        assertThat(publish("3", dearer)).isEqualTo(published(dearer, 2, 3));
        assertThat(publish("4", first)).isEqualTo(published(first, 3, 4));
    }

    @Test
    void the_book_as_it_stands_is_not_published_again() {
        publish("1", book("gb", "2.55"));
        assertThat(publish("2", book("gb", "2.55")))
                .isEqualTo(new Decided<>(Outcome.accepted(), new Position(1)));
    }

    @Test
    void a_refused_book_uses_up_no_version() {
        publish("1", book("gb", "2.55"));
        assertThat(publish("2", book("gb", "0.00")))
                .isEqualTo(
                        new Decided<>(Outcome.refused(new PriceNotPositive(MUG)), new Position(1)));
        assertThat(publish("3", book("gb", "2.65"))).isEqualTo(published(book("gb", "2.65"), 2, 2));
    }

    @Test
    void eight_who_publish_at_once_get_a_version_each() {
        List<Integer> versions =
                Racers.race(8, racer -> version(publish("m" + racer, book("gb", "3.0" + racer))));
        assertThat(versions)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 8).boxed().toList());
    }

    private static int version(Recorded<PricingEvent, PricingRefusal> recorded) {
        if (recorded
                        instanceof
                        Decided<PricingEvent, PricingRefusal>(
                                Accepted<PricingEvent, PricingRefusal> accepted,
                                _)
                && accepted.facts().getFirst() instanceof PriceBookPublished published) {
            return published.version();
        }
        throw new AssertionError("not published: " + recorded);
    }
}
