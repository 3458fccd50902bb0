package shopkeeper.files.shopdata;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import shopkeeper.domain.catalog.StockLevel;
import shopkeeper.domain.catalog.Store;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.pricing.PriceBook;
import shopkeeper.domain.pricing.PriceBookId;

/** Everything of a generated shop but its receipts; the same for the same seed and day. */
record GeneratedShop(long seed, LocalDate today) implements ShopSource {
    static final int STORES = 3;
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /** At the station everything is dearer. */
    private static final int STATION = 2;

    private static final int SALE_DAYS = 28;
    private static final List<String> PLACES = List.of("Altstadt", "Hafen", "Hauptbahnhof");

    @Override
    public Survey survey(Progress progress) {
        var chance = chance(0);
        var assortment = new GeneratedAssortment(chance);
        var people = people(chance);
        var prices = new GeneratedPrices(assortment, STATION, at(today.minusDays(SALE_DAYS)));
        var receipts = new GeneratedReceipts(this, assortment, people, prices);
        return new Survey.Usable(
                new Shop(
                        name(),
                        stores(),
                        List.of(),
                        assortment.products(),
                        List.of(),
                        stock(assortment, chance),
                        books(assortment, prices),
                        people.people(),
                        List.of(),
                        new Shop.Read(
                                receipts.rows(),
                                receipts.receipts(),
                                new TreeMap<>(),
                                new TreeMap<>(),
                                List.of(),
                                List.of(),
                                Optional.empty()),
                        receipts::forEach));
    }

    /** The people alone, as the survey meets them. */
    List<Shop.Person> people() {
        var chance = chance(0);
        // The assortment is drawn first, from the same chance.
        new GeneratedAssortment(chance);
        return people(chance).people();
    }

    private GeneratedPeople people(RandomGenerator chance) {
        return new GeneratedPeople(chance, at(today.minusYears(1)), at(today));
    }

    String name() {
        return "generated-" + seed;
    }

    /** Each part has its own, so that one may be read without the other. */
    RandomGenerator chance(int part) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(31 * seed + part);
    }

    static StoreId store(int number) {
        return new StoreId("S" + (number + 1));
    }

    static Instant at(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    private static List<Store> stores() {
        var stores = new ArrayList<Store>();
        for (int number = 0; number < STORES; number++) {
            stores.add(
                    new Store(
                            store(number),
                            PLACES.get(number),
                            ZONE,
                            GeneratedAssortment.EUROS,
                            "DE"));
        }
        return stores;
    }

    /** Every thirtieth or so is sold out somewhere. */
    private static List<Shop.Count> stock(GeneratedAssortment assortment, RandomGenerator chance) {
        var counts = new ArrayList<Shop.Count>();
        for (int number = 0; number < STORES; number++) {
            var levels = new ArrayList<StockLevel>();
            for (int product = 0; product < assortment.size(); product++) {
                int pieces = chance.nextInt(30) == 0 ? 0 : 1 + chance.nextInt(60);
                levels.add(new StockLevel(assortment.id(product), pieces));
            }
            counts.add(new Shop.Count(store(number), levels));
        }
        return counts;
    }

    private List<PriceBook> books(GeneratedAssortment assortment, GeneratedPrices prices) {
        var list = new LinkedHashMap<ProductId, Money>();
        var station = new LinkedHashMap<ProductId, Money>();
        var sale = new LinkedHashMap<ProductId, Money>();
        for (int product = 0; product < assortment.size(); product++) {
            var id = assortment.id(product);
            list.put(id, assortment.listPrice(product));
            station.put(id, prices.stationPrice(product));
            prices.salePrice(product).ifPresent(price -> sale.put(id, price));
        }
        return List.of(
                book("list", PriceBook.Kind.LIST, Optional.empty(), Optional.empty(), list),
                book(
                        "station",
                        PriceBook.Kind.LIST,
                        Optional.of(store(STATION)),
                        Optional.empty(),
                        station),
                book(
                        "sale",
                        PriceBook.Kind.SALE,
                        Optional.empty(),
                        Optional.of(today.minusDays(SALE_DAYS)),
                        sale));
    }

    private PriceBook book(
            String name,
            PriceBook.Kind kind,
            Optional<StoreId> store,
            Optional<LocalDate> from,
            Map<ProductId, Money> prices) {
        return new PriceBook(
                new PriceBookId(name() + "-" + name),
                kind,
                GeneratedAssortment.EUROS,
                Optional.empty(),
                store,
                from.map(GeneratedShop::at),
                from.map(day -> at(day.plusDays(2 * SALE_DAYS))),
                0,
                prices);
    }
}
