package shopkeeper.persistence.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.persistence.feed.FollowedLog.NOON;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shopkeeper.application.catalog.CatalogModule;
import shopkeeper.domain.catalog.CatalogCommand;
import shopkeeper.domain.catalog.CatalogCommand.CountStock;
import shopkeeper.domain.catalog.CatalogCommand.ListProduct;
import shopkeeper.domain.catalog.CatalogCommand.OpenStore;
import shopkeeper.domain.catalog.CatalogEvent;
import shopkeeper.domain.catalog.CatalogEvent.ProductListed;
import shopkeeper.domain.catalog.CatalogEvent.StockCounted;
import shopkeeper.domain.catalog.CatalogEvent.StoreOpened;
import shopkeeper.domain.catalog.CatalogRefusal;
import shopkeeper.domain.catalog.CatalogRefusal.UnknownStore;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.catalog.StockLevel;
import shopkeeper.domain.catalog.Store;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Recorded;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.persistence.feed.FollowedLog;

class AxonAssortmentsTest {
    // Codes with the characters that separate words in tags.
    private static final Product MUG = product("shop:85/123%A", "Mug");
    private static final Store BERN =
            new Store(
                    new StoreId("ch:bern"),
                    "Bern",
                    ZoneId.of("Europe/Zurich"),
                    Currency.getInstance("CHF"),
                    "CH");
    private static final List<StockLevel> SEVEN_MUGS = List.of(new StockLevel(MUG.id(), 7));

    private final FollowedLog shop = new FollowedLog();
    private int messages;

    @AfterEach
    void close() {
        shop.close();
    }

    private static Product product(String id, String name) {
        return new Product(new ProductId(id), name, Optional.empty(), true);
    }

    private Recorded<CatalogEvent, CatalogRefusal> keep(CatalogCommand command) {
        var message = new Message(new MessageId("test", "m" + messages++), command.toString());
        return CatalogModule.keepCatalog(CatalogPersistence.assortments(shop.log()))
                .keep(message, command);
    }

    private static Recorded<CatalogEvent, CatalogRefusal> told(CatalogEvent fact, long position) {
        return new Recorded.Decided<>(Outcome.accepted(fact), new Position(position));
    }

    private static Recorded<CatalogEvent, CatalogRefusal> alreadySo(long position) {
        return new Recorded.Decided<>(Outcome.accepted(), new Position(position));
    }

    @Test
    void a_product_that_is_listed_as_it_is_changes_nothing() {
        var now = Moment.at(NOON);
        assertThat(keep(new ListProduct(MUG, now))).isEqualTo(told(new ProductListed(MUG, now), 1));
        keep(new ListProduct(product("shop:85", "Plate"), now));
        assertThat(keep(new ListProduct(MUG, Moment.at(NOON.plusSeconds(9)))))
                .isEqualTo(alreadySo(2));

        var cup = new Product(MUG.id(), "Cup", Optional.of("kitchen"), true);
        assertThat(keep(new ListProduct(cup, now))).isEqualTo(told(new ProductListed(cup, now), 3));
        assertThat(keep(new ListProduct(MUG, now))).isEqualTo(told(new ProductListed(MUG, now), 4));
    }

    @Test
    void a_store_that_is_opened_as_it_is_changes_nothing() {
        var now = Moment.at(NOON);
        assertThat(keep(new OpenStore(BERN, now))).isEqualTo(told(new StoreOpened(BERN, now), 1));
        assertThat(keep(new OpenStore(BERN, now))).isEqualTo(alreadySo(1));

        var moved = new Store(BERN.id(), "Bern West", BERN.zone(), BERN.currency(), "CH");
        assertThat(keep(new OpenStore(moved, now))).isEqualTo(told(new StoreOpened(moved, now), 2));
    }

    @Test
    void stock_is_counted_only_where_a_store_is() {
        var now = Moment.at(NOON);
        assertThat(keep(new CountStock(BERN.id(), SEVEN_MUGS, now)))
                .isEqualTo(
                        new Recorded.Decided<>(
                                Outcome.refused(new UnknownStore(BERN.id())), Position.START));
        keep(new OpenStore(BERN, now));
        assertThat(keep(new CountStock(BERN.id(), SEVEN_MUGS, now)))
                .isEqualTo(told(new StockCounted(BERN.id(), SEVEN_MUGS, now), 2));
        // Counted again is a count of its own, however equal.
        assertThat(keep(new CountStock(BERN.id(), SEVEN_MUGS, now)))
                .isEqualTo(told(new StockCounted(BERN.id(), SEVEN_MUGS, now), 3));
    }
}
