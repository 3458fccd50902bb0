package shopkeeper.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {
    private static final OnlineShop SHOP = new OnlineShop();

    @Test
    void without_a_key_there_is_only_the_question_for_one() {
        var answer =
                SHOP.get("/v1/products/P-1")
                        .without("Authorization")
                        .answer()
                        .isProblem(401, "not-authenticated");
        assertThat(answer.response().getHeaders("WWW-Authenticate"))
                .anyMatch(way -> way.startsWith("Bearer"));
        assertThat(answer.header("Set-Cookie")).isNull();
        assertThat(answer.header("Shopkeeper-Position")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer nobodys",
                "Bearer ",
                "Bearer",
                "Basic !!!",
                "Basic ",
                "Digest key-of-admin",
                "key-of-admin",
                "Bearer key-of-admin key-of-admin",
            })
    void a_wrong_key_is_no_key(String header) {
        SHOP.get("/v1/products/P-1")
                .with("Authorization", header)
                .answer()
                .isProblem(401, "not-authenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"key-of-web:", ":key-of-web", "web:key-of-web", "key-of-web"})
    void a_key_may_come_as_basic_user_name_or_password(String credentials) {
        var basic =
                Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        SHOP.get("/v1/products/P-1")
                .with("Authorization", "Basic " + basic)
                .answer()
                .isProblem(404, "not-found");
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "agent,POST,/v1/track",
        "agent,POST,/v1/batch",
        "till:S1:T1,GET,/v1/products/P-1",
        "till:S1:T1,POST,/v1/decisions",
        "till:S1:T1,POST,/v1/profiles/lookup",
        "till:S1:T1,PUT,/v1/profiles/C-1/consents/ANALYTICS",
        "till:S1:T1,GET,/v1/profiles/C-1/permissions/ANALYTICS",
        "web,PUT,/v1/products/P-1",
        "web,PUT,/v1/price-books/B-1",
        "agent,PUT,/v1/stock/S-1/P-1",
    })
    void a_key_of_somebody_else_may_not(String client, String method, String path) {
        SHOP.call(method, path, "{}").as(client).answer().isProblem(403, "not-permitted");
    }

    @Test
    void health_is_open_and_the_rest_behind_it_is_not() {
        SHOP.get("/actuator/health").without("Authorization").answer().isProblem(404, "not-found");
        SHOP.get("/actuator/env").answer().isProblem(403, "not-permitted");
        SHOP.get("/actuator/env")
                .without("Authorization")
                .answer()
                .isProblem(401, "not-authenticated");
    }

    @Test
    void nothing_is_told_about_paths_to_a_stranger() {
        SHOP.get("/error").without("Authorization").answer().isProblem(401, "not-authenticated");
        SHOP.get("/no/such/path")
                .without("Authorization")
                .answer()
                .isProblem(401, "not-authenticated");
    }
}
