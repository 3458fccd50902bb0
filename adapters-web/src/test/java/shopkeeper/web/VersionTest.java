package shopkeeper.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {
    private final OnlineShop shop = new OnlineShop();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /v1/products/P-1   | {"name":"Sock"} | {"name":"Trail sock"} | {"name":"Hat"}
                    /v1/stores/S-1     | {"name":"Leeds","zone":"Europe/London","currency":"GBP","country":"GB"} | {"name":"York","zone":"Europe/London","currency":"GBP","country":"GB"} | {"name":"Hull","zone":"Europe/London","currency":"GBP","country":"GB"}
                    /v1/stock/S-0/P-1  | {"pieces":7}    | {"pieces":8}          | {"pieces":9}
                    /v1/price-books/b  | {"currency":"GBP","prices":{"P-1":"2.95"}} | {"currency":"GBP","prices":{"P-1":"2.97"}} | {"currency":"GBP","prices":{"P-1":"2.99"}}
                    """)
    void of_two_editors_the_second_is_told_that_it_changed(
            String path, String before, String first, String second) {
        shop.put(
                        "/v1/stores/S-0",
                        """
                        {"name":"Wick","zone":"Europe/London","currency":"GBP","country":"GB"}\
                        """)
                .answer()
                .is(200);
        shop.put("/v1/stock/S-0/P-2", "{\"pieces\":1}").answer().is(200);
        var made = shop.put(path, before).answer().is(200);
        var seen = shop.get(path).answer().is(200);
        assertThat(seen.header("ETag")).matches("\"v[0-9]+\"").isEqualTo(made.header("ETag"));
        assertThat(seen.header("Cache-Control")).isEqualTo("no-cache, private");
        var tag = String.valueOf(seen.header("ETag"));

        var changed = shop.put(path, first).with("If-Match", tag).answer().is(200);
        var stale =
                shop.put(path, second)
                        .with("If-Match", tag)
                        .answer()
                        .isProblem(412, "version-mismatch");

        assertThat('"' + stale.at("/currentVersion") + '"').isEqualTo(changed.header("ETag"));
        var now = shop.get(path).answer().is(200);
        assertThat(now.header("ETag")).isEqualTo(changed.header("ETag"));
        shop.put(path, second).with("If-Match", "\"v1\", " + now.header("ETag")).answer().is(200);
        shop.put(path, before).answer().is(200);
    }

    @Test
    void what_did_not_change_is_not_sent_again() {
        shop.put("/v1/products/P-1", "{\"name\":\"Sock\"}").answer().is(200);
        var tag = String.valueOf(shop.get("/v1/products/P-1").answer().header("ETag"));
        var same = shop.get("/v1/products/P-1").with("If-None-Match", tag).answer().is(304);
        assertThat(same.text()).isEmpty();
        assertThat(same.header("ETag")).isEqualTo(tag);
        shop.put("/v1/products/P-1", "{\"name\":\"Hat\"}").answer().is(200);
        shop.get("/v1/products/P-1").with("If-None-Match", tag).answer().is(200);
    }

    @Test
    void something_can_be_created_once() {
        shop.put("/v1/products/P-1", "{\"name\":\"Sock\"}")
                .with("If-None-Match", "*")
                .answer()
                .is(200);
        var again =
                shop.put("/v1/products/P-1", "{\"name\":\"Hat\"}")
                        .with("If-None-Match", "*")
                        .answer()
                        .isProblem(412, "version-mismatch");
        assertThat(again.at("/currentVersion")).isEqualTo("v1");
    }

    @Test
    void what_is_not_there_is_no_version_of_anything() {
        for (String tag : List.of("*", "\"v1\"")) {
            var answer =
                    shop.put("/v1/products/P-1", "{\"name\":\"Hat\"}")
                            .with("If-Match", tag)
                            .answer()
                            .isProblem(412, "version-mismatch");
            assertThat(answer.json().has("currentVersion")).isFalse();
        }
        shop.get("/v1/products/P-1").answer().isProblem(404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "W/\"v1\"",
                "\"1\"",
                "\"v01\"",
                "\"v-1\"",
                "\"\"",
                "\"v9999999999999999999\""
            })
    void a_weak_tag_or_one_of_somebody_else_never_matches(String tag) {
        shop.put("/v1/products/P-1", "{\"name\":\"Sock\"}").answer().is(200);
        shop.put("/v1/products/P-1", "{\"name\":\"Hat\"}")
                .with("If-Match", tag)
                .answer()
                .isProblem(412, "version-mismatch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "\"v1", "", "\"v1\",", "\"v1\" \"v2\"", "\"v\"1\"", "**"})
    void a_condition_that_is_malformed_is_not_passed_over(String tag) {
        shop.put("/v1/products/P-1", "{\"name\":\"Hat\"}")
                .with("If-Match", tag)
                .answer()
                .isProblem(400, "invalid");
    }

    @Test
    void a_write_can_only_be_conditional_in_one_way() {
        var put = shop.put("/v1/products/P-1", "{\"name\":\"Hat\"}");
        put.with("If-None-Match", "\"v1\"").answer().isProblem(400, "invalid");
        put.with("If-None-Match", "*").with("If-Match", "*").answer().isProblem(400, "invalid");
    }

    /** W6 of the domain notes. */
    @Test
    void two_who_record_a_consent_know_of_each_other() {
        shop.post("/v1/identify", "{\"messageId\":\"m\",\"anonymousId\":\"v\",\"userId\":\"ann\"}")
                .answer()
                .is(202);
        var ann =
                shop.post("/v1/profiles/lookup", "{\"type\":\"crm\",\"value\":\"ann\"}")
                        .answer()
                        .at("/customer");
        var path = "/v1/profiles/" + ann + "/consents";
        var grant =
                """
                {"choice":"GRANTED","notice":{"id":"n","version":"1","locale":"de"},"method":"BUTTON"}\
                """;
        var none = String.valueOf(shop.get(path).answer().is(200).header("ETag"));
        assertThat(none).isEqualTo("\"v0\"");
        shop.put(path + "/ANALYTICS", grant).with("If-None-Match", "*").answer().is(200);
        var both = String.valueOf(shop.get(path).answer().is(200).header("ETag"));

        shop.put(path + "/CONTENT_PERSONALIZATION", grant).with("If-Match", both).answer().is(200);
        var second =
                shop.put(path + "/ANALYTICS", "{\"choice\":\"WITHDRAWN\"}")
                        .with("If-Match", both)
                        .answer()
                        .isProblem(412, "version-mismatch");

        assertThat('"' + second.at("/currentVersion") + '"')
                .isEqualTo(shop.get(path).answer().header("ETag"));
        assertThat(shop.get(path).answer().text()).doesNotContain("WITHDRAWN");
    }
}
