package shopkeeper.benchmarks.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Customers who allow that what they bought is used. */
final class Consents {
    private static final String ALLOWS =
            """
            {"choice":"GRANTED","notice":{"id":"privacy","version":"3","locale":"en-GB"},\
            "method":"TOGGLE","channel":"ONLINE","touchpoint":"web"}\
            """;

    private final LoadedShop shop;

    Consents(LoadedShop shop) {
        this.shop = shop;
    }

    /** One durable command each, as fast as they go. */
    OpenLoop.Result everybodyAllows(List<String> customers) throws InterruptedException {
        var key = shop.key("web");
        return new OpenLoop(500, Duration.ZERO, Duration.ofMillis(2L * customers.size()), 64)
                .run(() -> new Allowing(shop.line(), key, "crm", customers));
    }

    /** Loyalty cards that were never seen before, each met by logging in, each with a consent. */
    List<String> newCustomers(int count) throws InterruptedException {
        var run = UUID.randomUUID().toString().substring(0, 8);
        var cards = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            cards.add("load-" + run + "-" + i);
        }
        var key = shop.key("web");
        var met =
                new OpenLoop(500, Duration.ZERO, Duration.ofMillis(2L * count), 64)
                        .run(() -> new Meeting(shop.line(), key, cards));
        var allowed =
                new OpenLoop(500, Duration.ZERO, Duration.ofMillis(2L * count), 64)
                        .run(() -> new Allowing(shop.line(), key, "crm", cards));
        if (met.failed() + allowed.failed() > 0) {
            throw new IllegalStateException("not everybody was met: " + met + "; " + allowed);
        }
        return cards;
    }

    private record Meeting(HttpLine line, String key, List<String> cards) implements OpenLoop.Work {
        @Override
        public void once(long number) throws IOException {
            var card = cards.get((int) number);
            var call =
                    """
                    {"messageId":"%s","anonymousId":"device-%s","userId":"%s"}\
                    """
                            .formatted(card, card, card);
            line.send("POST", "/v1/identify", key, call).expect(202);
        }

        @Override
        public void close() {
            line.close();
        }
    }

    private record Allowing(HttpLine line, String key, String type, List<String> people)
            implements OpenLoop.Work {
        @Override
        public void once(long number) throws IOException {
            var pointer =
                    """
                    {"type":"%s","value":"%s"}\
                    """
                            .formatted(type, people.get((int) number));
            var found = line.send("POST", "/v1/profiles/lookup", key, pointer).expect(200).body();
            var customer = JsonMapper.shared().readTree(found).path("customer").asString();
            line.send(
                            "PUT",
                            "/v1/profiles/" + customer + "/consents/CONTENT_PERSONALIZATION",
                            key,
                            ALLOWS)
                    .expect(200);
        }

        @Override
        public void close() {
            line.close();
        }
    }
}
