package shopkeeper.benchmarks.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** A web shop that asks for four recommendations and one price, for one customer after another. */
final class Decisions implements OpenLoop.Work {
    private final HttpLine line;
    private final String key;
    private final List<String> customers;

    Decisions(LoadedShop shop, List<String> customers) {
        this.line = shop.line();
        this.key = shop.key("web");
        this.customers = customers;
    }

    @Override
    public void once(long number) throws IOException {
        var customer = customers.get(ThreadLocalRandom.current().nextInt(customers.size()));
        var body = ask(customer);
        if (!isWhole(body)) {
            throw new IllegalStateException("not a whole personal decision: " + body);
        }
    }

    private String ask(String customer) throws IOException {
        return line.send("POST", "/v1/decisions", key, question(customer)).expect(200).body();
    }

    /** Those who still have something they bought: whoever brought all of it back has no taste. */
    static List<String> withATaste(LoadedShop shop, List<String> customers) throws IOException {
        var found = new ArrayList<String>();
        try (var asking = new Decisions(shop, customers)) {
            for (String customer : customers) {
                var body = asking.ask(customer);
                if (isWhole(body)) {
                    found.add(customer);
                } else if (!body.contains("\"allowed\":true")) {
                    throw new IllegalStateException("permission is missing: " + body);
                }
            }
        }
        return found;
    }

    private static String question(String customer) {
        return """
        {"customer":{"type":"crm","value":"%s"},"channel":"ONLINE","touchpoint":"web",\
        "placements":[{"id":"home","kind":"recommendation","limit":4},\
        {"id":"price","kind":"price","products":["85123A"]}]}\
        """
                .formatted(customer);
    }

    /** Four items, a price, reasons and the proof of permission. */
    private static boolean isWhole(String body) {
        return body.contains("\"mode\":\"PERSONAL\"")
                && body.contains("\"rank\":4")
                && body.contains("\"code\":\"LIST_PRICE\"")
                && body.contains("\"allowed\":true");
    }

    @Override
    public void close() {
        line.close();
    }
}
