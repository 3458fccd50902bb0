package shopkeeper.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceDataTest {
    private static final String LONDON =
            """
            {"name":"Oxford Street","zone":"Europe/London","currency":"GBP","country":"GB"}\
            """;

    private final OnlineShop shop = new OnlineShop();

    @Test
    void what_was_kept_can_be_browsed() {
        var listed = shop.put("/v1/products/P-1", "{\"name\":\"Sock\",\"category\":\"Feet\"}");
        var first = listed.answer().is(200);
        assertThat(first.at("/outcome")).isEqualTo("accepted");
        assertThat(first.json().at("/position").asLong()).isEqualTo(1);
        assertThat(listed.answer().is(200).at("/outcome")).isEqualTo("unchanged");
        var product = shop.get("/v1/products/P-1").as("web").answer().is(200);
        assertThat(product.json().toString())
                .isEqualTo(
                        "{\"id\":\"P-1\",\"name\":\"Sock\",\"category\":\"Feet\",\"sold\":true}");
        assertThat(product.header("Shopkeeper-Position")).isEqualTo("1");
        shop.put("/v1/stores/S-1", LONDON).answer().is(200);
        assertThat(shop.get("/v1/stores/S-1").answer().is(200).at("/zone"))
                .isEqualTo("Europe/London");
        shop.put("/v1/stock/S-1/P-1", "{\"pieces\":7}").answer().is(200);
        assertThat(shop.get("/v1/stock/S-1/P-1").answer().is(200).json().at("/pieces").asInt())
                .isEqualTo(7);
        shop.put(
                        "/v1/price-books/gb",
                        """
                        {"currency":"GBP","channel":"ONLINE","validFrom":"2026-01-01T00:00:00Z",
                         "prices":{"P-1":{"amount":"2.95","currency":"GBP"},"P-2":"3.5"}}\
                        """)
                .answer()
                .is(200);
        var book = shop.get("/v1/price-books/gb").as("web").answer().is(200);
        assertThat(book.at("/kind")).isEqualTo("LIST");
        assertThat(book.json().at("/version").asInt()).isEqualTo(1);
        assertThat(book.at("/prices/P-2/amount")).isEqualTo("3.50");
        assertThat(book.at("/prices/P-2/currency")).isEqualTo("GBP");
    }

    @Test
    void a_whole_assortment_comes_line_by_line() {
        var products =
                bulk(
                        "/v1/products",
                        """
                        {"id":"P-1","name":"Sock"}
                        {"id":"P-2","name":""}

                        {"id":"P-3"
                        {"id":"P-4","name":"Hat","sold":false}\r
                        {"name":"Nameless"}\
                        """);
        assertThat(products.json().at("/accepted").asInt()).isEqualTo(2);
        assertThat(products.json().at("/position").asLong()).isEqualTo(2);
        assertThat(
                        products.json()
                                .at("/rejected")
                                .valueStream()
                                .map(one -> one.at("/index").asInt()))
                .containsExactly(1, 3, 5);
        var london = LONDON.strip().replace("{", "{\"id\":\"S-1\",");
        assertThat(bulk("/v1/stores", london).json().at("/accepted").asInt()).isEqualTo(1);
        var stock =
                bulk(
                        "/v1/stock",
                        """
                        {"store":"S-1","product":"P-1","pieces":3}
                        {"store":"S-1","product":"P-1","pieces":-3}
                        {"store":"S-9","product":"P-1","pieces":3}\
                        """);
        assertThat(stock.json().at("/accepted").asInt()).isEqualTo(1);
        assertThat(stock.at("/rejected/0/problem/code")).isEqualTo("negative-stock");
        assertThat(stock.at("/rejected/1/problem/code")).isEqualTo("unknown-store");
        var books =
                bulk(
                        "/v1/price-books",
                        "{\"id\":\"b\",\"currency\":\"GBP\",\"prices\":{\"P-1\":\"2.95\"}}\n");
        assertThat(books.json().at("/accepted").asInt()).isEqualTo(1);
    }

    @Test
    void a_line_that_is_too_long_does_not_stop_the_next() {
        var answer =
                bulk(
                        "/v1/products",
                        "{\"id\":\"P-1\",\"name\":\""
                                + "x".repeat(1_100_000)
                                + "\"}\n"
                                + "{\"id\":\"P-2\",\"name\":\"Sock\"}");
        assertThat(answer.json().at("/accepted").asInt()).isEqualTo(1);
        assertThat(answer.at("/rejected/0/problem/code")).isEqualTo("too-large");
    }

    @Test
    void a_bulk_with_a_key_counts_once() {
        var line = "{\"id\":\"P-1\",\"name\":\"Sock\"}\n{\"id\":\"P-2\",\"name\":\"Hat\"}";
        var call =
                shop.post("/v1/products", line)
                        .with("Content-Type", "application/x-ndjson")
                        .with("Idempotency-Key", "k");
        assertThat(call.answer().is(200).json().at("/accepted").asInt()).isEqualTo(2);
        assertThat(call.answer().is(200).json().at("/duplicates").asInt()).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /v1/products/P-1    | {"name":"Sock","id":"P-2"}                                   | 400 | invalid
                    /v1/products/P-1    | {"name":""}                                                  | 400 | invalid
                    /v1/products/P-1    | {}                                                           | 400 | invalid
                    /v1/products/P-1    | {"name":"Sock","price":1}                                    | 400 | invalid
                    /v1/products/P-1    | {"name":"Sock","sold":"yes"}                                 | 400 | invalid
                    /v1/stores/S-1      | {"name":"S","zone":"Moon/Sea","currency":"GBP","country":"GB"} | 400 | invalid
                    /v1/stores/S-1      | {"name":"S","zone":"UTC","currency":"QQQ","country":"GB"}    | 400 | invalid
                    /v1/stores/S-1      | {"name":"S","zone":"UTC","currency":"GBP","country":"gb"}    | 400 | invalid
                    /v1/stores/S-1      | {"name":"S"}                                                 | 400 | invalid
                    /v1/stock/S-9/P-1   | {"pieces":1}                                                 | 422 | unknown-store
                    /v1/stock/S-9/P-1   | {"pieces":1.5}                                               | 400 | invalid
                    /v1/stock/S-9/P-1   | {"pieces":"1"}                                               | 400 | invalid
                    /v1/stock/S-9/P-1   | {"pieces":99999999999}                                       | 400 | invalid
                    /v1/stock/S-9/P-1   | {}                                                           | 400 | invalid
                    /v1/price-books/b   | {"currency":"GBP"}                                           | 400 | invalid
                    /v1/price-books/b   | {"prices":{}}                                                | 400 | invalid
                    /v1/price-books/b   | {"currency":"GBP","prices":{"P-1":null}}                     | 400 | invalid
                    /v1/price-books/b   | {"currency":"GBP","prices":{"P-1":2.95}}                     | 400 | invalid
                    /v1/price-books/b   | {"currency":"GBP","prices":{"P-1":"2.955"}}                  | 400 | invalid
                    /v1/price-books/b   | {"currency":"GBP","prices":{"P-1":"1e999999999"}}            | 400 | invalid
                    /v1/price-books/b   | {"currency":"GBP","prices":{"P-1":"x"}}                      | 400 | invalid
                    /v1/price-books/b   | {"currency":"GBP","kind":"FREE","prices":{}}                 | 400 | invalid
                    /v1/price-books/b   | {"currency":"GBP","prices":{"P-1":"0"}}                      | 422 | price-not-positive
                    /v1/price-books/b   | {"currency":"GBP","prices":{"P-1":{"amount":"1","currency":"EUR"}}} | 422 | mixed-currencies
                    /v1/price-books/b   | {"currency":"GBP","prices":{},"validFrom":"2026-02-01T00:00:00Z","validUntil":"2026-01-01T00:00:00Z"} | 422 | never-valid
                    """)
    void what_cannot_be_kept_is_a_problem(String path, String body, int status, String code) {
        shop.put(path, body).answer().isProblem(status, code);
    }

    @Test
    void the_same_key_for_another_product_is_a_conflict() {
        shop.put("/v1/products/P-1", "{\"name\":\"Sock\"}")
                .with("Idempotency-Key", "k")
                .answer()
                .is(200);
        shop.put("/v1/products/P-2", "{\"name\":\"Sock\"}")
                .with("Idempotency-Key", "k")
                .answer()
                .isProblem(422, "idempotency-conflict");
    }

    @Test
    void whoever_demands_a_position_that_is_not_there_is_told_to_come_back() {
        shop.put("/v1/products/P-1", "{\"name\":\"Sock\"}").answer().is(200);
        shop.get("/v1/products/P-1").with("Shopkeeper-Min-Position", "1").answer().is(200);
        var early =
                shop.get("/v1/products/P-1")
                        .with("Shopkeeper-Min-Position", "2")
                        .answer()
                        .isProblem(503, "position-not-reached");
        assertThat(early.header("Retry-After")).isEqualTo("1");
        for (String nonsense : new String[] {"-1", "soon", "", "99999999999999999999"}) {
            shop.get("/v1/products/P-1")
                    .with("Shopkeeper-Min-Position", nonsense)
                    .answer()
                    .isProblem(400, "invalid");
        }
    }

    private OnlineShop.Answer bulk(String path, String lines) {
        return shop.post(path, lines).with("Content-Type", "application/x-ndjson").answer().is(200);
    }
}
