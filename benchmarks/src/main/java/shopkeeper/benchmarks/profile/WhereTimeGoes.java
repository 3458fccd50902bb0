package shopkeeper.benchmarks.profile;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Reads a recording of Java Flight Recorder and prints in percent which of our own steps the time
 * and the memory went to: a sample belongs to the innermost frame of ours.
 */
public final class WhereTimeGoes {
    private static final int LINES = 20;
    private static final double SHOWN_FROM = .5;

    private final Optional<String> below;
    private final Map<String, Double> time = new HashMap<>();
    private final Map<String, Double> memory = new HashMap<>();
    private double pausedMillis;

    private WhereTimeGoes(Optional<String> below) {
        this.below = below;
    }

    /**
     * @param args the recording, and a method that must be on the stack, such as SlateMaker.slate
     */
    public static void main(String[] args) throws IOException {
        var where = new WhereTimeGoes(args.length > 1 ? Optional.of(args[1]) : Optional.empty());
        try (var recording = new RecordingFile(Path.of(args[0]))) {
            while (recording.hasMoreEvents()) {
                where.take(recording.readEvent());
            }
        }
        where.print(System.out);
    }

    private void take(RecordedEvent event) {
        switch (event.getEventType().getName()) {
            case "jdk.ExecutionSample" -> count(time, event, 1);
            case "jdk.ObjectAllocationSample" ->
                    count(memory, event, (double) event.getLong("weight"));
            case "jdk.GCPhasePause" -> pausedMillis += event.getDuration().toNanos() / 1e6;
            default -> {}
        }
    }

    private void count(Map<String, Double> counts, RecordedEvent event, double much) {
        var trace = event.getStackTrace();
        if (trace == null) {
            return;
        }
        var names = trace.getFrames().stream().map(WhereTimeGoes::name).toList();
        int from =
                below.map(method ->
                                IntStream.range(0, names.size())
                                        .filter(at -> names.get(at).endsWith("." + method))
                                        .findFirst()
                                        .orElse(-1))
                        .orElse(names.size() - 1);
        if (from >= 0) {
            counts.merge(ours(names.subList(0, from + 1)), much, Double::sum);
        }
    }

    private static String ours(List<String> names) {
        return names.stream()
                .filter(name ->
                        name.startsWith("shopkeeper.") && !name.startsWith("shopkeeper.benchmarks"))
                .map(name -> name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1))
                .findFirst()
                .orElse("(others)");
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }

    private void print(PrintStream out) {
        print(out, "time", time);
        print(out, "memory", memory);
        out.printf(Locale.ROOT, "%nthe collector stopped everybody for %.0f ms%n", pausedMillis);
    }

    private static void print(PrintStream out, String what, Map<String, Double> counts) {
        double all = counts.values().stream().mapToDouble(one -> one).sum();
        out.printf(Locale.ROOT, "%n%s, of %.0f%n", what, all);
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .filter(one -> 100 * one.getValue() / all >= SHOWN_FROM)
                .limit(LINES)
                .forEach(one ->
                        out.printf(
                                Locale.ROOT,
                                "%5.1f %%  %s%n",
                                100 * one.getValue() / all,
                                one.getKey()));
    }
}
