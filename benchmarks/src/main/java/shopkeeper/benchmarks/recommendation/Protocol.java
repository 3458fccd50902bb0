package shopkeeper.benchmarks.recommendation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Makes the files of the public yardsticks: {@code Protocol DATA OUT}. Files with {@code
 * validation} in their name end with September 2011 and are what models are tuned on.
 */
public final class Protocol {
    private static final String OCTOBER = "2011-10-01";
    private static final String AUGUST = "2011-08-01";
    private static final String EVER = "9999";
    private static final int BASKETS = 3;

    private final Path out;

    private Protocol(Path out) {
        this.out = out;
    }

    public static void main(String[] args) throws IOException {
        var data = Path.of(args[0]);
        var protocol = new Protocol(Files.createDirectories(Path.of(args[1])));
        var retail = Line.onlineRetail(data.resolve("online-retail/online-retail.csv.gz"));
        protocol.newItems("retail-new", retail, OCTOBER, EVER);
        protocol.newItems("retail-new-validation", retail, AUGUST, OCTOBER);
        protocol.nextBasket("retail-next", retail, "", EVER);
        protocol.nextBasket("retail-next-validation", retail, AUGUST, OCTOBER);
        protocol.sessions("retail-session", retail);
        var journey =
                Line.completeJourney(data.resolve("complete-journey/transactions_sample.csv.gz"));
        protocol.nextBasket("journey-next", journey, "", EVER);
    }

    /** How many baskets held it is an item's count. */
    private void newItems(String name, List<Line> lines, String from, String to)
            throws IOException {
        var train = new TreeMap<String, Map<String, Set<String>>>();
        lines.stream()
                .filter(line -> line.time().compareTo(from) < 0)
                .forEach(line ->
                        train.computeIfAbsent(line.user(), _ -> new TreeMap<>())
                                .computeIfAbsent(line.item(), _ -> new TreeSet<>())
                                .add(line.basket()));
        var items =
                train.values().stream()
                        .flatMap(of -> of.keySet().stream())
                        .collect(Collectors.toSet());
        var test = new TreeSet<String>();
        lines.stream()
                .filter(line -> line.time().compareTo(from) >= 0 && line.time().compareTo(to) < 0)
                .filter(line -> train.containsKey(line.user()) && items.contains(line.item()))
                .filter(line -> !train.getOrDefault(line.user(), Map.of()).containsKey(line.item()))
                .forEach(line -> test.add("%s\t%s\t1".formatted(line.user(), line.item())));
        var learned = new ArrayList<String>();
        train.forEach((user, of) ->
                of.forEach((item, baskets) ->
                        learned.add("%s\t%s\t%d".formatted(user, item, baskets.size()))));
        write(name + "-train.tsv", learned);
        write(name + "-test.tsv", test);
    }

    /** The last basket of everybody with three, if it was not before {@code from}. */
    private void nextBasket(String name, List<Line> lines, String from, String to)
            throws IOException {
        var users = new TreeMap<String, Map<String, Set<String>>>();
        lines.stream()
                .filter(line -> line.time().compareTo(to) < 0)
                .forEach(line ->
                        users.computeIfAbsent(line.user(), _ -> new TreeMap<>())
                                .computeIfAbsent(line.basket(), _ -> new TreeSet<>())
                                .add(line.item()));
        var train = new ArrayList<String>();
        var test = new ArrayList<String>();
        users.forEach((user, of) -> {
            var baskets = new ArrayList<>(of.entrySet());
            if (baskets.size() >= BASKETS) {
                var last = baskets.getLast();
                boolean asked = last.getKey().compareTo(from) >= 0;
                var contents = baskets.stream().map(Map.Entry::getValue).toList();
                train.add(json(user, asked ? contents.subList(0, contents.size() - 1) : contents));
                if (asked) {
                    test.add(json(user, List.of(last.getValue())));
                }
            }
        });
        write(name + "-train.json", List.of("{" + String.join(",\n", train) + "}"));
        write(name + "-test.json", List.of("{" + String.join(",\n", test) + "}"));
    }

    /** Invoices of 2 to 30 lines as sessions, the last tenth asked: real orders, no real clicks. */
    private void sessions(String name, List<Line> lines) throws IOException {
        var invoices = new TreeMap<String, List<String>>();
        lines.forEach(line ->
                invoices.computeIfAbsent(line.basket(), _ -> new ArrayList<>()).add(line.item()));
        var sessions =
                invoices.values().stream()
                        .filter(items -> items.size() >= 2 && items.size() <= 30)
                        .map(items -> String.join("\t", items))
                        .toList();
        int learned = sessions.size() * 9 / 10;
        write(name + "-train.txt", sessions.subList(0, learned));
        write(name + "-test.txt", sessions.subList(learned, sessions.size()));
    }

    private static String json(String user, List<Set<String>> baskets) {
        return baskets.stream()
                .map(basket ->
                        basket.stream()
                                .map(item -> "\"" + item + "\"")
                                .collect(Collectors.joining(",", "[", "]")))
                .collect(Collectors.joining(",", "\"" + user + "\":[", "]"));
    }

    private void write(String name, Iterable<String> lines) throws IOException {
        Files.write(out.resolve(name), lines);
    }
}
