package shopkeeper.files.shopdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseRecorded;
import shopkeeper.domain.behavior.BehaviorEvent.ReturnRecorded;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.files.shopdata.ImportResult.Imported;
import shopkeeper.files.shopdata.ImportResult.Tally;

/** The complete file, where it is at hand; its counts were found with other means as well. */
class WholeOnlineRetailTest {
    private static final Instant OCTOBER = Instant.parse("2011-09-30T23:00:00Z");

    @TempDir Path folder;

    @Test
    void half_a_million_lines_become_the_shop_that_is_known_from_papers() throws Exception {
        var clock = InstantSource.system();
        var shop = new FakeShop(clock, folder);
        var rejects = folder.resolve("rejects.csv");

        var result = (Imported) shop.takeIn(ShopDataModule.onlineRetail(file(), rejects, clock));

        assertThat(result.rows()).isEqualTo(541_909);
        assertThat(result.products()).isEqualTo(new Tally(3_805, 0));
        assertThat(result.priceBooks()).isEqualTo(new Tally(1, 0));
        assertThat(result.customers()).isEqualTo(new Tally(4_372, 0));
        assertThat(result.receipts()).isEqualTo(new Tally(19_773, 0));
        assertThat(result.returns()).isEqualTo(new Tally(3_422, 0));
        assertThat(result.refused()).isEmpty();
        assertThat(result.rejected())
                .isEqualTo(
                        Map.of(
                                "not-a-product", 2_995L,
                                "price-not-positive", 1_161L,
                                "quantity-not-positive", 1_324L));
        assertThat(Files.readAllLines(rejects)).hasSize(1 + 5_480);
        pricesAndTotalsAreThoseOfTheFile(shop);
        trainingAndTestAreThoseOfTheYardstick(shop.purchases());

        var before = shop.log.facts().size();
        var again = (Imported) shop.takeIn(ShopDataModule.onlineRetail(file(), rejects, clock));
        assertThat(again.receipts()).isEqualTo(new Tally(0, 19_773));
        assertThat(again.returns()).isEqualTo(new Tally(0, 3_422));
        assertThat(again.customers()).isEqualTo(new Tally(0, 4_372));
        assertThat(again.products()).isEqualTo(new Tally(0, 3_805));
        assertThat(shop.log.facts()).hasSize(before);
    }

    private static void pricesAndTotalsAreThoseOfTheFile(FakeShop shop) {
        var book = shop.book("online-retail-gbp").prices();
        assertThat(book).hasSize(3_791).containsEntry(new ProductId("85123A"), gbp("2.95"));
        assertThat(sum(book.values().stream().toList())).isEqualTo(gbp("13105.22"));
        assertThat(shop.product("85123A").name()).isEqualTo("WHITE HANGING HEART T-LIGHT HOLDER");
        assertThat(sum(shop.purchases().stream().map(PurchaseRecorded::total).toList()))
                .isEqualTo(gbp("10271034.61"));
        assertThat(sum(shop.returns().stream().map(ReturnRecorded::total).toList()))
                .isEqualTo(gbp("478724.18"));
    }

    /** The split of the public benchmark: invoices before October 2011, and what came after. */
    private static void trainingAndTestAreThoseOfTheYardstick(List<PurchaseRecorded> purchases) {
        var train = pairs(purchases, at -> at.isBefore(OCTOBER));
        var customers = train.stream().map(List::getFirst).collect(Collectors.toSet());
        var items = train.stream().map(List::getLast).collect(Collectors.toSet());
        var test =
                pairs(purchases, at -> !at.isBefore(OCTOBER)).stream()
                        .filter(pair -> !train.contains(pair))
                        .filter(pair -> customers.contains(pair.getFirst()))
                        .filter(pair -> items.contains(pair.getLast()))
                        .toList();

        assertThat(train).hasSize(188_399);
        assertThat(customers).hasSize(3_613);
        assertThat(items).hasSize(3_502);
        assertThat(test).hasSize(47_683);
        assertThat(test.stream().map(List::getFirst).distinct()).hasSize(1_753);
    }

    private static Set<List<String>> pairs(
            List<PurchaseRecorded> purchases, Predicate<Instant> when) {
        var pairs = new HashSet<List<String>>();
        for (var purchase : purchases) {
            if (purchase.customer().isPresent() && when.test(purchase.at().occurred())) {
                var customer = purchase.customer().get().value();
                purchase.lines()
                        .forEach(line -> pairs.add(List.of(customer, line.product().value())));
            }
        }
        return pairs;
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(gbp("0"), Money::plus);
    }

    private static Money gbp(String amount) {
        return Money.of(amount, "GBP");
    }

    private static Path file() {
        var data =
                Optional.ofNullable(System.getenv("SHOPKEEPER_DATA"))
                        .map(Path::of)
                        .orElse(Path.of("..", "..", "shared", "data"));
        var file = data.resolve("online-retail").resolve("online-retail.csv.gz");
        boolean there = Files.isRegularFile(file);
        assertThat(there || System.getenv("SHOPKEEPER_DATA") == null)
                .as("SHOPKEEPER_DATA is set, so %s must be there", file)
                .isTrue();
        assertThat(there || System.getenv("CI") == null || !Files.isDirectory(data))
                .as("In CI nothing is skipped while %s exists", data)
                .isTrue();
        assumeTrue(there, "skipped: there is no " + file.toAbsolutePath().normalize());
        return file;
    }
}
