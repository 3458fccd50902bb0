package shopkeeper.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shopkeeper.application.fakes.InMemoryShop;
import shopkeeper.application.kernel.Quarantine;
import shopkeeper.domain.behavior.Act;
import shopkeeper.domain.behavior.Attention;
import shopkeeper.domain.behavior.Behavior;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseRecorded;
import shopkeeper.domain.behavior.BehaviorEvent.ReturnRecorded;
import shopkeeper.domain.behavior.ListName;
import shopkeeper.domain.behavior.Query;
import shopkeeper.domain.behavior.Session;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.ProductId;

class CollectionTest {
    private final OnlineShop shop = new OnlineShop();

    @Test
    void a_visitor_who_logs_in_keeps_what_the_visitor_did() {
        var viewed =
                shop.post(
                                "/v1/track",
                                """
                                {"messageId":"m-1","anonymousId":"v-81","event":"Product Viewed",
                                 "properties":{"product_id":"P-10","price":19.95,"position":3}}\
                                """)
                        .as("web")
                        .answer()
                        .is(202);
        assertThat(viewed.json().at("/accepted").asInt()).isEqualTo(1);
        assertThat(viewed.json().at("/position").asLong()).isEqualTo(1);
        shop.post(
                        "/v1/identify",
                        """
                        {"messageId":"m-2","anonymousId":"v-81","userId":"u-5",
                         "traits":{"email":"Ada@Example.org","phone":"+44 20 1","favourite":"socks"}}\
                        """)
                .answer()
                .is(202);
        assertThat(lookup("email", "ada@example.org")).isEqualTo(lookup("anonymous", "v-81"));
        assertThat(lookup("crm", "u-5")).isEqualTo(behavior("m-1").customer().value());
        assertThat(behavior("m-1").act().kind()).isEqualTo("product-viewed");
        assertThat(behavior("m-1").product().orElseThrow().value()).isEqualTo("P-10");
    }

    @Test
    void an_alias_says_who_the_visitor_is() {
        shop.post("/v1/page", "{\"messageId\":\"p\",\"anonymousId\":\"v-1\"}").answer().is(202);
        shop.post("/v1/alias", "{\"messageId\":\"a\",\"previousId\":\"v-1\",\"userId\":7}")
                .answer()
                .is(202);
        assertThat(lookup("anonymous", "v-1")).isEqualTo(lookup("crm", "7"));
    }

    @ParameterizedTest
    @CsvSource({
        "Products Searched,products-searched",
        "Product List Viewed,product-list-viewed",
        "Product List Filtered,product-list-filtered",
        "Product Clicked,product-clicked",
        "Product Viewed,product-viewed",
        "Product Added,product-added",
        "Product Removed,product-removed",
        "Cart Viewed,cart-viewed",
        "Product Added to Wishlist,product-wish-listed",
        "Product Removed from Wishlist,product-unwished",
        "Wishlist Product Added to Cart,product-added",
        "Product Shared,shared",
        "Cart Shared,shared",
        "Product Reviewed,product-reviewed",
        "Checkout Started,checkout-started",
        "Checkout Step Viewed,checkout-step-viewed",
        "Checkout Step Completed,checkout-step-completed",
        "Payment Info Entered,payment-info-entered",
        "Page Left,page-left",
        "Coupon Entered,other",
    })
    void every_event_has_its_kind(String event, String kind) {
        assertThat(told(event, "{\"product_id\":\"P-1\"}").kind()).isEqualTo(kind);
    }

    @Test
    void what_is_told_of_no_product_is_kept_as_something_else() {
        assertThat(told("Product Viewed", "{}")).isEqualTo(new Act.Other(Optional.empty()));
    }

    private Act told(String event, String properties) {
        track("m", event, properties).is(202);
        return behavior("m").act();
    }

