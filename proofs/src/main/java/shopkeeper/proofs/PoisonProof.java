package shopkeeper.proofs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import shopkeeper.persistence.schema.Database;

/**
 * Promise 6: one message in a hundred is of no use, on every way in and for every view; each of
 * them is refused or parked, none is lost, and no other waits for it.
 */
final class PoisonProof {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int EACH = 100;

    private final Program program;
    private final Path folder;
    private final Plan plan;
    private final Findings findings;

    record Plan(long seed, int writes) {}

    PoisonProof(Program program, Path folder, Plan plan, Findings findings) {
        this.program = program;
        this.folder = folder;
        this.plan = plan;
        this.findings = findings;
    }

    void run() {
        findings.say(
                "poison: seed %d, at least %,d acknowledged writes, and one of %d is of no use"
                        .formatted(plan.seed, plan.writes, EACH));
        try (var shop = new ShopProcess(program, folder.resolve("data"))) {
            var _ = shop.start();
            onEveryWayIn(shop);
            forEveryView(shop);
        } catch (IOException e) {
            throw new UncheckedIOException("the platform does not answer", e);
        } catch (SQLException e) {
            throw new IllegalStateException("the log cannot be asked", e);
        }
    }

    private void onEveryWayIn(ShopProcess shop) throws IOException, SQLException {
        var set = new LedgerShop(shop, folder);
        set.openStore();
        var settings = set.settings(plan.seed, plan.writes / 2, 16);
        settings.setProperty("poison", Integer.toString(EACH));
        try (var ledger = LedgerProcess.start(program, folder, settings)) {
            Wait.until(
                    "%,d acknowledged writes".formatted(plan.writes),
                    PATIENCE,
                    () -> ledger.acknowledged() >= plan.writes);
            ledger.finish(PATIENCE);
            findings.say("  the ledger client: " + ledger.said());
        }
        Books books = Books.read(set.book());
        Map<String, Long> poisoned =
                books.poisoned().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Books.Meant::way, TreeMap::new, Collectors.counting()));
        findings.say("  of no use, and refused or taken to be looked at: " + poisoned);
        findings.expect("ways in that were poisoned", 3, poisoned.size());
        new KillVerdict(shop, books, findings).speak();
        long fromTills = books.poisoned().stream().filter(Books.Meant::isSale).count();
        try (Connection connection = shop.postgres().connect()) {
            findings.expect(
                    "tills' messages in quarantine, with reason, source, first and last time",
                    fromTills,
                    count(
                            connection,
                            """
                            select count(*) from quarantine where code <> 'conflict' and words <> ''
                            and source <> '' and first_at <= last_at\
                            """));
            findings.expect(
                    "tills' messages in quarantine",
                    fromTills,
                    count(connection, "select count(*) from quarantine where code <> 'conflict'"));
        }
    }

    private static long count(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** All views grow again from empty, over a log in which one fact in a hundred is unreadable. */
    private void forEveryView(ShopProcess shop) throws IOException, SQLException {
        var views = new Views(shop, findings);
        List<Views.View> all = views.all();
        shop.close();
        long poisoned = spoil(all);
        findings.say("  %,d facts are of no use now".formatted(poisoned));
        var _ = shop.start();
        try (Connection connection = shop.postgres().connect()) {
            awaitAll(connection, all);
            isExact(connection, "consent-words", "consent_word", "name like 'consent.%'");
            isExact(
                    connection,
                    "store-days",
                    "store_day_entry",
                    "name = 'behavior.purchase-recorded'");
            findings.expect(
                    "parked without reason or time",
                    0,
                    count(
                            connection,
                            """
                            select count(*) from parked_fact
                            where reason = '' or first_at is null or last_at < first_at\
                            """));
        }
        shop.close();
        mend();
        var _ = shop.start();
        redriveAll(shop);
        all.stream()
                .filter(view -> view.name().matches("consent-words|store-days"))
                .forEach(view -> views.compare(view, 1_000));
    }

    private long spoil(List<Views.View> views) {
        try (var database = Database.open(folder.resolve("data"), Optional.empty())) {
            for (Views.View view : views) {
                view.tables().forEach(table -> database.sql().execute("truncate " + table));
                database.sql()
                        .execute(
                                "update follower_position set position = 0 where follower = ?",
                                view.name());
            }
            return database.sql()
                    .execute(
                            """
                            update event set version = '99' where position %% %d = 7
                            and (name like 'consent.%%' or name like 'behavior.%%')\
                            """
                                    .formatted(EACH));
        }
    }

    private void mend() {
        try (var database = Database.open(folder.resolve("data"), Optional.empty())) {
            database.sql().execute("update event set version = '1' where version = '99'");
        }
    }

    private static void awaitAll(Connection connection, List<Views.View> views) {
        String names =
                views.stream().map(Views.View::name).collect(Collectors.joining("','", "'", "'"));
        Wait.until(
                "all views at the end of what concerns them",
                PATIENCE,
                () -> {
                    try {
                        return count(
                                        connection,
                                        """
                                        select count(*) from follower_position, log_head
                                        where follower in (%s) and follower_position.position < log_head.position - 256\
                                        """
                                                .formatted(names))
                                == 0;
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private void isExact(Connection connection, String view, String table, String concerning)
            throws SQLException {
        long told = count(connection, "select count(*) from event where " + concerning);
        String parked = "select count(*) from parked_fact where follower = '%s'".formatted(view);
        Wait.until(
                view + " to have taken or parked everything",
                PATIENCE,
                () -> {
                    try {
                        return count(connection, "select count(*) from " + table)
                                        + count(connection, parked)
                                >= told;
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                });
        long taken = count(connection, "select count(*) from " + table);
        long failed = count(connection, parked + " and attempts > 0");
        long behind = count(connection, parked + " and attempts = 0");
        findings.say(
                "  %s: %,d told, %,d taken, %,d parked, %,d parked behind one of them"
                        .formatted(view, told, taken, failed, behind));
        findings.expect("taken or parked by " + view, told, taken + failed + behind);
        findings.expect(
                "unreadable and not parked by " + view,
                0,
                count(
                        connection,
                        """
                        select count(*) from event
                        where version = '99' and %s and not exists (
                            select from parked_fact
                            where follower = '%s' and parked_fact.position = event.position)\
                        """
                                .formatted(concerning, view)));
        findings.expect(
                "readable and blamed by " + view,
                0,
                count(
                        connection,
                        parked
                                + """
                                 and attempts > 0 and not exists (
                                    select from event
                                    where version = '99' and event.position = parked_fact.position)\
                                """));
    }

    private void redriveAll(ShopProcess shop) throws IOException {
        String admin = shop.key("admin");
        Pattern follower = Pattern.compile("\"follower\":\"([^\"]+)\"");
        List<String> parked =
                follower.matcher(shop.get("/v1/operations/parked", admin).body())
                        .results()
                        .map(found -> found.group(1))
                        .distinct()
                        .toList();
        for (String name : parked) {
            String driven =
                    shop.send("POST", "/v1/operations/parked/" + name + "/redrive", admin, "")
                            .body();
            findings.say("  driven again for %s: %s".formatted(name, driven));
        }
        Wait.until(
                "nothing parked after all were driven again",
                PATIENCE,
                () -> {
                    try {
                        String left = shop.get("/v1/operations/parked", admin).body();
                        return follower.matcher(left).results().findAny().isEmpty();
                    } catch (IOException e) {
                        return false;
                    }
                });
    }
}
