package shopkeeper.files.shopdata;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.behavior.ReceiptLine;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.Via;
import shopkeeper.files.shopdata.GeneratedPeople.Shopper;
import shopkeeper.files.shopdata.Shop.Receipt;

/** A year of purchases and a few returns, in the order in which they happened. */
final class GeneratedReceipts {
    private static final int PURCHASES = 20_000;
    private static final int DAYS = 365;
    private static final int RETURNED_EVERY = 50;
    private static final int STRANGER_EVERY = 7;
    private static final int OPENS = 9;
    private static final int HOURS_OPEN = 11;

    private final GeneratedShop shop;
    private final GeneratedAssortment assortment;
    private final GeneratedPeople people;
    private final GeneratedPrices prices;

    GeneratedReceipts(
            GeneratedShop shop,
            GeneratedAssortment assortment,
            GeneratedPeople people,
            GeneratedPrices prices) {
        this.shop = shop;
        this.assortment = assortment;
        this.people = people;
        this.prices = prices;
    }

    void forEach(Consumer<Receipt> receiver) {
        var chance = shop.chance(1);
        long[] minutes = minutes(chance);
        for (int number = 0; number < PURCHASES; number++) {
            var bought = purchase(number, minutes[number], chance);
            receiver.accept(bought);
            if (chance.nextInt(RETURNED_EVERY) == 0) {
                broughtBack(bought, number, chance).ifPresent(receiver);
            }
        }
    }

    long receipts() {
        var count = new AtomicLong();
        forEach(_ -> count.incrementAndGet());
        return count.get();
    }

    long rows() {
        var rows = new AtomicLong();
        forEach(receipt -> rows.addAndGet(receipt.lines().size()));
        return rows.get();
    }

    /** Minutes of the year in which somebody pays, while the stores are open. */
    private static long[] minutes(RandomGenerator chance) {
        var minutes = new long[PURCHASES];
        Arrays.setAll(
                minutes,
                _ ->
                        chance.nextInt(DAYS) * 24L * 60
                                + OPENS * 60L
                                + chance.nextInt(HOURS_OPEN * 60));
        Arrays.sort(minutes);
        return minutes;
    }

    private Receipt purchase(int number, long minute, RandomGenerator chance) {
        var shopper = people.next(chance);
        var local = firstDay().atStartOfDay().plusMinutes(minute);
        boolean online = chance.nextDouble() < shopper.online();
        boolean unknown = !online && chance.nextInt(STRANGER_EVERY) == 0;
        Optional<Integer> store = online ? Optional.empty() : Optional.of(shopper.store());
        Instant at = local.atZone(GeneratedShop.ZONE).toInstant();
        var lines =
                basket(shopper, chance).stream()
                        .map(product ->
                                ReceiptLine.of(
                                        assortment.id(product),
                                        BigDecimal.valueOf(chance.nextInt(5) == 0 ? 2 : 1),
                                        prices.price(product, store, at)))
                        .toList();
        return new Receipt(
                store.map(where -> atTill(where, number, local))
                        .orElseGet(() -> ReceiptId.order(shop.name(), "W%06d".formatted(number))),
                false,
                Optional.empty(),
                unknown ? Optional.empty() : Optional.of(shopper.name()),
                store.map(GeneratedShop::store),
                lines,
                Money.zero(lines.getFirst().extended().currency()),
                online ? Via.web() : Via.till(),
                moment(at));
    }

    private ReceiptId atTill(int store, int number, LocalDateTime local) {
        return ReceiptId.atTill(
                GeneratedShop.store(store),
                "T1",
                local.toLocalDate(),
                "%s-%06d".formatted(shop.seed(), number),
                local);
    }

    /** Mostly one collection, its neighbours together; now and then another one, and staples. */
    private static Set<Integer> basket(Shopper shopper, RandomGenerator chance) {
        var basket = new LinkedHashSet<Integer>();
        fromCollection(shopper.favorite(chance), basket, chance);
        if (chance.nextInt(3) == 0) {
            fromCollection(chance.nextInt(GeneratedAssortment.COLLECTIONS), basket, chance);
        }
        if (chance.nextInt(10) < 4) {
            basket.add(GeneratedAssortment.staple(chance));
        }
        return basket;
    }

    private static void fromCollection(
            int collection, Set<Integer> basket, RandomGenerator chance) {
        int pairs = 1 + chance.nextInt(2);
        for (int i = 0; i < pairs; i++) {
            int pair = chance.nextInt(GeneratedAssortment.PER_COLLECTION / 2);
            int first = collection * GeneratedAssortment.PER_COLLECTION + 2 * pair;
            basket.add(first + chance.nextInt(2));
            if (chance.nextInt(10) < 7) {
                basket.addAll(List.of(first, first + 1));
            }
        }
    }

    /** The first thing on the receipt comes back within a month, unless that is yet to come. */
    private Optional<Receipt> broughtBack(Receipt bought, int number, RandomGenerator chance) {
        Instant at = bought.at().occurred().plus(Duration.ofDays(1 + chance.nextInt(28)));
        if (!at.isBefore(GeneratedShop.at(shop.today()))) {
            return Optional.empty();
        }
        return Optional.of(
                new Receipt(
                        ReceiptId.order(shop.name(), "R%06d".formatted(number)),
                        true,
                        Optional.of(bought.id()),
                        bought.customer(),
                        bought.store(),
                        List.of(bought.lines().getFirst()),
                        bought.discount(),
                        bought.via(),
                        moment(at)));
    }

    private Moment moment(Instant at) {
        return new Moment(at, GeneratedShop.at(shop.today()));
    }

    private LocalDate firstDay() {
        return shop.today().minusDays(DAYS);
    }
}
