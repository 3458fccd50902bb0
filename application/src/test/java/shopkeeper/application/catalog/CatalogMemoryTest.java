package shopkeeper.application.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.application.Told.LEEDS;
import static shopkeeper.application.Told.NOON;
import static shopkeeper.application.Told.TEA;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shopkeeper.application.kernel.Logged;
import shopkeeper.domain.catalog.CatalogEvent;
import shopkeeper.domain.catalog.CatalogEvent.ProductListed;
import shopkeeper.domain.catalog.CatalogEvent.StockCounted;
import shopkeeper.domain.catalog.CatalogEvent.StoreOpened;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.catalog.StockLevel;
import shopkeeper.domain.catalog.Store;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Position;

class CatalogMemoryTest {
    private final CatalogMemory memory = new CatalogMemory();

    @Test
    void what_is_told_late_does_not_replace_what_came_after_it() {
        told(2, new ProductListed(tea("new"), Moment.at(NOON)));
        told(1, new ProductListed(tea("old"), Moment.at(NOON)));
        told(4, new StoreOpened(leeds("new"), Moment.at(NOON)));
        told(3, new StoreOpened(leeds("old"), Moment.at(NOON)));
        told(6, count(6));
        told(5, count(5));

        assertThat(memory.product(TEA)).contains(tea("new"));
        assertThat(memory.store(LEEDS)).contains(leeds("new"));
        assertThat(memory.stock(LEEDS, TEA)).hasValue(6);
    }

    @Test
    void of_two_levels_in_one_count_the_last_one_counts() {
        var twice = List.of(new StockLevel(TEA, 1), new StockLevel(TEA, 2));
        told(1, new StockCounted(LEEDS, twice, Moment.at(NOON)));

        assertThat(memory.stock(LEEDS, TEA)).hasValue(2);
    }

    private void told(long position, CatalogEvent event) {
        memory.remember(new Logged<>(new Position(position), new MessageId("test", "1"), event));
    }

    private static Product tea(String words) {
        return new Product(TEA, words, Optional.empty(), true);
    }

    private static Store leeds(String words) {
        return new Store(
                LEEDS, words, ZoneId.of("Europe/London"), Currency.getInstance("GBP"), "GB");
    }

    private static StockCounted count(int pieces) {
        return new StockCounted(LEEDS, List.of(new StockLevel(TEA, pieces)), Moment.at(NOON));
    }
}
