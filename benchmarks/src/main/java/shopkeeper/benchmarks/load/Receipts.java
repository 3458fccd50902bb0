package shopkeeper.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * A till that sells one thing to one customer after another, each for the first time; every tenth
 * time a web shop asks again and again until its answer shows what was bought.
 */
final class Receipts implements OpenLoop.Work {
    private static final AtomicLong TILLS = new AtomicLong();
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final String PRODUCT = "85123A";
    private final TillLine till;
    private final LoadedShop shop;
    private final String key;
    private final List<String> people;
    private final Visible visible;
    private final long warmUp;

    /** How long it took from the moment the receipt was sent. */
    static final class Visible {
        private final Histogram latency = new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(1), 3);
        private final AtomicLong asked = new AtomicLong();

        @Override
        public String toString() {
            return "%d times, p50 %.1f ms, p99 %.1f ms, max %.1f ms, %.1f questions each"
                    .formatted(
                            latency.getTotalCount(),
                            latency.getValueAtPercentile(50) / 1000.0,
                            latency.getValueAtPercentile(99) / 1000.0,
                            latency.getMaxValue() / 1000.0,
                            (double) asked.get() / latency.getTotalCount());
        }
    }

    /**
     * @param warmUp so many receipts are sent and looked for before it counts how long that takes
     */
    Receipts(LoadedShop shop, List<String> people, Visible visible, long warmUp) {
        this.till = shop.till("0042", "load-" + TILLS.incrementAndGet() % 8);
        this.shop = shop;
        this.key = shop.key("web");
        this.people = people;
        this.visible = visible;
        this.warmUp = warmUp;
    }

    @Override
    public void once(long number) throws Exception {
        var card = people.get((int) number);
        long from = System.nanoTime();
        var probe =
                number % 10 == 0
                        ? Thread.ofVirtual().start(() -> probe(card, from, number >= warmUp))
                        : null;
        var outcome =
                till.ask(
                                "pos.transactions",
                                "retail.pos.transaction.completed.v1",
                                card,
                                receipt(card))
                        .path("outcome")
                        .asString();
        if (!outcome.equals("accepted")) {
            throw new IllegalStateException("the receipt of " + card + " was " + outcome);
        }
        if (probe != null) {
            probe.join();
        }
    }

    private Map<String, ?> receipt(String card) {
        var now = LocalDateTime.now(ZoneOffset.UTC);
        return Map.of(
                "store", Map.of("id", till.store()),
                "workstation", till.till(),
                "businessDay", now.toLocalDate().toString(),
                "sequence", card,
                "begin", LOCAL.format(now),
                "zone", "UTC",
                "customer", Map.of("identifiers", List.of(Map.of("type", "crm", "value", card))),
                "currency", "GBP",
                "lines",
                        List.of(
                                Map.of(
                                        "kind",
                                        "sale",
                                        "sku",
                                        PRODUCT,
                                        "qty",
                                        "1",
                                        "unitPrice",
                                        "2.95",
                                        "extended",
                                        "2.95")),
                "totals", Map.of("net", "2.95"));
    }

    private static String question(String card) {
        return """
        {"customer":{"type":"crm","value":"%s"},"channel":"ONLINE","touchpoint":"web",\
        "placements":[{"id":"home","kind":"recommendation","limit":10}]}\
        """
                .formatted(card);
    }

    private void probe(String card, long from, boolean counts) {
        // A line of its own: one that is kept idle between probes is closed by the server.
        try (var web = shop.line()) {
            while (System.nanoTime() - from < TimeUnit.SECONDS.toNanos(20)) {
                visible.asked.addAndGet(counts ? 1 : 0);
                var body =
                        web.send("POST", "/v1/decisions", key, question(card)).expect(200).body();
                if (body.contains("BOUGHT_BEFORE")) {
                    if (counts) {
                        visible.latency.recordValue((System.nanoTime() - from) / 1000);
                    }
                    return;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        till.close();
    }
}
