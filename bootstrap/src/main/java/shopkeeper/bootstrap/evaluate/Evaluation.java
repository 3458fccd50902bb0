package shopkeeper.bootstrap.evaluate;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import shopkeeper.domain.recommendation.Best;
import shopkeeper.domain.recommendation.Blend;
import shopkeeper.domain.recommendation.Interval;
import shopkeeper.domain.recommendation.RankerTrainer;
import shopkeeper.domain.recommendation.Trainer;
import shopkeeper.domain.recommendation.TunedBlend;
import shopkeeper.files.evaluation.Ids;

/** Trains on one file, answers for the other, and tells how well and at what cost. */
public final class Evaluation {
    private static final double NANOS = 1e9;

    private final Task task;
    private final int top;
    private final long seed;
    private final PrintStream out;

    public Evaluation(Task task, int top, long seed, PrintStream out) {
        this.task = task;
        this.top = top;
        this.seed = seed;
        this.out = out;
    }

    /**
     * @param more models beside those that count
     * @param ranking learns to put together what models say
     */
    public void run(
            Path train, Path test, Path answers, List<Trainer> more, RankerTrainer ranking) {
        var items = new Ids();
        var exam = new Exams(train, test, items, more, ranking).of(task);
        out.printf(
                Locale.ROOT,
                "%s: %s; %,d questions%n",
                task.word(),
                exam.learned(),
                exam.questions().size());
        if (exam.unknown() > 0) {
            out.printf(
                    Locale.ROOT,
                    "%,d users are not in the training file: they are suggested what is popular%n",
                    exam.unknown());
        }
        var tuned = train(exam);
        double[] seconds = new double[exam.questions().size()];
        int[][] ranked = rank(tuned.blend(), exam, seconds);
        out.println();
        measure(exam, ranked);
        Arrays.sort(seconds);
        out.printf(
                Locale.ROOT,
                "request: p50 %.3f ms, p99 %.3f ms (one at a time on each core)%n",
                1000 * seconds[seconds.length / 2],
                1000 * seconds[(int) (seconds.length * .99)]);
        out.printf(Locale.ROOT, "peak memory of the process: %s%n", peakMemory());
        var file = Answers.of(answers, items, exam.questions());
        int lines = file.write(exam.questions(), ranked, top);
        out.printf(
                Locale.ROOT,
                "%,d lines of at most %d items are in %s, with a %s between%n",
                lines,
                top,
                answers,
                file.tabs() ? "tab" : "space");
    }

    private TunedBlend train(Exam exam) {
        long started = System.nanoTime();
        long cpu = cpu();
        var tuned = exam.training().apply(seed);
        double wall = (System.nanoTime() - started) / NANOS;
        double spent = (cpu() - cpu) / NANOS;
        out.printf(
                Locale.ROOT,
                "policy %s, seed %d: weight, on a held-out slice alone, model%n",
                TunedBlend.POLICY,
                seed);
        for (var one : tuned.alone()) {
            out.printf(
                    Locale.ROOT, "  %5.2f  %.4f  %s%n", one.weight(), one.reached(), one.version());
        }
        out.printf(Locale.ROOT, "   all   %.4f  together%n", tuned.reached());
        tuned.ranked()
                .ifPresent(also ->
                        out.printf(
                                Locale.ROOT,
                                "%7.2f  boosted trees, beside 1 for all of these; learned from %,d held-out candidates, %,d of which came%n",
                                also.weight(),
                                also.candidates(),
                                also.came()));
        out.printf(
                Locale.ROOT,
                "training, choice of weights included: %.2f s, %.2f CPU seconds of the process%n",
                wall,
                spent);
        return tuned;
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private int[][] rank(Blend blend, Exam exam, double[] seconds) {
        var scores = ThreadLocal.withInitial(() -> new float[exam.products()]);
        return IntStream.range(0, exam.questions().size())
                .parallel()
                .mapToObj(i -> {
                    var asked = exam.questions().get(i);
                    var shopper = asked.shopper().get();
                    long started = System.nanoTime();
                    blend.score(shopper, scores.get());
                    asked.owned().forEach(product -> scores.get()[product] = 0);
                    int[] best = Best.of(scores.get(), Math.max(top, 100));
                    seconds[i] = (System.nanoTime() - started) / NANOS;
                    return best;
                })
                .toArray(int[][]::new);
    }

    /** Users without anything that came, such as a session of one item, say nothing. */
    private void measure(Exam exam, int[][] ranked) {
        int users = 1 + exam.questions().stream().mapToInt(Asked::user).max().orElse(-1);
        for (var measure : Measure.of(task)) {
            double[] sums = new double[users];
            double[] tries = new double[users];
            for (int i = 0; i < ranked.length; i++) {
                var asked = exam.questions().get(i);
                if (!asked.came().isEmpty()) {
                    sums[asked.user()] += measure.of().applyAsDouble(ranked[i], asked.came());
                    tries[asked.user()]++;
                }
            }
            var interval = interval(sums, tries);
            out.printf(
                    Locale.ROOT,
                    "%-10s %.4f   (95 %% of draws of users: %.4f to %.4f)%n",
                    measure.name(),
                    interval.mean(),
                    interval.low(),
                    interval.high());
        }
        var shown = new HashSet<Integer>();
        for (int[] one : ranked) {
            Arrays.stream(one).limit(task.shown()).forEach(shown::add);
        }
        out.printf(
                Locale.ROOT,
                "coverage@%d %.1f %% of the items that training knows%n",
                task.shown(),
                100.0 * shown.size() / exam.products());
    }

    private Interval interval(double[] sums, double[] tries) {
        int[] asked = IntStream.range(0, tries.length).filter(i -> tries[i] > 0).toArray();
        return Interval.of(
                Arrays.stream(asked).mapToDouble(i -> sums[i]).toArray(),
                Arrays.stream(asked).mapToDouble(i -> tries[i]).toArray(),
                seed);
    }

    private static String peakMemory() {
        try (var status = Files.lines(Path.of("/proc/self/status"))) {
            return status.filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .map(kib -> Long.parseLong(kib) / 1024 + " MiB")
                    .findFirst()
                    .orElse("not told by this system");
        } catch (IOException _) {
            return "not told by this system";
        }
    }
}
