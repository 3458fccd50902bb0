package shopkeeper.benchmarks.load;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** A till that asks what to offer and charge, one basket after another. */
final class Offers implements OpenLoop.Work {
    private static final AtomicLong TILLS = new AtomicLong();

    private final TillLine till;
    private final List<String> customers;

    Offers(LoadedShop shop, List<String> customers) {
        this.till = shop.till("0042", "load-" + TILLS.incrementAndGet() % 8);
        this.customers = customers;
    }

    @Override
    public void once(long number) throws Exception {
        var customer = customers.get(ThreadLocalRandom.current().nextInt(customers.size()));
        var answer =
                till.ask(
                        "pos.offers.requests",
                        "retail.pos.offers.requested.v1",
                        UUID.randomUUID().toString(),
                        Map.of(
                                "customer",
                                Map.of(
                                        "identifiers",
                                        List.of(Map.of("type", "crm", "value", customer))),
                                "budgetMs",
                                300,
                                "maxOffers",
                                4,
                                "lines",
                                List.of(Map.of("sku", "85123A", "qty", "1"))));
        if (!answer.path("status").asString().equals("ok")) {
            throw new IllegalStateException("the till was answered " + answer);
        }
    }

    @Override
    public void close() {
        till.close();
    }
}
