package shopkeeper.benchmarks.models;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import shopkeeper.domain.recommendation.CandidateModel;
import shopkeeper.domain.recommendation.Interactions;
import shopkeeper.domain.recommendation.ItemNeighbours;
import shopkeeper.domain.recommendation.Pairs;
import shopkeeper.domain.recommendation.RankerTrainer;
import shopkeeper.domain.recommendation.Shopper;
import shopkeeper.domain.recommendation.TunedBlend;
import shopkeeper.learning.algebra.Crew;
import shopkeeper.learning.recommendation.EaseSettings;
import shopkeeper.learning.recommendation.FactorSettings;
import shopkeeper.learning.recommendation.LearnedModels;

/** Trains on a generated shop of 100,000 customers, and ranks 100,000 products. */
public final class Scale {
    private static final double NANOS = 1e9;
    private static final int SLATE = 20;
    private static final int ASKED = 3000;
    private static final int ROUNDS = 3;

    private final LearnedModels models;
    private final PrintStream out;

    /** What each training took in each round. */
    private final Map<String, List<Spent>> spent = new LinkedHashMap<>();

    private record Spent(int lines, double seconds, double cpuSeconds) {}

    private Scale(LearnedModels models, PrintStream out) {
        this.models = models;
        this.out = out;
    }

    public static void main(String[] args) throws IOException {
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        int lines = args.length > 0 ? Integer.parseInt(args[0]) : 10_000_000;
        try (var crew = Crew.ofThisMachine()) {
            var scale = new Scale(new LearnedModels(crew), System.out);
            for (int round = 1; round <= ROUNDS; round++) {
                scale.trainings(lines, seed);
            }
            scale.medians();
            scale.slates(seed);
        }
        System.out.printf("peak memory of the process: %s%n", peakMemory());
    }

    /** A quarter of the lines, half of them, all of them: so that it shows how the cost grows. */
    private void trainings(int lines, long seed) {
        var shop = new GeneratedShop(100_000, 20_000, seed);
        for (int part : new int[] {4, 2, 1}) {
            Interactions all = shop.interactions(lines / part);
            timed(
                    "next basket, its models weighed",
                    all.lines(),
                    () -> TunedBlend.nextBasket(all, RankerTrainer.NONE, seed));
            timed("item neighbours", all.lines(), () -> ItemNeighbours.ofCustomers(all, 20, 100));
            Pairs pairs = timed("pairs", all.lines(), all::pairs);
            timed(
                    "implicit ALS, %d rounds".formatted(FactorSettings.DEFAULT.rounds()),
                    all.lines(),
                    () -> models.factors(pairs, FactorSettings.DEFAULT));
            if (part == 1) {
                timed(
                        "EASE of the 10,000 most bought",
                        all.lines(),
                        () -> models.matrix(pairs, EaseSettings.DEFAULT));
            }
        }
    }

    private <T> T timed(String what, int lines, Supplier<T> work) {
        long cpu = cpu();
        long started = System.nanoTime();
        T made = work.get();
        var took = new Spent(lines, (System.nanoTime() - started) / NANOS, (cpu() - cpu) / NANOS);
        spent.computeIfAbsent("%-32s %,11d lines".formatted(what, lines), _ -> new ArrayList<>())
                .add(took);
        return made;
    }

    private void medians() {
        out.printf("100,000 customers, 20,000 products, medians of %d rounds%n", ROUNDS);
        spent.forEach((what, rounds) -> {
            double cpu = median(rounds, Spent::cpuSeconds);
            out.printf(
                    "  %s  %7.2f s  %7.2f CPU s  %6.2f CPU us a line%n",
                    what,
                    median(rounds, Spent::seconds),
                    cpu,
                    1e6 * cpu / rounds.getFirst().lines());
        });
    }

    private static double median(List<Spent> rounds, ToDoubleFunction<Spent> figure) {
        return rounds.stream()
                .mapToDouble(figure)
                .sorted()
                .skip(rounds.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    /** What may not be shown is taken out before ranking. */
    private void slates(long seed) {
        int products = 100_000;
        var shop = new GeneratedShop(20_000, products, seed);
        Interactions all = shop.interactions(1_000_000);
        CandidateModel model = models.factors(all.pairs(), FactorSettings.DEFAULT);
        var eligible = new BitSet(products);
        var random = new SplittableRandom(seed);
        for (int product = 0; product < products; product++) {
            eligible.set(product, random.nextInt(3) > 0);
        }
        var scores = new float[products];
        var times = new long[ASKED];
        for (int warm = 0; warm < 2; warm++) {
            for (int i = 0; i < ASKED; i++) {
                Shopper shopper = all.shopper(random.nextInt(all.customers()));
                long started = System.nanoTime();
                model.score(shopper, scores);
                int[] slate = best(scores, eligible);
                times[i] = System.nanoTime() - started;
                if (slate.length < SLATE) {
                    throw new IllegalStateException("a slate of " + slate.length);
                }
            }
        }
        Arrays.sort(times);
        out.printf(
                "slate of %d from 100,000 products, two thirds eligible: p50 %.2f, p99 %.2f, max %.2f ms (%,d asked)%n",
                SLATE,
                times[ASKED / 2] / 1e6,
                times[ASKED * 99 / 100] / 1e6,
                times[ASKED - 1] / 1e6,
                ASKED);
    }

    /** The highest first; the lowest kept one is the bar that the next must pass. */
    private static int[] best(float[] scores, BitSet eligible) {
        var best = new int[SLATE];
        int size = 0;
        for (int product = eligible.nextSetBit(0);
                product >= 0;
                product = eligible.nextSetBit(product + 1)) {
            if (size == SLATE && !(scores[product] > scores[best[SLATE - 1]])) {
                continue;
            }
            int at = size < SLATE ? size++ : SLATE - 1;
            for (; at > 0 && scores[best[at - 1]] < scores[product]; at--) {
                best[at] = best[at - 1];
            }
            best[at] = product;
        }
        return Arrays.copyOf(best, size);
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static String peakMemory() throws IOException {
        try (var status = Files.lines(Path.of("/proc/self/status"))) {
            return status.filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MiB")
                    .findFirst()
                    .orElse("not told by this system");
        }
    }
}
