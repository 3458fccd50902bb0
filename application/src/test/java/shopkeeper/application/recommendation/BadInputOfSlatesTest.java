package shopkeeper.application.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.application.Told.LEEDS;
import static shopkeeper.application.Told.MILK;
import static shopkeeper.application.Told.SALT;
import static shopkeeper.application.Told.TEA;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shopkeeper.application.Told;
import shopkeeper.application.kernel.Logged;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseRecorded;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.behavior.ReceiptLine;
import shopkeeper.domain.catalog.CatalogEvent.ProductListed;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.catalog.StockLevel;
import shopkeeper.domain.consent.ConsentEvent.ConsentRefused;
import shopkeeper.domain.consent.ConsentMethod;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.recommendation.Exclusion;
import shopkeeper.domain.recommendation.RankerTrainer;
import shopkeeper.domain.recommendation.Source;

/** What is odd or far too much ends in a full slate, or in an empty one that says why. */
class BadInputOfSlatesTest {
    private static final int PURCHASES = 200_000;
    private static final int IN_A_BASKET = 5;
    private static final CustomerId ANN = new CustomerId("ann");

    @Test
    void one_customer_with_200_000_purchases_gets_a_full_slate_of_her_own() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        var memory = new RecommendationMemory(List.of(), RankerTrainer.NONE, Optional.empty());
        var shelf = IntStream.range(0, 500).mapToObj(n -> new ProductId("p-" + n)).toList();
        shelf.forEach(product -> remember(memory, listed(product)));
        for (int basket = 0; basket < PURCHASES / IN_A_BASKET; basket++) {
            var products =
                    IntStream.range(0, IN_A_BASKET)
                            .mapToObj(_ ->
                                    shelf.get((int) Math.abs(random.nextGaussian() * 99) % 500))
                            .distinct()
                            .toList();
            remember(memory, bought("r-" + basket, products, Told.NOON.plusSeconds(basket)));
        }

        var slate =
                memory.slate(
                        SlateRequest.plain(
                                Set.of(ANN),
                                List.of(),
                                Optional.empty(),
                                Told.NOON.plus(Duration.ofDays(2)),
                                20));

        assertThat(slate.suggestions()).as("seed %d", seed).hasSize(20);
        assertThat(slate.personal()).isTrue();
    }

    /** A card of the house at a bakery: the same again and again, and then a no. */
    @Test
    void somebody_with_200_000_equal_baskets_leaves_like_anybody() {
        var memory = new RecommendationMemory(List.of(), RankerTrainer.NONE, Optional.empty());
        List.of(TEA, MILK, SALT).forEach(product -> remember(memory, listed(product)));
        remember(memory, sold("r-0", MILK, Told.NOON, Told.NOON));
        for (int basket = 0; basket < PURCHASES; basket++) {
            remember(memory, bought("a-" + basket, List.of(TEA), Told.NOON.plusSeconds(basket)));
        }
        assertThat(first(memory)).isEqualTo(TEA);

        remember(
                memory,
                new ConsentRefused(
                        ANN,
                        Told.SUGGESTIONS,
                        Told.NOTICE,
                        ConsentMethod.TOGGLE,
                        Via.web(),
                        Moment.at(Told.NOON)));

        assertThat(first(memory)).isEqualTo(MILK);
    }

    @Test
    void where_all_stock_is_zero_the_slate_is_empty_and_says_why() {
        var told = new Told().sells(TEA, MILK);
        told.opens(LEEDS, new StockLevel(TEA, 0), new StockLevel(MILK, 0));

        var slate =
                told.shop.recommend.slate(
                        SlateRequest.plain(Set.of(), List.of(), Optional.of(LEEDS), Told.NOON, 4));

        assertThat(slate.suggestions()).isEmpty();
        assertThat(slate.missing()).isEqualTo(4);
        assertThat(slate.pool().counts()).containsEntry(Exclusion.OUT_OF_STOCK, 2);
    }

    /** A clock that runs a year ahead moves no trend into the future. */
    @Test
    void what_is_dated_next_year_counts_as_sold_when_the_shop_heard_of_it() {
        var told = new Told().sells(TEA, MILK, SALT);
        var memory = new RecommendationMemory(List.of(), RankerTrainer.NONE, Optional.empty());
        for (var product : List.of(TEA, MILK, SALT)) {
            remember(memory, listed(product));
        }
        remember(memory, sold("ahead", SALT, Told.NOON.plus(Duration.ofDays(365)), Told.NOON));
        for (int sale = 0; sale < 5; sale++) {
            remember(memory, sold("now-" + sale, TEA, told.now().received(), Told.NOON));
        }

        var slate =
                memory.slate(
                        SlateRequest.plain(
                                Set.of(),
                                List.of(),
                                Optional.of(LEEDS),
                                Told.NOON.plusSeconds(60),
                                3));

        assertThat(slate.suggestions()).hasSize(3);
        assertThat(slate.pool().candidates())
                .filteredOn(one -> one.product().equals(TEA))
                .singleElement()
                .satisfies(one ->
                        assertThat(one.estimates())
                                .as("five sales a minute ago")
                                .anyMatch(said -> said.source() == Source.TRENDING));
    }

    /** What anybody is shown first. */
    private static ProductId first(RecommendationMemory memory) {
        var anybody =
                SlateRequest.plain(
                        Set.of(),
                        List.of(),
                        Optional.empty(),
                        Told.NOON.plus(Duration.ofDays(90)),
                        1);
        return memory.slate(anybody).suggestions().getFirst().product();
    }

    private static void remember(RecommendationMemory memory, Fact fact) {
        memory.remember(new Logged<>(new Position(1), new MessageId("test", "m"), fact));
    }

    private static ProductListed listed(ProductId product) {
        return new ProductListed(
                new Product(product, "Fine " + product, Optional.empty(), true),
                Moment.at(Told.NOON));
    }

    private static PurchaseRecorded bought(String receipt, List<ProductId> products, Instant at) {
        return receipt(receipt, Optional.of(ANN), products, Moment.at(at));
    }

    private static PurchaseRecorded sold(
            String receipt, ProductId product, Instant occurred, Instant heard) {
        return receipt(receipt, Optional.empty(), List.of(product), new Moment(occurred, heard));
    }

    private static PurchaseRecorded receipt(
            String receipt, Optional<CustomerId> customer, List<ProductId> products, Moment at) {
        var price = Money.of("1.01", "GBP");
        return new PurchaseRecorded(
                new ReceiptId(receipt),
                customer,
                Optional.of(LEEDS),
                products.stream()
                        .map(product -> ReceiptLine.of(product, BigDecimal.ONE, price))
                        .toList(),
                Money.zero(price.currency()),
                price.times(new BigDecimal(products.size())),
                Via.till(),
                at);
    }
}
