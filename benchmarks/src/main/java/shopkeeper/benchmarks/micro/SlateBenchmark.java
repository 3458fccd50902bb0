package shopkeeper.benchmarks.micro;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import shopkeeper.domain.catalog.Details;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.recommendation.CandidateModel;
import shopkeeper.domain.recommendation.Goods;
import shopkeeper.domain.recommendation.Language;
import shopkeeper.domain.recommendation.LiveVisits;
import shopkeeper.domain.recommendation.Occasion;
import shopkeeper.domain.recommendation.ProductNumbers;
import shopkeeper.domain.recommendation.Promoted;
import shopkeeper.domain.recommendation.SessionNeighbours;
import shopkeeper.domain.recommendation.Setting;
import shopkeeper.domain.recommendation.Shopper;
import shopkeeper.domain.recommendation.Slate;
import shopkeeper.domain.recommendation.SlateFilter;
import shopkeeper.domain.recommendation.SlateMaker;
import shopkeeper.domain.recommendation.SlatePolicies;
import shopkeeper.domain.recommendation.SlateQuestion;
import shopkeeper.domain.recommendation.Source;
import shopkeeper.domain.recommendation.Why;
import shopkeeper.domain.recommendation.Wishes;

/**
 * The rules of a slate, all of them at work, over six models that have their scores ready
 * (generated, seed 42): what the models themselves take is measured with them.
 */
@State(Scope.Benchmark)
@BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
// The flags of ./shopkeeper: another collector would be measured instead of the slate.
@Fork(
        value = 1,
        jvmArgs = {"-XX:+UseSerialGC", "-Xms64m", "-Xmx640m", "-XX:+UseCompactObjectHeaders"})
public class SlateBenchmark {
    private static final int VISITS = 50_000;
    private static final long IDLE = 1800;
    private static final CustomerId VISITOR = new CustomerId("visitor");

    /** How many suggestions are wanted. */
    @Param({"4", "20"})
    public int limit;

    @Param({"3500", "100000"})
    public int products;

    private final Goods goods = new Goods();
    private final List<CandidateModel> models = new ArrayList<>();
    private ProductNumbers numbers = ProductNumbers.NONE;
    private final List<SlateQuestion> questions = new ArrayList<>();
    private final LiveVisits visits = new LiveVisits(VISITS);

    private int clicks;

    @Setup
    public void open() {
        var random = new Random(42);
        var ids = IntStream.range(0, products).mapToObj(i -> new ProductId("p" + i)).toList();
        numbers = ProductNumbers.of(ids);
        var prices = new BigDecimal[products];
        for (int number = 0; number < products; number++) {
            prices[number] = BigDecimal.valueOf(100 + random.nextInt(2_000), 2);
            boolean replaced = random.nextInt(50) == 0;
            var details =
                    new Details(
                            Optional.of("brand " + random.nextInt(200)),
                            Optional.empty(),
                            random.nextInt(20) == 0 ? 18 : 0,
                            Optional.empty(),
                            random.nextInt(10) == 0,
                            Optional.of(BigDecimal.valueOf(random.nextInt(60), 2)));
            goods.put(
                    number,
                    new Product(
                            ids.get(number),
                            "Kind %d of %d in %d"
                                    .formatted(
                                            random.nextInt(40),
                                            random.nextInt(100),
                                            random.nextInt(30)),
                            Optional.of("category " + random.nextInt(products / 50)),
                            random.nextInt(100) > 0,
                            details),
                    replaced ? random.nextInt(products) : -1);
            goods.count(number, (int) (2_000 * Math.pow(random.nextDouble(), 6)));
        }
        for (Source source :
                List.of(
                        Source.BOUGHT_BEFORE,
                        Source.BOUGHT_TOGETHER,
                        Source.BASKET_NEIGHBOURS,
                        Source.TEXT,
                        Source.MATRIX,
                        Source.POPULAR)) {
            models.add(Ready.some(source, products, random));
        }
        for (int visit = 0; visit < VISITS; visit++) {
            int about = random.nextInt(products);
            for (int look = 0; look < 6; look++) {
                visits.looked(
                        new CustomerId("v-" + visit),
                        (int) ((about + 40 * Math.pow(random.nextDouble(), 3)) % products),
                        look,
                        IDLE);
            }
        }
        var stock = new boolean[products];
        for (int number = 0; number < products; number++) {
            stock[number] = random.nextInt(10) > 0;
        }
        var some = ids.subList(0, 40);
        for (int[] session : new int[][] {{}, {9, 12, 15, 9, 20}}) {
            questions.add(
                    new SlateQuestion(
                            new Shopper(
                                    new int[][] {{1, 2, 3}, {4, 5, 6}}, session, new int[] {7, 8}),
                            new Setting(
                                    List.of(ids.get(7)),
                                    List.of(ids.get(8)),
                                    Optional.of("category 3"),
                                    Optional.of("kind 7"),
                                    Language.GERMAN,
                                    0),
                            SlatePolicies.of(Occasion.PRODUCT_PAGE),
                            new SlateFilter(
                                    Set.of(),
                                    Set.of("category 5", "category 6"),
                                    Set.of(),
                                    Set.copyOf(some.subList(0, 10)),
                                    Optional.empty(),
                                    Optional.of(new BigDecimal("20.00")),
                                    SlateFilter.Bought.ANY),
                            new Promoted(some.subList(10, 12), some.subList(12, 20)),
                            new Wishes(
                                    Set.copyOf(some.subList(20, 25)),
                                    Set.copyOf(some.subList(25, 30)),
                                    Set.copyOf(some.subList(30, 35)),
                                    Set.copyOf(some.subList(35, 40))),
                            number -> stock[number],
                            number -> Optional.of(prices[number]),
                            limit));
        }
    }

    @Benchmark
    public Slate slate() {
        return SlateMaker.slate(goods, numbers, questions.getFirst(), models);
    }

    /** In a visit that goes on: what is alike is counted from it, and the visit grows. */
    @Benchmark
    public Slate session() {
        visits.looked(VISITOR, clicks++ % products, clicks / 5 * 2L * IDLE, IDLE);
        var all = new ArrayList<>(models);
        all.add(new SessionNeighbours(visits, Set.of()));
        return SlateMaker.slate(goods, numbers, questions.getLast(), all);
    }

    /** A model with its scores ready. */
    private record Ready(Source source, String version, Scores ready) implements CandidateModel {
        static Ready some(Source source, int products, Random random) {
            var scores = new float[products];
            boolean few = source == Source.BOUGHT_BEFORE || source == Source.BOUGHT_TOGETHER;
            for (int number = 0; number < products; number++) {
                scores[number] =
                        few && random.nextInt(50) > 0
                                ? 0
                                : (float) Math.pow(random.nextDouble(), 4);
            }
            return new Ready(source, "ready-1", new Scores(scores));
        }

        @Override
        public void score(Shopper shopper, float[] scores) {
            Arrays.fill(scores, 0);
            System.arraycopy(ready.all, 0, scores, 0, Math.min(ready.all.length, scores.length));
        }

        @Override
        public Optional<Why> why(Shopper shopper, int product) {
            return Optional.of(new Why(source.name(), 2, 0, List.of()));
        }
    }

    private static final class Scores {
        private final float[] all;

        Scores(float[] all) {
            this.all = all;
        }
    }
}