    private OnlineShop.Answer track(String message, String event, String properties) {
        return shop.post(
                        "/v1/track",
                        "{\"messageId\":\"%s\",\"anonymousId\":\"v\",\"event\":\"%s\",\"properties\":%s}"
                                .formatted(message, event, properties))
                .answer();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "results":7           | 7
                    "number_of_results":0 | 0
                    "results_count":"3"   | 3
                    "products":[{},{}]    | 2
                    "results":1e20        | 1000000000
                    "page":1              | -1
                    """)
    void a_search_says_how_much_it_found_as_shops_say_it(String found, int results) {
        var search =
                (Act.Searched)
                        told(
                                "Products Searched",
                                "{\"query\":\" blue  tea \",%s}".formatted(found));
        assertThat(search.query()).contains(new Query("blue tea"));
        assertThat(search.results().orElse(-1)).isEqualTo(results);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "visible_time":12.3456                                       | 12346 | false
                    "visible_time":12,"time_on_page":600                         | 12000 | false
                    "time_on_page":4                                             |  4000 | false
                    "time_on_page":600,"visibility":"hidden"                     |    -1 | true
                    "visible_time":3,"time_on_page":600,"visibility":"hidden"    |  3000 | true
                    "time_on_page":259200                                        | 1800000 | false
                    "time_on_page":1e90                                          | 1800000 | false
                    "visibility":"visible"                                       |    -1 | false
                    """)
    void the_time_a_page_was_before_somebodys_eyes_is_kept_capped(
            String properties, long millis, boolean hidden) {
        var view =
                (Act.ProductViewed)
                        told("Product Viewed", "{\"product_id\":\"P-1\",%s}".formatted(properties));
        assertThat(view.attention())
                .isEqualTo(
                        new Attention(
                                millis < 0
                                        ? Optional.empty()
                                        : Optional.of(Duration.ofMillis(millis)),
                                hidden));
    }

