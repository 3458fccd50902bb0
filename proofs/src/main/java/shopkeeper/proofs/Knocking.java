package shopkeeper.proofs;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** Somebody who writes and reads at the door all the time and notes how they are received. */
final class Knocking implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final ShopProcess shop;
    private final String admin;
    private final AtomicLong letIn = new AtomicLong();
    private final AtomicLong sentAway = new AtomicLong();
    private final AtomicLong otherwise = new AtomicLong();
    private final Map<String, Integer> strange = new TreeMap<>();
    private final Thread thread;
    private volatile boolean over;

    Knocking(ShopProcess shop) {
        this.shop = shop;
        this.admin = shop.key("admin");
        this.thread = Thread.ofPlatform().name("knocking").daemon().start(this::run);
    }

    /** How many writes were taken. */
    long letIn() {
        return letIn.get();
    }

    /** How many were told when to come again. */
    long sentAway() {
        return sentAway.get();
    }

    /** How many were received in any other way, or not at all. */
    long otherwise() {
        return otherwise.get();
    }

    private void run() {
        for (int number = 1; !over; number++) {
            boolean written = knock("PUT", "/v1/stores/0043", store(number));
            if (written) {
                letIn.incrementAndGet();
            }
            var _ =
                    knock(
                            "GET",
                            "/v1/stores/%s/days/%s".formatted(LedgerShop.STORE, LedgerShop.DAY),
                            "");
            Wait.pause(PAUSE);
        }
    }

    /** Another name each time, so that each is written. */
    private static String store(int number) {
        return """
        {"name":"Door %d","zone":"Europe/London","currency":"GBP","country":"GB"}\
        """
                .formatted(number);
    }

    private boolean knock(String method, String path, String body) {
        try {
            HttpResponse<String> answer = shop.send(method, path, admin, body);
            if (answer.statusCode() == 200) {
                return true;
            }
            if (answer.statusCode() == 503
                    && answer.headers().firstValue("Retry-After").isPresent()) {
                sentAway.incrementAndGet();
            } else {
                note(method + " " + answer.statusCode());
            }
        } catch (IOException e) {
            note(method + " " + e.getClass().getSimpleName());
        }
        return false;
    }

    private void note(String how) {
        otherwise.incrementAndGet();
        synchronized (strange) {
            strange.merge(how, 1, Integer::sum);
        }
    }

    @Override
    public String toString() {
        synchronized (strange) {
            return "%,d writes taken, %,d told when to come again, otherwise %s"
                    .formatted(letIn.get(), sentAway.get(), strange);
        }
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
