package shopkeeper.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionTest {
    private static final String HOME =
            """
            {"customer":{"type":"crm","value":"u-1"},"channel":"ONLINE","touchpoint":"web","store":null,
             "locale":"de-DE","context":{"page":"/","query":null,"device":{"kind":"phone"},
              "cart":["P-1",{"product":"P-2","quantity":1}],"currency":"EUR"},
             "placements":[{"id":"home","kind":"recommendation","limit":4,"filter":{}},
              {"id":"price","kind":"price","products":["P-1","P-9"]},{"id":"hero","kind":"content"}],
             "at":null,"explain":true}\
            """;

    private final OnlineShop shop = new OnlineShop();

    @BeforeEach
    void ann_has_bought_a_hat_with_socks() {
        for (String product : new String[] {"P-1", "P-2", "P-3"}) {
            shop.put("/v1/products/" + product, "{\"name\":\"%s\"}".formatted(product))
                    .answer()
                    .is(200);
        }
        shop.put("/v1/price-books/de", "{\"currency\":\"EUR\",\"prices\":{\"P-1\":\"19.95\"}}")
                .answer()
                .is(200);
        shop.post(
                        "/v1/track",
                        """
                        {"messageId":"o","userId":"u-1","event":"Order Completed","properties":{
                         "order_id":"O-1","currency":"EUR","products":[
                          {"product_id":"P-1","price":19.95},{"product_id":"P-3","price":9.95}]}}\
                        """)
                .answer()
                .is(202);
    }

    @Test
    void a_decision_answers_every_placement_with_reasons() {
        var decision = ask(HOME).is(200);
        assertThat(decision.response().getContentType()).startsWith("application/json");
        assertThat(decision.at("/decisionId")).matches("dec_[a-z2-7]{26}");
        assertThat(decision.at("/placements/0/items/0/product")).isEqualTo("P-3");
        assertThat(decision.at("/placements/0/items/0/reasons/0/code")).isEqualTo("CO_PURCHASED");
        assertThat(decision.at("/placements/1/items/0/price/amount")).isEqualTo("19.95");
        assertThat(decision.at("/placements/1/items/1/reasons/0/code")).isEqualTo("NO_PRICE");
        assertThat(decision.at("/placements/2/code")).isEqualTo("placement-kind-unavailable");
        assertThat(decision.at("/evidence/withheld/0/code")).isEqualTo("NO_DECISION");
        assertThat(decision.header("Shopkeeper-Position")).isEqualTo("6");
    }

    @Test
    void the_same_id_gets_the_same_bytes_until_it_expires() {
        var decision = ask(HOME).is(200);
        var path = "/v1/decisions/" + decision.at("/decisionId");
        shop.the(ShopInMemory.ShopClock.class).move(Duration.ofMinutes(29));
        var again = shop.get(path).as("agent").answer().is(200);
        assertThat(again.response().getContentAsByteArray())
                .isEqualTo(decision.response().getContentAsByteArray());
        shop.the(ShopInMemory.ShopClock.class).move(Duration.ofMinutes(1));
        shop.get(path).answer().isProblem(410, "decision-expired");
    }

    @Test
    void what_came_back_is_told_also_of_a_decision_that_has_expired() {
        var clock = shop.the(ShopInMemory.ShopClock.class);
        clock.move(Duration.ofMinutes(1));
        var decision = ask(HOME).is(200);
        var path = "/v1/decisions/" + decision.at("/decisionId");
        allowsPersonalSuggestions(decision.at("/customer"));
        order("Order Completed", "");
        clock.move(Duration.ofDays(3));
        order("Order Refunded", ",\"reason\":\"too small\"");

        var expired = shop.get(path).as("agent").answer().isProblem(410, "decision-expired");

        assertThat(expired.at("/cameBack/0/product")).isEqualTo("P-3");
        assertThat(expired.at("/cameBack/0/text")).isEqualTo("zurückgegeben: zu klein");
    }

    private void allowsPersonalSuggestions(String customer) {
        shop.put(
                        "/v1/profiles/" + customer + "/consents/CONTENT_PERSONALIZATION",
                        """
                        {"choice":"GRANTED","notice":{"id":"privacy","version":"3","locale":"en-GB"},
                         "method":"TOGGLE","channel":"ONLINE","touchpoint":"web"}\
                        """)
                .answer()
                .is(200);
    }

    private void order(String event, String more) {
        shop.post(
                        "/v1/track",
                        """
                        {"messageId":"%3$s","userId":"u-1","event":"%1$s","properties":{
                         "order_id":"O-2","currency":"EUR","total":9.95,"products":[
                          {"product_id":"P-3","quantity":1,"price":9.95%2$s}]}}\
                        """
                                .formatted(event, more, event.replace(' ', '-')))
                .answer()
                .is(202);
    }

    @Test
    void a_question_with_a_key_is_decided_once() {
        var call = shop.post("/v1/decisions", HOME).as("web").with("Idempotency-Key", "k-1");
        var decision = call.answer().is(200);
        assertThat(call.answer().is(200).text()).isEqualTo(decision.text());
        assertThat(ask(HOME).at("/decisionId")).isNotEqualTo(decision.at("/decisionId"));
        assertThat(call.as("agent").answer().is(200).at("/decisionId"))
                .isNotEqualTo(decision.at("/decisionId"));
        shop.the(ShopInMemory.ShopClock.class).move(Duration.ofHours(1));
        assertThat(call.as("web").answer().is(200).text()).isEqualTo(decision.text());
    }

    @Test
    void a_customer_sees_the_decisions_made_for_them() {
        var decision = ask(HOME).is(200);
        var decisions =
                shop.get("/v1/profiles/" + decision.at("/customer") + "/decisions")
                        .answer()
                        .is(200);
        assertThat(decisions.text()).contains(decision.text());
    }

    @Test
    void a_decision_may_be_asked_by_id_or_for_nobody() {
        var customer = ask(HOME).at("/customer");
        var known =
                ask(
                        """
                        {"customer":{"id":"%s"},"placements":[{"id":"a","kind":"recommendation"}]}\
                        """
                                .formatted(customer));
        assertThat(known.is(200).at("/customer")).isEqualTo(customer);
        var nobody = ask("{\"placements\":[{\"id\":\"a\",\"kind\":\"recommendation\"}]}").is(200);
        assertThat(nobody.json().has("customer")).isFalse();
        assertThat(nobody.at("/mode")).isEqualTo("POPULAR");
    }

    @Test
    void a_decision_waits_for_the_position_it_is_asked_to_have_seen() {
        shop.post("/v1/decisions", HOME)
                .with("Shopkeeper-Min-Position", "1000")
                .answer()
                .isProblem(503, "position-not-reached");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    no placement        | {}
                    empty               | {"placements":[]}
                    null placement      | {"placements":[null]}
                    no id               | {"placements":[{"kind":"price","products":["P-1"]}]}
                    no kind             | {"placements":[{"id":"a"}]}
                    strange kind        | {"placements":[{"id":"a","kind":"<b>"}]}
                    same id twice       | {"placements":[{"id":"a","kind":"offer"},{"id":"a","kind":"offer"}]}
                    limit 0             | {"placements":[{"id":"a","kind":"recommendation","limit":0}]}
                    limit 101           | {"placements":[{"id":"a","kind":"recommendation","limit":101}]}
                    price of nothing    | {"placements":[{"id":"a","kind":"price"}]}
                    null product        | {"placements":[{"id":"a","kind":"price","products":[null]}]}
                    wrong product       | {"placements":[{"id":"a","kind":"price","products":["a b"]}]}
                    a filter            | {"placements":[{"id":"a","kind":"recommendation","filter":{"color":"red"}}]}
                    no filter at all    | {"placements":[{"id":"a","kind":"recommendation","filter":[]}]}
                    prices crossed      | {"placements":[{"id":"a","kind":"recommendation","filter":{"minPrice":"2","maxPrice":"1"}}]}
                    no amount           | {"placements":[{"id":"a","kind":"recommendation","filter":{"maxPrice":"cheap"}}]}
                    below zero          | {"placements":[{"id":"a","kind":"recommendation","filter":{"maxPrice":"-1"}}]}
                    bought never        | {"placements":[{"id":"a","kind":"recommendation","filter":{"bought":"never"}}]}
                    no list             | {"placements":[{"id":"a","kind":"recommendation","filter":{"brands":"Arla"}}]}
                    empty word          | {"placements":[{"id":"a","kind":"recommendation","filter":{"brands":[""]}}]}
                    no product          | {"placements":[{"id":"a","kind":"recommendation","pinned":["a b"]}]}
                    no age              | {"placements":[{"id":"a","kind":"recommendation"}],"context":{"age":"old"}}
                    no query            | {"placements":[{"id":"a","kind":"recommendation"}],"context":{"query":["tea"]}}
                    the past            | {"placements":[{"id":"a","kind":"offer"}],"at":"2026-01-01T00:00:00Z"}
                    unknown property    | {"placements":[{"id":"a","kind":"offer"}],"jurisdiction":"US"}
                    unknown channel     | {"placements":[{"id":"a","kind":"offer"}],"channel":"web"}
                    wrong store         | {"placements":[{"id":"a","kind":"offer"}],"store":"a b"}
                    unknown currency    | {"placements":[{"id":"a","kind":"offer"}],"context":{"currency":"euro"}}
                    wrong cart          | {"placements":[{"id":"a","kind":"offer"}],"context":{"cart":[1]}}
                    null in the cart    | {"placements":[{"id":"a","kind":"offer"}],"context":{"cart":[null]}}
                    two customers       | {"placements":[{"id":"a","kind":"offer"}],"customer":{"id":"C","type":"crm","value":"1"}}
                    no value            | {"placements":[{"id":"a","kind":"offer"}],"customer":{"type":"crm"}}
                    empty customer      | {"placements":[{"id":"a","kind":"offer"}],"customer":{}}
                    """)
    void a_question_nobody_can_answer_is_invalid(String what, String body) {
        ask(body).isProblem(400, "invalid");
    }

    private OnlineShop.Answer ask(String question) {
        return shop.post("/v1/decisions", question).as("web").answer();
    }
}
