package shopkeeper.benchmarks.recommendation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import shopkeeper.application.kernel.Logged;
import shopkeeper.application.recommendation.RecommendationModule;
import shopkeeper.application.recommendation.SlateRequest;
import shopkeeper.domain.catalog.CatalogEvent.ProductListed;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.recommendation.Candidate;
import shopkeeper.domain.recommendation.Slate;
import shopkeeper.domain.recommendation.Source;
import shopkeeper.domain.recommendation.Suggestion;
import shopkeeper.learning.algebra.Crew;
import shopkeeper.learning.ranking.Boosting;
import shopkeeper.learning.ranking.BoostingSettings;
import shopkeeper.learning.recommendation.EaseSettings;
import shopkeeper.learning.recommendation.LearnedModels;

/**
 * How well slates suggest as they are served: a shop's year is lived once more, and before each
 * purchase of some months whoever comes is asked about. {@code ServedSlates DATA FROM TO [tune]}.
 */
public final class ServedSlates {
    private static final int SHOWN = 10;
    private static final int POOL = 100;
    private static final int EVERY = 3;
    private static final int ROUNDS = 3;
    private static final double WORTH_IT = 1.001;
    private static final double[] STEPS = {0, .02, .05, .1, .2, .35, .6, 1, 1.6, 2.5};

    private final PrintStream out;
    private final RecommendationModule module;
    private final Map<Who, List<Asked>> asked = new TreeMap<>();
    private final Map<Who, List<Long>> took = new TreeMap<>();
    private long position;

    /** Who is asked about, and where. */
    enum Who {
        KNOWN_AT_HOME,
        NOBODY_AT_HOME,
        NOBODY_ON_A_PAGE,
        KNOWN_ON_A_PAGE
    }

    /** What each model said of the candidates, what was shown, and what was bought then. */
    private record Asked(List<Rated> pool, List<ProductId> shown, Set<ProductId> came) {}

    private record Rated(ProductId product, Map<Source, Double> shares) {}

    private ServedSlates(PrintStream out, RecommendationModule module) {
        this.out = out;
        this.module = module;
    }

    public static void main(String[] args) throws IOException {
        var file = Path.of(args[0]).resolve("online-retail/online-retail.csv.gz");
        try (var crew = new Crew(1)) {
            var models = new LearnedModels(crew);
            var module =
                    new RecommendationModule(
                            List.of(all -> models.matrix(all.pairs(), EaseSettings.DEFAULT)),
                            new Boosting(BoostingSettings.DEFAULT),
                            models::texts);
            var served = new ServedSlates(System.out, module);
            served.live(file, args[1], args[2]);
            served.tell();
            if (args.length > 3) {
                served.tune();
            }
        }
    }

    private void live(Path file, String from, String to) throws IOException {
        var lines = Line.onlineRetail(file);
        var baskets = Basket.of(lines);
        list(lines, Moment.at(baskets.getFirst().at()));
        module.texts().whenChanged();
        int turn = 0;
        int month = -1;
        for (Basket basket : baskets) {
            var day = basket.day().toString();
            if (day.compareTo(to) >= 0) {
                return;
            }
            if (day.compareTo(from) >= 0) {
                if (month != basket.day().getMonthValue()) {
                    month = basket.day().getMonthValue();
                    out.println(module.retraining().whenDue(basket.at()));
                }
                if (turn++ % EVERY == 0 && basket.items().size() >= 3) {
                    ask(basket);
                }
            }
            remember(basket.purchase());
        }
    }

    private void list(List<Line> lines, Moment at) {
        var listed = new HashSet<String>();
        for (Line line : lines) {
            if (listed.add(line.item())) {
                var name = line.name().isBlank() ? line.item() : line.name();
                var product = new Product(new ProductId(line.item()), name, Optional.empty(), true);
                remember(new ProductListed(product, at));
            }
        }
    }

    private void ask(Basket basket) {
        var items = List.copyOf(basket.items());
        var rest = new LinkedHashSet<>(items.subList(1, items.size()));
        var page = List.of(items.getFirst());
        var known = Set.of(basket.customer());
        var at = basket;
        ask(Who.KNOWN_AT_HOME, known, List.of(), at, new LinkedHashSet<>(items));
        ask(Who.NOBODY_AT_HOME, Set.of(), List.of(), at, new LinkedHashSet<>(items));
        ask(Who.NOBODY_ON_A_PAGE, Set.of(), page, at, rest);
        ask(Who.KNOWN_ON_A_PAGE, known, page, at, rest);
    }

