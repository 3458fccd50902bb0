package shopkeeper.benchmarks.micro;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
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
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.recommendation.Baskets;
import shopkeeper.domain.recommendation.Companion;
import shopkeeper.domain.recommendation.Counts;
import shopkeeper.domain.recommendation.PersonalHistory;
import shopkeeper.domain.recommendation.Slate;
import shopkeeper.domain.recommendation.SlateMaker;
import shopkeeper.domain.recommendation.SlateQuestion;

/** A slate for a customer with a history, out of generated baskets (seed 42). */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SlateBenchmark {
    private static final int PRODUCTS = 3_500;
    private static final int BASKETS = 20_000;
    private static final int COMPANIONS = 50;

    /** How many suggestions are wanted. */
    @Param({"4", "20"})
    public int limit;

    private final Map<ProductId, List<Companion>> companions = new HashMap<>();
    private final Baskets baskets = new Baskets();
    private final List<ProductId> products = new ArrayList<>();
    private PersonalHistory history = PersonalHistory.EMPTY;

    /** Few products are in most baskets, as in a shop. */
    @Setup
    public void learn() {
        var random = new Random(42);
        for (int i = 0; i < PRODUCTS; i++) {
            products.add(new ProductId("p" + i));
        }
        for (int basket = 0; basket < BASKETS; basket++) {
            var content = new HashMap<ProductId, BigDecimal>();
            for (int line = 1 + random.nextInt(30); line > 0; line--) {
                int product = (int) (PRODUCTS * Math.pow(random.nextDouble(), 3));
                content.put(products.get(product), BigDecimal.ONE);
            }
            baskets.learn(content.keySet());
            if (basket < 10) {
                history = history.bought(content);
            }
        }
        products.forEach(one -> companions.put(one, baskets.companions(one, COMPANIONS)));
    }

    @Benchmark
    public Slate slate() {
        return SlateMaker.slate(
                new Known(),
                new SlateQuestion(List.of(), Optional.of(history), _ -> true, _ -> true, limit));
    }

    private final class Known implements Counts {
        @Override
        public List<Companion> companions(ProductId product) {
            return companions.getOrDefault(product, List.of());
        }

        @Override
        public double popularity(ProductId product) {
            return baskets.popularity(product);
        }

        @Override
        public int baskets(ProductId product) {
            return baskets.baskets(product);
        }

        @Override
        public int products() {
            return baskets.products();
        }

        @Override
        public ProductId mostPopular(int rank) {
            return baskets.mostPopular(rank);
        }

        @Override
        public String nameOf(ProductId product) {
            return product.value();
        }
    }
}
