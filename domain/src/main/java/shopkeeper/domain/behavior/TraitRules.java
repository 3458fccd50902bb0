package shopkeeper.domain.behavior;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shopkeeper.domain.behavior.Trait.Because;
import shopkeeper.domain.behavior.Trait.Favorite;
import shopkeeper.domain.behavior.Trait.Finding;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.ProductId;

/**
 * What purchases say about a customer's taste and habits: pure, and silent where they are too few
 * to say it.
 */
public final class TraitRules {
    public static final String VERSION = "traits-1";

    /** What was bought so long ago counts half. */
    private static final Duration HALF_LIFE = Duration.ofDays(180);

    private static final int MOST_FAVORITES = 3;
    private static final int LEAST_RECEIPTS = 2;
    private static final double LEAST_SHARE = 0.1;
    private static final int LEAST_PRICES = 5;
    private static final int LEAST_GAPS = 3;
    private static final int LEAST_DAYS_IN_SEASON = 3;
    private static final int LEAST_MONTHS = 12;
    private static final double TWICE = 2;

    private final List<Bought> bought;
    private final Function<ProductId, Optional<Product>> catalog;
    private final Instant now;

    private TraitRules(
            List<Bought> bought, Function<ProductId, Optional<Product>> catalog, Instant now) {
        this.bought = bought;
        this.catalog = catalog;
        this.now = now;
    }

    /**
     * @param facts of one customer, in their order; what is dated later than now does not count
     */
    public static List<Trait> of(
            List<BehaviorEvent> facts,
            Function<ProductId, Optional<Product>> catalog,
            Instant now) {
        var bought =
                Bought.kept(facts).stream()
                        .filter(one -> !one.at().isAfter(now))
                        .sorted(Comparator.comparing(Bought::at))
                        .toList();
        return new TraitRules(bought, catalog, now).traits();
    }

    private List<Trait> traits() {
        return Stream.of(brands(), categories(), priceBand(), rhythm(), season())
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Trait> brands() {
        return favorites(
                product -> product.details().brand(), brands -> new Finding.FavoriteBrands(brands));
    }

    private Optional<Trait> categories() {
        return favorites(
                Product::category, categories -> new Finding.FavoriteCategories(categories));
    }

    private Optional<Trait> favorites(
            Function<Product, Optional<String>> kind, Function<List<Favorite>, Finding> finding) {
        var weights = new TreeMap<String, Double>();
        var receipts = new TreeMap<String, Set<ReceiptId>>();
        var used = new ArrayList<Bought>();
        for (Bought one : bought) {
            catalog.apply(one.product())
                    .flatMap(kind)
                    .ifPresent(name -> {
                        weights.merge(name, weight(one), Double::sum);
                        receipts.computeIfAbsent(name, _ -> new HashSet<>()).add(one.receipt());
                        used.add(one);
                    });
        }
        double all = weights.values().stream().mapToDouble(weight -> weight).sum();
        var favorites =
                weights.entrySet().stream()
                        .map(entry ->
                                new Favorite(
                                        entry.getKey(),
                                        entry.getValue() / all,
                                        receipts.getOrDefault(entry.getKey(), Set.of()).size()))
                        .filter(one -> one.receipts() >= LEAST_RECEIPTS)
                        .filter(one -> one.share() >= LEAST_SHARE)
                        .sorted(
                                Comparator.comparingDouble(Favorite::share)
                                        .reversed()
                                        .thenComparing(Favorite::name))
                        .limit(MOST_FAVORITES)
                        .toList();
        return favorites.isEmpty()
                ? Optional.empty()
                : Optional.of(new Trait(finding.apply(favorites), because(used)));
    }

    private double weight(Bought one) {
        double halves = (double) Duration.between(one.at(), now).toHours() / HALF_LIFE.toHours();
        return Math.pow(0.5, halves);
    }

    /** In the currency that was paid in most. */
    private Optional<Trait> priceBand() {
        var paid =
                bought.stream()
                        .filter(one -> one.unitPrice().amount().signum() > 0)
                        .collect(Collectors.groupingBy(one -> one.unitPrice().currency()));
        return paid.entrySet().stream()
                .max(
                        Comparator.<Map.Entry<Currency, List<Bought>>>comparingInt(
                                        entry -> entry.getValue().size())
                                .thenComparing(entry -> entry.getKey().getCurrencyCode()))
                .map(Map.Entry::getValue)
                .filter(used -> used.size() >= LEAST_PRICES)
                .map(used -> {
                    var prices = used.stream().map(Bought::unitPrice).sorted().toList();
                    return new Trait(
                            new Finding.PriceBand(
                                    quartile(prices, 1), quartile(prices, 2), quartile(prices, 3)),
                            because(used));
                });
    }

    private static Money quartile(List<Money> sorted, int quarters) {
        return sorted.get((sorted.size() - 1) * quarters / 4);
    }

    private Optional<Trait> rhythm() {
        var days = bought.stream().map(TraitRules::day).distinct().toList();
        if (days.size() <= LEAST_GAPS) {
            return Optional.empty();
        }
        var gaps = new ArrayList<Integer>();
        for (int i = 1; i < days.size(); i++) {
            gaps.add((int) ChronoUnit.DAYS.between(days.get(i - 1), days.get(i)));
        }
        gaps.sort(Comparator.naturalOrder());
        int usual = gaps.get((gaps.size() - 1) / 2);
        return Optional.of(
                new Trait(
                        new Finding.Rhythm(
                                gaps.get((gaps.size() - 1) / 4),
                                usual,
                                gaps.get((gaps.size() - 1) * 3 / 4),
                                days.getLast().plusDays(usual)),
                        because(bought)));
    }

    /** Months are compared by how often they came round since the first purchase. */
    private Optional<Trait> season() {
        if (bought.isEmpty()) {
            return Optional.empty();
        }
        var first = YearMonth.from(day(bought.getFirst()));
        var last = YearMonth.from(now.atOffset(ZoneOffset.UTC));
        long months = ChronoUnit.MONTHS.between(first, last) + 1;
        if (months < LEAST_MONTHS) {
            return Optional.empty();
        }
        var days = new EnumMap<Month, Integer>(Month.class);
        bought.stream()
                .map(TraitRules::day)
                .distinct()
                .forEach(day -> days.merge(day.getMonth(), 1, Integer::sum));
        int all = days.values().stream().mapToInt(count -> count).sum();
        double usual = (double) all / months;
        var strong =
                days.entrySet().stream()
                        .filter(entry -> entry.getValue() >= LEAST_DAYS_IN_SEASON)
                        .filter(entry ->
                                entry.getValue()
                                        >= TWICE * usual * times(entry.getKey(), first, last))
                        .map(Map.Entry::getKey)
                        .toList();
        return strong.isEmpty()
                ? Optional.empty()
                : Optional.of(new Trait(new Finding.Season(strong), because(bought)));
    }

    private static long times(Month month, YearMonth first, YearMonth last) {
        return Stream.iterate(first, at -> !at.isAfter(last), at -> at.plusMonths(1))
                .filter(at -> at.getMonth() == month)
                .count();
    }

    private static LocalDate day(Bought one) {
        return one.at().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private Because because(List<Bought> used) {
        return new Because(
                "purchases", used.size(), used.getFirst().at(), used.getLast().at(), now, VERSION);
    }
}
