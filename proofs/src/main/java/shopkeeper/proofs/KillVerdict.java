package shopkeeper.proofs;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the ledger client wrote down, held against the log and against what the shop tells. */
final class KillVerdict {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ShopProcess shop;
    private final String store = LedgerShop.STORE;
    private final String day = LedgerShop.DAY;
    private final Books books;
    private final Findings findings;

    KillVerdict(ShopProcess shop, Books books, Findings findings) {
        this.shop = shop;
        this.books = books;
        this.findings = findings;
    }

    void speak() throws SQLException, IOException {
        awaitWhatTheBrokerHolds();
        Map<String, Integer> effects = effects();
        long lost =
                books.acknowledged().values().stream()
                        .filter(done -> !effects.containsKey(done.tag(store, day)))
                        .count();
        long doubled = effects.values().stream().filter(count -> count > 1).count();
        Set<String> meant =
                books.meant().values().stream()
                        .map(one -> one.tag(store, day))
                        .collect(Collectors.toSet());
        long strange =
                effects.keySet().stream()
                        .filter(tag ->
                                tag.startsWith("message:web:web/r")
                                        || tag.startsWith("message:receipt/"))
                        .filter(tag -> !meant.contains(tag))
                        .count();
        findings.say(
                "  found: %,d acknowledged, of which %,d sales; %,d effects in the log"
                        .formatted(books.acknowledged().size(), books.sales(), effects.size()));
        findings.expect("acknowledged and lost", 0, lost);
        findings.expect("counted more than once", 0, doubled);
        findings.expect("in the log, but never meant", 0, strange);
        findings.expect(
                "never answered to the end", 0, books.meant().size() - books.acknowledged().size());
        findings.expect("repeated and answered otherwise", 0, books.count("other"));
        findings.expect("contradicted in silence", 0, books.count("silent"));
        findings.expect(
                "repeated (%,d) and contradicted (%,d)"
                        .formatted(books.count("same"), books.count("conflict")),
                books.count("same") > 0 && books.count("conflict") > 0);
        askTheShop();
    }

    /** What MQTT acknowledged may still lie in the broker's journal. */
    private void awaitWhatTheBrokerHolds() throws SQLException {
        long sales = books.sales();
        try (Connection connection = shop.postgres().connect()) {
            Wait.until(
                    "the sales that the broker acknowledged",
                    PATIENCE,
                    () -> {
                        try {
                            return count(connection) >= sales || isQuiet(connection);
                        } catch (SQLException e) {
                            throw new IllegalStateException(e);
                        }
                    });
        }
    }

    private static long count(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "select count(*) from event where name = 'behavior.purchase-recorded'")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Nothing more has come for five seconds: what is missing now is lost. */
    private static boolean isQuiet(Connection connection) throws SQLException {
        long before = count(connection);
        Wait.pause(Duration.ofSeconds(5));
        return count(connection) == before;
    }

    private Map<String, Integer> effects() throws SQLException {
        Map<String, Integer> effects = new HashMap<>();
        try (Connection connection = shop.postgres().connect();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select t.tag, count(*) from event_tag t join event e using (position)
                                where t.tag like 'message:%' and (e.name like 'consent.%' or e.name like 'behavior.%')
                                group by t.tag\
                                """)) {
            while (rows.next()) {
                effects.put(rows.getString(1), rows.getInt(2));
            }
        }
        return effects;
    }

    /** By its own doors: the day of the store, and what each customer said last. */
    private void askTheShop() throws IOException {
        String admin = shop.key("admin");
        String path = "/v1/stores/" + store + "/days/" + day;
        Wait.until(
                "the store's day",
                PATIENCE,
                () -> {
                    try {
                        return number("receipts", shop.get(path, admin).body()) >= books.sales();
                    } catch (IOException e) {
                        return false;
                    }
                });
        String told = shop.get(path, admin).body();
        findings.expect("sales on the store's day", books.sales(), number("receipts", told));
        findings.expect(
                "pence on the store's day",
                books.pence(),
                Long.parseLong(
                        field("\"sales\":\\{\"amount\":\"([0-9.]+)\"", told).replace(".", "")));
        long wrong = 0;
        for (var word : books.lastWord().entrySet()) {
            String standing =
                    shop.get("/v1/profiles/" + word.getKey() + "/consents", shop.key("web")).body();
            if (!field("\"choice\":\"([A-Z]+)\"", standing).equals(word.getValue())) {
                wrong++;
            }
        }
        findings.expect(
                "customers (of %,d) whose last word does not stand"
                        .formatted(books.lastWord().size()),
                0,
                wrong);
    }

    private static long number(String name, String json) {
        String found = field("\"" + name + "\":(\\d+)", json);
        return found.isEmpty() ? 0 : Long.parseLong(found);
    }

    private static String field(String pattern, String json) {
        var found = Pattern.compile(pattern).matcher(json);
        return found.find() ? found.group(1) : "";
    }
}
