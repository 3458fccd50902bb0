package shopkeeper.acceptance;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.TestCaseFinished;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shopkeeper.acceptance.drivers.Way;

/** Which scenario ran in which channel, and how it ended; an empty cell is a promise not kept. */
public final class DriverTable implements ConcurrentEventListener {
    private static final Map<String, Map<Way, String>> CELLS = new ConcurrentSkipListMap<>();

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(TestCaseFinished.class, DriverTable::note);
    }

    public static Map<String, Map<Way, String>> cells() {
        return new TreeMap<>(CELLS);
    }

    /** Only what must hold in every channel. */
    public static Map<String, Map<Way, String>> acrossChannels() {
        return cells().entrySet().stream()
                .filter(row -> row.getKey().startsWith("across_channels/"))
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                Map.Entry::getValue,
                                (one, _) -> one,
                                TreeMap::new));
    }

    public static String text(Map<String, Map<Way, String>> rows) {
        return rows.entrySet().stream()
                .map(row ->
                        "%-110s%s"
                                .formatted(
                                        row.getKey(),
                                        Stream.of(Way.values())
                                                .map(way ->
                                                        " | %-10s %-8s"
                                                                .formatted(
                                                                        way,
                                                                        row.getValue()
                                                                                .getOrDefault(
                                                                                        way, "")))
                                                .collect(Collectors.joining())))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static void note(TestCaseFinished finished) {
        var scenario = finished.getTestCase();
        var path = scenario.getUri().toString();
        var feature = path.substring(path.lastIndexOf('/', path.lastIndexOf('/') - 1) + 1);
        var row =
                feature + ": " + scenario.getName() + " (" + scenario.getLocation().getLine() + ")";
        CELLS.computeIfAbsent(row, _ -> new EnumMap<>(Way.class))
                .put(Scene.playing(), finished.getResult().getStatus().name());
    }
}
