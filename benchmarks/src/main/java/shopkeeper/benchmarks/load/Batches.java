package shopkeeper.benchmarks.load;

import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A web shop's server that sends a hundred facts at once; the answer comes when all are durable.
 */
final class Batches implements OpenLoop.Work {
    static final int SIZE = 100;

    private final HttpLine line;
    private final String key;
    private final Kind kind;

    /** What the facts are. */
    enum Kind {
        /** Looks at products. */
        VIEWS,
        /** One visit in ten ends with an order. */
        MIXED,
        /** Nothing but orders, each a fact of the log. */
        ORDERS
    }

    Batches(LoadedShop shop, Kind kind) {
        this.line = shop.line();
        this.key = shop.key("web");
        this.kind = kind;
    }

    @Override
    public void once(long number) throws IOException {
        var run = UUID.randomUUID().toString();
        var calls =
                IntStream.range(0, SIZE)
                        .mapToObj(call -> call(run, call))
                        .collect(Collectors.joining(",", "{\"batch\":[", "]}"));
        var body = line.send("POST", "/v1/batch", key, calls).expect(202).body();
        if (!body.contains("\"accepted\":" + SIZE)) {
            throw new IllegalStateException("not all were accepted: " + body);
        }
    }

    private String call(String run, int call) {
        boolean order = kind == Kind.ORDERS || (kind == Kind.MIXED && call % 10 == 9);
        int visitor = ThreadLocalRandom.current().nextInt(5_000);
        return order ? order(run, call, visitor) : view(run, call, visitor);
    }

    private static String view(String run, int call, int visitor) {
        return """
        {"type":"track","event":"Product Viewed","messageId":"%s-%d","anonymousId":"load-%d",\
        "properties":{"product_id":"85123A"}}\
        """
                .formatted(run, call, visitor);
    }

    private static String order(String run, int call, int visitor) {
        return """
        {"type":"track","event":"Order Completed","messageId":"%s-%d","anonymousId":"load-%d",\
        "properties":{"order_id":"%s-%d","total":2.95,"currency":"GBP",\
        "products":[{"product_id":"85123A","quantity":1,"price":2.95}]}}\
        """
                .formatted(run, call, visitor, run, call);
    }

    @Override
    public void close() {
        line.close();
    }
}