    private void ask(
            Who who, Set<CustomerId> person, List<ProductId> page, Basket at, Set<ProductId> came) {
        var now = at.at();
        long began = System.nanoTime();
        var shown = slate(person, page, now, SHOWN);
        took.computeIfAbsent(who, _ -> new ArrayList<>()).add(System.nanoTime() - began);
        var pool =
                slate(person, page, now, POOL).pool().candidates().stream()
                        .map(ServedSlates::rated)
                        .toList();
        asked.computeIfAbsent(who, _ -> new ArrayList<>())
                .add(
                        new Asked(
                                pool,
                                shown.suggestions().stream().map(Suggestion::product).toList(),
                                came));
    }

    private Slate slate(Set<CustomerId> person, List<ProductId> page, Instant now, int limit) {
        return module.recommend()
                .slate(SlateRequest.plain(person, page, Optional.empty(), now, limit));
    }

    private static Rated rated(Candidate candidate) {
        var shares = new EnumMap<Source, Double>(Source.class);
        candidate.estimates().forEach(one -> shares.put(one.source(), one.score() / one.best()));
        return new Rated(candidate.product(), shares);
    }

    private void tell() {
        asked.forEach((who, some) -> {
            double recall = 0;
            double gain = 0;
            for (Asked one : some) {
                recall +=
                        (double) one.shown().stream().filter(one.came()::contains).count()
                                / one.came().size();
                gain += ndcg(one.shown(), one.came());
            }
            out.printf(
                    Locale.ROOT,
                    "%s: %d asked, Recall@10 %.4f, NDCG@10 %.4f%n",
                    who,
                    some.size(),
                    recall / some.size(),
                    gain / some.size());
            var times = took.getOrDefault(who, List.of()).stream().sorted().toList();
            out.printf(
                    Locale.ROOT,
                    "    took p50 %.2f ms, p99 %.2f ms%n",
                    times.get(times.size() / 2) / 1e6,
                    times.get(times.size() * 99 / 100) / 1e6);
            for (Source source : Source.values()) {
                double alone = value(some, Map.of(source, 1.0));
                if (alone > 0) {
                    out.printf(Locale.ROOT, "    %-20s alone %.4f%n", source, alone);
                }
            }
        });
    }

    private static double ndcg(List<ProductId> shown, Set<ProductId> came) {
        double gain = 0;
        double best = 0;
        for (int rank = 0; rank < SHOWN; rank++) {
            double worth = Math.log(2) / Math.log(rank + 2.0);
            gain += rank < shown.size() && came.contains(shown.get(rank)) ? worth : 0;
            best += rank < came.size() ? worth : 0;
        }
        return gain / best;
    }

    private static double value(List<Asked> some, Map<Source, Double> weights) {
        double sum = 0;
        for (Asked one : some) {
            var best =
                    one.pool().stream()
                            .map(rated -> Map.entry(rated.product(), score(rated, weights)))
                            .filter(entry -> entry.getValue() > 0)
                            .sorted(Map.Entry.<ProductId, Double>comparingByValue().reversed())
                            .limit(SHOWN)
                            .map(Map.Entry::getKey)
                            .toList();
            sum += ndcg(best, one.came());
        }
        return sum / some.size();
    }

    private static double score(Rated rated, Map<Source, Double> weights) {
        return rated.shares().entrySet().stream()
                .mapToDouble(said -> weights.getOrDefault(said.getKey(), 0.0) * said.getValue())
                .sum();
    }

    /** Moves one weight after the other as long as that makes the slates better. */
    private void tune() {
        asked.forEach((who, some) -> {
            var weights = new EnumMap<Source, Double>(Source.class);
            for (Source source : Source.values()) {
                weights.put(source, .2);
            }
            double best = value(some, weights);
            for (int round = 0; round < ROUNDS; round++) {
                for (Source source : Source.values()) {
                    best = move(source, weights, some, best);
                }
            }
            out.printf(Locale.ROOT, "%s tuned: NDCG@10 %.4f with %s%n", who, best, weights);
        });
    }

    private static double move(
            Source source, Map<Source, Double> weights, List<Asked> some, double before) {
        double best = before;
        double kept = weights.getOrDefault(source, 0.0);
        for (double step : STEPS) {
            weights.put(source, step);
            double reached = value(some, weights);
            if (reached > best * WORTH_IT) {
                best = reached;
                kept = step;
            }
        }
        weights.put(source, kept);
        return best;
    }

    private void remember(Fact fact) {
        module.memory()
                .remember(
                        new Logged<>(
                                new Position(++position),
                                new MessageId("year", "m-" + position),
                                fact));
    }
}
