package shopkeeper.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import shopkeeper.application.fakes.InMemoryShop;
import shopkeeper.application.kernel.Quarantine;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseRecorded;
import shopkeeper.domain.behavior.BehaviorEvent.ReturnRecorded;

/** Orders of one request are written side by side; what depends on them comes after them. */
class CollectOrdersTest {
    private static final int MANY = 60;

    private final OnlineShop shop = new OnlineShop();

    @Test
    void many_orders_are_all_taken_and_counted() {
        var answer = batch(IntStream.range(0, MANY).mapToObj(i -> order("m-" + i, i, 1)).toList());

        assertThat(answer.json().at("/accepted").asInt()).isEqualTo(MANY);
        assertThat(purchases().map(one -> one.receipt().value()).distinct()).hasSize(MANY);
        assertThat(answer.json().at("/position").asLong())
                .isEqualTo(
                        shop.the(InMemoryShop.class).log.facts(PurchaseRecorded.class).size() + 1);
    }

    @Test
    void of_the_same_order_with_other_content_the_first_is_taken() {
        var answer = batch(List.of(order("a", 1, 1), order("b", 2, 1), order("c", 1, 2)));

        assertThat(answer.json().at("/accepted").asInt()).isEqualTo(2);
        assertThat(answer.at("/rejected/0/index")).isEqualTo("2");
        assertThat(answer.at("/rejected/0/problem/code")).isEqualTo("conflict");
        assertThat(shop.the(Quarantine.class).list(10)).hasSize(1);
    }

    @Test
    void the_same_order_twice_counts_once() {
        var answer = batch(List.of(order("a", 1, 1), order("b", 1, 1), order("c", 2, 1)));

        assertThat(answer.json().at("/accepted").asInt()).isEqualTo(2);
        assertThat(answer.json().at("/duplicates").asInt()).isEqualTo(1);
    }

    @Test
    void a_wrong_one_is_told_in_its_place_and_does_not_stop_the_others() {
        var answer = batch(List.of(order("a", 1, 1), order("b", 2, 0), order("c", 3, 1)));

        assertThat(answer.json().at("/accepted").asInt()).isEqualTo(2);
        assertThat(answer.at("/rejected/0/index")).isEqualTo("1");
        assertThat(purchases()).hasSize(2);
    }

    @Test
    void what_comes_back_in_the_same_request_finds_its_order() {
        var answer = batch(List.of(order("a", 1, 1), order("b", 2, 1), refund("c", 2)));

        assertThat(answer.json().at("/accepted").asInt()).isEqualTo(3);
        var back = shop.the(InMemoryShop.class).log.facts(ReturnRecorded.class);
        assertThat(back).hasSize(1);
        assertThat(back.getFirst().sale().orElseThrow().value()).endsWith("O-2");
    }

    @Test
    void who_somebody_is_counts_for_what_stands_after_it() {
        var answer =
                batch(
                        List.of(
                                order("a", 1, 1),
                                "{\"type\":\"identify\",\"messageId\":\"i\",\"anonymousId\":\"v\",\"userId\":\"u\"}",
                                order("b", 2, 1)));

        assertThat(answer.json().at("/accepted").asInt()).isEqualTo(3);
        var buyers = purchases().map(one -> one.customer().orElseThrow()).distinct().toList();
        var person = shop.post("/v1/profiles/lookup", "{\"type\":\"crm\",\"value\":\"u\"}");
        assertThat(buyers).hasSizeBetween(1, 2);
        assertThat(buyers.getLast().value()).isEqualTo(person.answer().is(200).at("/customer"));
    }

    @Test
    void many_strangers_are_met_each_once_and_credited_with_their_own_in_order() {
        var calls = new ArrayList<String>();
        for (int i = 0; i < MANY; i++) {
            calls.add(order("m-" + i, i, 1).replace("\"v\"", "\"v-" + i % 20 + "\""));
        }

        assertThat(batch(calls).json().at("/accepted").asInt()).isEqualTo(MANY);

        var buyers =
                purchases()
                        .collect(
                                Collectors.groupingBy(
                                        one -> one.customer().orElseThrow(),
                                        Collectors.mapping(
                                                CollectOrdersTest::number, Collectors.toList())));
        assertThat(buyers).hasSize(20);
        assertThat(buyers.values())
                .as("each one's own, in the order told")
                .allSatisfy(orders ->
                        assertThat(orders)
                                .isSorted()
                                .allMatch(order -> order % 20 == orders.getFirst() % 20));
    }

    private static int number(PurchaseRecorded bought) {
        var receipt = bought.receipt().value();
        return Integer.parseInt(receipt.substring(receipt.lastIndexOf('-') + 1));
    }

    private Stream<PurchaseRecorded> purchases() {
        return shop.the(InMemoryShop.class).log.facts(PurchaseRecorded.class).stream();
    }

    private OnlineShop.Answer batch(List<String> calls) {
        var body = calls.stream().collect(Collectors.joining(",", "{\"batch\":[", "]}"));
        return shop.post("/v1/batch", body).as("web").answer().is(202);
    }

    private static String order(String message, int order, int quantity) {
        return call(message, order, "Order Completed", quantity);
    }

    private static String refund(String message, int order) {
        return call(message, order, "Order Refunded", 1);
    }

    private static String call(String message, int order, String event, int quantity) {
        return """
        {"type":"track","event":"%s","messageId":"%s","anonymousId":"v","properties":{
         "order_id":"O-%d","currency":"EUR","total":%d,
         "products":[{"product_id":"P-10","quantity":%d,"price":2}]}}\
        """
                .formatted(event, message, order, 2 * quantity, quantity);
    }
}
