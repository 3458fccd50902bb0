package shopkeeper.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Points, store days and what waits, as the web tells them. */
class ReceiptsTest {
    private final OnlineShop shop = new OnlineShop();

    @Test
    void points_are_told_receipt_by_receipt() {
        var customer = buyer();
        shop.put("/v1/profiles/" + customer + "/points/opening", "{\"points\":120}")
                .answer()
                .is(200);

        var points = shop.get("/v1/profiles/" + customer + "/points").answer().is(200);

        assertThat(points.at("/rule")).isEqualTo("points-1");
        assertThat(points.json().at("/opening").asInt()).isEqualTo(120);
        assertThat(points.json().at("/balance").asInt()).isEqualTo(139);
        assertThat(points.at("/receipts/0/kind")).isEqualTo("SALE");
        assertThat(points.at("/receipts/0/net/amount")).isEqualTo("19.95");
        assertThat(points.json().at("/receipts/0/points").asInt()).isEqualTo(19);
        assertThat(points.at("/spent/0/amount")).isEqualTo("19.95");
    }

    @Test
    void an_opening_is_said_once() {
        var path = "/v1/profiles/" + buyer() + "/points/opening";
        shop.put(path, "{\"points\":120}").answer().is(200);

        assertThat(shop.put(path, "{\"points\":120}").answer().is(200).at("/outcome"))
                .isEqualTo("duplicate");
        shop.put(path, "{\"points\":121}").answer().isProblem(409, "conflict");
        shop.put(path, "{\"points\":-1}").answer().isProblem(400, "invalid");
        shop.put(path, "{}").answer().isProblem(400, "invalid");
        shop.put(path, "{\"points\":1}").as("web").answer().isProblem(403, "not-permitted");
    }

    @Test
    void what_waits_for_its_sale_can_be_looked_up() {
        refund("O-404");

        var waiting = shop.get("/v1/operations/waiting").answer().is(200);

        assertThat(waiting.at("/waiting/0/waitsFor")).isEqualTo("web:O-404");
        assertThat(waiting.at("/waiting/0/kind")).isEqualTo("return");
        assertThat(waiting.at("/waiting/0/total/amount")).isEqualTo("19.95");
    }

    @Test
    void a_store_has_days() {
        var day = shop.get("/v1/stores/S1/days/2026-11-20").answer().is(200);

        assertThat(day.at("/store")).isEqualTo("S1");
        assertThat(day.json().at("/receipts").asInt()).isZero();
        shop.get("/v1/stores/S1/days/yesterday").answer().isProblem(400, "invalid");
    }

    @Test
    void what_is_written_once_has_no_version() {
        shop.put("/v1/profiles/" + buyer() + "/points/opening", "{\"points\":5}")
                .with("If-Match", "\"v1\"")
                .answer()
                .isProblem(400, "invalid");
    }

    @Test
    void nobody_has_points_whom_nobody_knows() {
        shop.get("/v1/profiles/nobody/points").answer().isProblem(404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/operations/waiting", "/v1/stores/S1/days/2026-11-20"})
    void only_those_who_run_the_shop_look(String path) {
        shop.get(path).as("web").answer().isProblem(403, "not-permitted");
        shop.get(path).as("agent").answer().isProblem(403, "not-permitted");
    }

    private String buyer() {
        track("Order Completed", "O-1");
        return shop.post("/v1/profiles/lookup", "{\"type\":\"crm\",\"value\":\"u\"}")
                .answer()
                .is(200)
                .at("/customer");
    }

    private void refund(String order) {
        track("Order Refunded", order);
    }

    private void track(String event, String order) {
        shop.post(
                        "/v1/track",
                        """
                        {"messageId":"%s-%s","userId":"u","event":"%s","properties":{
                         "order_id":"%s","currency":"EUR","total":19.95,
                         "products":[{"product_id":"P-10","quantity":1,"price":19.95}]}}\
                        """
                                .formatted(event.replace(' ', '-'), order, event, order))
                .answer()
                .is(202);
    }
}
