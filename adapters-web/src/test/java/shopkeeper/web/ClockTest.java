package shopkeeper.web;

import org.junit.jupiter.api.Test;

/** The world's clock belongs to nobody. */
class ClockTest {
    private final OnlineShop shop = new OnlineShop();

    @Test
    void a_platform_with_the_worlds_clock_has_nothing_under_this_path() {
        shop.get("/v1/clock").as("admin").answer().isProblem(404, "not-found");
        shop.post("/v1/clock", "{\"forward\":\"PT1M\"}")
                .as("admin")
                .with("Idempotency-Key", "k-1")
                .answer()
                .isProblem(404, "not-found");
    }
}