    @Test
    void a_cart_and_a_list_are_kept_with_their_products() {
        var products = "\"products\":[{\"product_id\":\"P-1\"},{\"sku\":\"P-2\"}]";
        assertThat(told("Cart Viewed", "{%s}".formatted(products)))
                .isEqualTo(new Act.CartViewed(List.of(new ProductId("P-1"), new ProductId("P-2"))));
        track("l", "Product List Viewed", "{\"category\":\"Tea\",%s}".formatted(products)).is(202);
        assertThat(((Act.ListViewed) behavior("l").act()).list()).contains(new ListName("Tea"));
        track("f", "Product List Filtered", "{\"list_id\":\"L-1\"}").is(202);
        assertThat(((Act.ListFiltered) behavior("f").act()).list()).contains(new ListName("L-1"));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Product Viewed    | {"product_id":"P\\t1"}                    | product_id: product id may only hold printable ASCII without blanks.
                    Product Viewed    | {"product_id":"\\uD83E\\uDED6"}              | product_id: product id may only hold printable ASCII without blanks.
                    Product Viewed    | {"product_id":"P","visible_time":-1}      | visible_time must be zero or more.
                    Product Viewed    | {"product_id":"P","visible_time":"long"}  | visible_time is not a number.
                    Product Viewed    | {"product_id":"P","time_on_page":1e400}   | time_on_page is not an amount.
                    Products Searched | {"query":"tea","results":-1}              | results must be zero or more.
                    Products Searched | {"query":"tea","results":1.5}             | results: Rounding necessary.
                    Products Searched | {"query":{}}                              | query must be a text.
                    Cart Viewed       | {"products":"P-1"}                        | products must be a list of products.
                    Cart Viewed       | {"products":["P-1"]}                      | A product is an object.
                    Cart Viewed       | {"products":[{}]}                         | product_id is missing.
                    """)
    void what_cannot_be_true_is_named_in_its_place(String event, String properties, String why) {
        var answer = track("m", event, properties).is(202);
        assertThat(answer.json().at("/accepted").asInt()).as(answer.text()).isZero();
        assertThat(answer.at("/rejected/0/problem/detail")).isEqualTo(why);
    }

    @Test
    void a_search_of_64_kib_is_refused_in_its_place() {
        var answer =
                track("m", "Products Searched", "{\"query\":\"" + "x".repeat(65_536) + "\"}")
                        .is(202);
        assertThat(answer.at("/rejected/0/problem/detail"))
                .isEqualTo("query: a search has 1 to 500 characters, this one has 65536.");
    }

    @Test
    void what_comes_when_its_day_is_no_longer_kept_is_told_so_and_the_rest_counts() {
        var answer =
                shop.post(
                                "/v1/batch",
                                """
                                {"batch":[
                                 {"type":"page","messageId":"m-1","anonymousId":"v","timestamp":"2025-10-21T00:00:00Z"},
                                 {"type":"page","messageId":"m-2","anonymousId":"v","timestamp":"2025-10-20T23:59:59Z"},
                                 {"type":"page","messageId":"m-3","anonymousId":"v","timestamp":"2027-01-01T00:00:00Z"}]}\
                                """)
                        .answer()
                        .is(202);
        assertThat(answer.json().at("/accepted").asInt()).isEqualTo(2);
        assertThat(answer.json().at("/rejected")).hasSize(1);
        assertThat(answer.at("/rejected/0/index")).isEqualTo("1");
        assertThat(answer.at("/rejected/0/problem/code")).isEqualTo("too-late");
        assertThat(answer.at("/rejected/0/problem/detail"))
                .isEqualTo(
                        "This happened on 2025-10-20: what was done before 2025-10-21 is no longer kept.");
        assertThat(behavior("m-3").at().effective())
                .as("a clock that runs ahead dates nothing later than we heard of it")
                .isEqualTo(Instant.parse("2026-11-20T10:00:10Z"));
    }

    @Test
    void what_a_visitor_allows_is_kept_under_their_name_and_the_rest_only_counts() {
        track("m-1", "Product Viewed", "{\"product_id\":\"P-1\"}").is(202);
        var visitor = lookup("anonymous", "v");
        assertThat(views(visitor)).isZero();
        say(visitor, "GRANTED");
        track("m-2", "Product Viewed", "{\"product_id\":\"P-2\"}").is(202);
        assertThat(views(visitor)).isEqualTo(1);
        assertThat(session(visitor)).containsExactly(new ProductId("P-2"));
        say(visitor, "WITHDRAWN");
        track("m-3", "Product Viewed", "{\"product_id\":\"P-3\"}").is(202);
        assertThat(views(visitor)).isZero();
        assertThat(session(visitor)).isEmpty();
        assertThat(shop.the(InMemoryShop.class).behaviors.all()).hasSize(3);
    }

    private void say(String visitor, String choice) {
        shop.put(
                        "/v1/profiles/" + visitor + "/consents/CONTENT_PERSONALIZATION",
                        """
                        {"choice":"%s","notice":{"id":"privacy","version":"3","locale":"en-GB"},
                         "method":"TOGGLE","channel":"ONLINE","touchpoint":"web"}\
                        """
                                .formatted(choice))
                .answer()
                .is(200);
    }

    private long views(String visitor) {
        return shop.get("/v1/profiles/" + visitor + "/timeline")
                .answer()
                .is(200)
                .json()
                .at("/entries")
                .valueStream()
                .filter(entry -> entry.at("/kind").asString().equals("product-viewed"))
                .count();
    }

    private List<ProductId> session(String visitor) {
        return shop.the(InMemoryShop.class)
                .sessions
                .session(List.of(new CustomerId(visitor)), Instant.parse("2026-11-20T10:00:10Z"))
                .map(Session::products)
                .orElse(List.of());
    }

    @Test
    void a_screen_is_the_page_of_an_app() {
        shop.post("/v1/screen", "{\"messageId\":\"s\",\"userId\":\"u\",\"name\":\"Home\"}")
                .answer()
                .is(202);
        assertThat(behavior("s").act().kind()).isEqualTo("screen-viewed");
        assertThat(behavior("s").via().touchpoint()).isEqualTo("app");
    }

    @Test
    void a_clock_that_is_a_day_behind_is_corrected() {
        shop.post(
                        "/v1/batch",
                        """
                        {"sentAt":"2026-11-19T10:00:10Z","batch":[
                         {"type":"page","messageId":"m","anonymousId":"v",
                          "timestamp":"2026-11-19T10:00:00Z"}]}\
                        """)
                .answer()
                .is(202);
        assertThat(behavior("m").at().occurred()).isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
    }

    @Test
    void a_batch_that_is_sent_again_counts_once() {
        var batch =
                """
                {"sentAt":"%s","batch":[
                 {"type":"track","event":"Product Viewed","messageId":"m-1","anonymousId":"v-81",
                  "properties":{"sku":"P-10-R"}},
                 {"type":"identify","messageId":"m-2","anonymousId":"v-81","userId":"u-5"},
                 {"type":"track","event":"Order Completed","messageId":"m-3","userId":"u-5",
                  "timestamp":"2026-11-20T09:59:00Z",
                  "properties":{"order_id":"O-1","total":39.9,"currency":"EUR",
                   "products":[{"product_id":"P-10","quantity":2,"price":19.95}]}}]}\
                """;
        var first =
                shop.post("/v1/batch", batch.formatted("2026-11-20T10:00:00Z")).answer().is(202);
        assertThat(first.json().at("/accepted").asInt()).isEqualTo(3);
        assertThat(first.json().at("/rejected").isEmpty()).isTrue();
        var again =
                shop.post("/v1/batch", batch.formatted("2026-11-20T10:00:04Z")).answer().is(202);
        assertThat(again.json().at("/accepted").asInt()).isZero();
        assertThat(again.json().at("/duplicates").asInt()).isEqualTo(3);
        assertThat(purchases()).isEqualTo(1);
    }

    @Test
    void the_wrong_calls_of_a_batch_are_named_and_the_others_count() {
        var answer =
                shop.post(
                                "/v1/batch",
                                """
                                {"batch":[
                                 {"type":"page","messageId":"ok","anonymousId":"v"},
                                 {"type":"page","anonymousId":"v"},
                                 {"type":"page","messageId":"m-2"},
                                 {"type":"dance","messageId":"m-3","anonymousId":"v"},
                                 {"type":"track","messageId":"m-4","anonymousId":"v"},
                                 "page",
                                 {"type":"page","messageId":"m-6","anonymousId":"v","timestamp":"soon"},
                                 {"type":"identify","messageId":"m-7","traits":{"email":"nobody"}},
                                 {"type":"alias","messageId":"m-8","userId":"u"},
                                 {"type":"page","messageId":"ok","anonymousId":"v"},
                                 {"type":"page","messageId":"ok","anonymousId":"other"},
                                 {"type":"page","messageId":"m 11","anonymousId":"v"},
                                 {"type":"page","messageId":"m-12","anonymousId":{"a":1}},
                                 {"type":"track","event":"x","messageId":"m-13","anonymousId":"v","properties":[]},
                                 {"type":"group","messageId":"m-14","anonymousId":"v"}]}\
                                """)
                        .answer()
                        .is(202);
        assertThat(answer.json().at("/accepted").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/duplicates").asInt()).isEqualTo(1);
        var rejected = answer.json().at("/rejected");
        assertThat(rejected).hasSize(13);
        assertThat(rejected.get(0).at("/index").asInt()).isEqualTo(1);
        assertThat(rejected.get(0).at("/problem/detail").asString())
                .isEqualTo("messageId is missing.");
        assertThat(rejected.get(8).at("/index").asInt()).isEqualTo(10);
        assertThat(rejected.get(8).at("/problem/code").asString()).isEqualTo("conflict");
        assertThat(rejected.valueStream().map(one -> one.at("/problem/status").asInt()))
                .containsOnly(400, 409);
    }

    @Test
    void a_body_without_calls_or_with_too_many_is_refused_whole() {
        shop.post("/v1/batch", "{}").answer().isProblem(400, "invalid");
        shop.post("/v1/batch", "[]").answer().isProblem(400, "invalid");
        shop.post("/v1/batch", "{\"batch\":[" + "1,".repeat(1000) + "1]}")
                .answer()
                .isProblem(413, "too-large");
    }

    @Test
    void two_customers_do_not_become_one_by_being_named_together() {
        identify("i-1", "\"userId\":\"u-1\"");
        identify("i-2", "\"userId\":\"u-2\",\"traits\":{\"email\":\"b@example.org\"}");
        var answer = identify("i-3", "\"userId\":\"u-1\",\"traits\":{\"email\":\"b@example.org\"}");
        assertThat(answer.at("/rejected/0/problem/code"))
                .isEqualTo("identifiers-belong-to-different-customers");
        assertThat(answer.text()).doesNotContain("b@example.org");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    only lines              | "products":[%s]                                            | 39.90 | 0.00
                    total that adds         | "total":39.9,"products":[%s]                               | 39.90 | 0.00
                    amounts as text         | "total":"39.90","products":[%s]                            | 39.90 | 0.00
                    binary rounding         | "total":39.900000000000006,"products":[%s]                 | 39.90 | 0.00
                    discount                | "total":37.58,"discount":2.32,"products":[%s]              | 37.58 | -2.32
                    coupon without discount | "total":37.58,"coupon":"OFF-77","products":[%s]            | 37.58 | -2.32
                    shipping and tax on top | "total":45.0,"shipping":3,"tax":2.1,"products":[%s]        | 39.90 | 0.00
                    tax inside the prices   | "total":42.9,"shipping":3,"tax":6.37,"products":[%s]       | 39.90 | 0.00
                    discount and all        | "total":42.5,"discount":2.5,"shipping":3,"tax":2.1,"products":[%s] | 37.40 | -2.50
                    """)
    void what_was_paid_for_the_goods_is_remembered(
            String what, String properties, String paid, String discount) {
        assertThat(order("O-1", properties.formatted(socks())).json().at("/accepted").asInt())
                .isEqualTo(1);
        var bought = log(PurchaseRecorded.class);
        assertThat(bought.total()).isEqualTo(Money.of(paid, "EUR"));
        assertThat(bought.discount()).isEqualTo(Money.of(discount, "EUR"));
        assertThat(bought.receipt().value()).isEqualTo("web:O-1");
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "total":39.91,"products":[%s]                        | sums-do-not-add
                    "total":37.58,"products":[%s]                        | sums-do-not-add
                    "total":50,"coupon":"OFF-77","products":[%s]         | sums-do-not-add
                    "total":37.58,"discount":1,"products":[%s]           | sums-do-not-add
                    "total":0                                            | nothing-on-it
                    "total":0,"products":[]                              | nothing-on-it
                    "total":1e400000000,"products":[%s]                  | invalid
                    "total":1e-400000000,"products":[%s]                 | invalid
                    "total":1e20,"products":[%s]                         | invalid
                    "total":true,"products":[%s]                         | invalid
                    "total":"much","products":[%s]                       | invalid
                    "products":{}                                        | invalid
                    "products":["P-1"]                                   | invalid
                    "products":[{"price":1}]                             | invalid
                    "products":[{"product_id":"P-1"}]                    | invalid
                    "products":[{"product_id":"P-1","price":1,"quantity":0}]  | invalid
                    "products":[{"product_id":"P-1","price":1,"quantity":-1}] | invalid
                    "products":[{"product_id":"P 1","price":1}]          | invalid
                    """)
    void an_order_that_cannot_be_true_is_refused_in_its_place(String properties, String code) {
        var answer = order("O-1", properties.formatted(socks()));
        assertThat(answer.at("/rejected/0/problem/code")).as(answer.text()).isEqualTo(code);
        assertThat(purchases()).isZero();
    }

    @Test
    void an_order_without_id_or_currency_is_invalid() {
        assertThat(
                        track("{\"products\":[%s],\"currency\":\"EUR\"}".formatted(socks()))
                                .at("/rejected/0/problem/detail"))
                .isEqualTo("order_id is missing.");
        assertThat(
                        track("{\"order_id\":\"O\",\"products\":[%s]}".formatted(socks()))
                                .at("/rejected/0/problem/detail"))
                .isEqualTo("currency is missing.");
    }

    @Test
    void a_receipt_that_was_not_taken_is_kept_for_a_person_to_see() {
        order("O-1", "\"total\":1,\"products\":[%s]".formatted(socks()));
        var kept = shop.the(Quarantine.class).list(10);
        assertThat(kept).hasSize(1);
        assertThat(kept.getFirst().code()).isEqualTo("sums-do-not-add");
        assertThat(kept.getFirst().body()).contains("O-1");
    }

    @Test
    void the_same_order_with_other_content_is_a_conflict() {
        order("O-1", "\"products\":[%s]".formatted(socks()));
        var other = order("O-1", "\"products\":[%s,%s]".formatted(socks(), socks()));
        assertThat(other.at("/rejected/0/problem/code")).isEqualTo("conflict");
    }

    @Test
    void an_order_comes_back_in_parts_and_never_more_than_was_bought() {
        order(
                "O-900",
                "\"total\":37.58,\"coupon\":\"OFF-77\",\"products\":[%s]".formatted(socks()));
        assertThat(refund("r-1", "O-900", "17.95").json().at("/accepted").asInt()).isEqualTo(1);
        assertThat(refund("r-1", "O-900", "17.95").json().at("/duplicates").asInt()).isEqualTo(1);
        assertThat(log(ReturnRecorded.class).total()).isEqualTo(Money.of("17.95", "EUR"));
        assertThat(refund("r-2", "O-900", "17.95").json().at("/accepted").asInt()).isEqualTo(1);
        assertThat(refund("r-3", "O-900", "17.95").at("/rejected/0/problem/code"))
                .isEqualTo("more-returned-than-bought");
        // Its order has not arrived: it waits.
        assertThat(refund("r-4", "O-901", "17.95").json().at("/accepted").asInt()).isEqualTo(1);
        assertThat(refund("r-5", "O-900", "-1").at("/rejected/0/problem/code"))
                .isEqualTo("invalid");
    }

    private OnlineShop.Answer refund(String message, String order, String total) {
        return shop.post(
                        "/v1/track",
                        """
                        {"messageId":"%s","userId":"u","event":"Order Refunded","properties":{
                         "order_id":"%s","currency":"EUR","total":%s,
                         "products":[{"product_id":"P-10","quantity":1,"price":19.95}]}}\
                        """
                                .formatted(message, order, total))
                .answer()
                .is(202);
    }

    private OnlineShop.Answer order(String id, String properties) {
        return track("{\"order_id\":\"%s\",\"currency\":\"EUR\",%s}".formatted(id, properties));
    }

    private OnlineShop.Answer track(String properties) {
        return shop.post(
                        "/v1/track",
                        """
                        {"messageId":"o-%d","userId":"u","event":"Order Completed",
                         "properties":%s}\
                        """
                                .formatted(properties.hashCode() & 0xffff, properties))
                .answer()
                .is(202);
    }

    private OnlineShop.Answer identify(String message, String who) {
        return shop.post("/v1/identify", "{\"messageId\":\"%s\",%s}".formatted(message, who))
                .answer()
                .is(202);
    }

    private static String socks() {
        return "{\"product_id\":\"P-10\",\"quantity\":2,\"price\":19.95}";
    }

    private String lookup(String type, String value) {
        return shop.post(
                        "/v1/profiles/lookup",
                        "{\"type\":\"%s\",\"value\":\"%s\"}".formatted(type, value))
                .answer()
                .is(200)
                .at("/customer");
    }

    private Behavior behavior(String message) {
        return shop.the(InMemoryShop.class).behaviors.all().stream()
                .filter(behavior -> behavior.message().equals(new MessageId("web", message)))
                .findFirst()
                .orElseThrow();
    }

    private int purchases() {
        return shop.the(InMemoryShop.class).log.facts(PurchaseRecorded.class).size();
    }

    private <F extends Fact> F log(Class<F> type) {
        return shop.the(InMemoryShop.class).log.facts(type).getFirst();
    }
}
