package shopkeeper.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {
    private static final OnlineShop SHOP = new OnlineShop(Issuer.trusted());
    private static final String AGENT = "agent profiles consent decide recall browse";
    private static final String UNSIGNED = "it is not signed with a key of its issuer";

    @Test
    void a_good_token_opens_what_its_scopes_say() {
        browses(SHOP, Issuer.token().scope("openid browse").signed()).isProblem(404, "not-found");
        browses(SHOP, Issuer.token().with("scp", List.of("browse")).signed())
                .isProblem(404, "not-found");
    }

    @Test
    void a_token_without_the_scope_is_not_permitted() {
        browses(SHOP, Issuer.token().scope("collect decide").signed())
                .isProblem(403, "not-permitted");
        browses(SHOP, Issuer.token().signed()).isProblem(403, "not-permitted");
    }

    @ParameterizedTest
    @MethodSource
    void a_token_that_is_not_good_opens_nothing_and_is_told_why(String token, String why) {
        assertThat(browses(SHOP, token).isProblem(401, "not-authenticated").at("/detail"))
                .isEqualTo("The token is not taken: " + why + ".");
    }

    static Stream<Arguments> a_token_that_is_not_good_opens_nothing_and_is_told_why() {
        var good = Issuer.token().scope("browse");
        return Stream.of(
                Arguments.of(good.expired().signed(), "it has expired"),
                Arguments.of(
                        good.with("iss", "https://id.evil").signed(), "it is from another issuer"),
                Arguments.of(good.with("aud", "bank").signed(), "it is for another audience"),
                Arguments.of(
                        good.with("aud", List.of("bank", "post")).expired().signed(),
                        "it is for another audience, it has expired"),
                Arguments.of(good.with("nbf", 4_000_000_000L).signed(), "it is not good yet"),
                Arguments.of(good.unsigned(), UNSIGNED),
                Arguments.of(good.signedWithPublicKey(), UNSIGNED),
                Arguments.of(good.signed(Issuer.key("2026-12")), UNSIGNED),
                // somebody else's key under the name of the issuer's
                Arguments.of(good.signed(Issuer.key(Issuer.KEY.getKeyID())), UNSIGNED),
                Arguments.of("a.b.c", UNSIGNED),
                Arguments.of("..", UNSIGNED),
                Arguments.of(
                        good.with("sub", "ada@example.org").signed(),
                        "the subject must be an opaque id of at most 100 characters, not an address"),
                Arguments.of(
                        good.with("more", "x".repeat(9000)).signed(),
                        "it is longer than 8192 characters"));
    }

    @Test
    void a_token_without_an_end_or_a_subject_is_not_taken() {
        for (String missing : List.of("exp", "sub", "iss", "aud")) {
            var token = Issuer.token().scope("browse").without(missing);
            browses(SHOP, token.signed()).isProblem(401, "not-authenticated");
        }
    }

    @Test
    void a_token_ends_with_the_wall_clock_not_with_the_shops() {
        var shop = new OnlineShop(Issuer.trusted());
        var token = Issuer.token().scope("browse").signed();
        shop.the(ShopInMemory.ShopClock.class).move(Duration.ofDays(1));
        browses(shop, token).isProblem(404, "not-found");
        shop.the(ShopInMemory.WallClock.class).move(Duration.ofMinutes(6));
        browses(shop, token).isProblem(401, "not-authenticated");
    }

    @Test
    void where_no_issuer_is_trusted_no_token_is_taken() {
        var shop = new OnlineShop();
        assertThat(
                        browses(shop, Issuer.token().scope("browse").signed())
                                .isProblem(401, "not-authenticated")
                                .at("/detail"))
                .startsWith("Send the key");
    }

    @Test
    void a_key_opens_beside_tokens() {
        SHOP.get("/v1/products/P-1").as("web").answer().isProblem(404, "not-found");
        SHOP.get("/v1/products/P-1").as("nobody").answer().isProblem(401, "not-authenticated");
    }

    @Test
    void the_keys_of_the_issuer_may_change_while_the_shop_is_open() throws IOException {
        var file = Issuer.keysInFile(Issuer.KEY);
        var shop = new OnlineShop(Issuer.trusted(file));
        var next = Issuer.key("2026-12");
        var token = Issuer.token().scope("browse").signed(next);
        browses(shop, token).isProblem(401, "not-authenticated");
        Files.copy(Issuer.keysInFile(next), file, StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-20T11:00:00Z")));
        browses(shop, token).isProblem(404, "not-found");
        browses(shop, Issuer.token().scope("browse").signed()).isProblem(401, "not-authenticated");
        Files.writeString(file, "no keys at all");
        browses(shop, token).isProblem(404, "not-found");
    }

    @Test
    void keys_at_an_address_are_asked_for_when_a_token_comes_and_not_each_time()
            throws IOException {
        var asked = new AtomicInteger();
        var issuer =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var keys = Files.readAllBytes(Issuer.keysInFile(Issuer.KEY));
        issuer.createContext(
                "/keys",
                exchange -> {
                    try (exchange) {
                        asked.incrementAndGet();
                        exchange.sendResponseHeaders(200, keys.length);
                        exchange.getResponseBody().write(keys);
                    }
                });
        issuer.start();
        try {
            var settings = new HashMap<>(Issuer.trusted());
            var address = "http://127.0.0.1:" + issuer.getAddress().getPort() + "/keys";
            settings.put("shopkeeper.jwt.keys", address);
            var shop = new OnlineShop(settings);
            assertThat(asked).hasValue(0);
            for (int i = 0; i < 3; i++) {
                browses(shop, Issuer.token().scope("browse").signed()).isProblem(404, "not-found");
            }
            assertThat(asked).hasValue(1);
            var stranger = Issuer.token().scope("browse").signed(Issuer.key("unknown"));
            for (int i = 0; i < 5; i++) {
                browses(shop, stranger).isProblem(401, "not-authenticated");
            }
            assertThat(asked).hasValueLessThanOrEqualTo(3);
        } finally {
            issuer.stop(0);
        }
    }

    @Test
    void an_issuer_that_cannot_be_asked_is_no_fault_of_the_caller() {
        var settings = new HashMap<>(Issuer.trusted());
        settings.put("shopkeeper.jwt.keys", "http://127.0.0.1:1/keys");
        var shop = new OnlineShop(settings);
        browses(shop, Issuer.token().scope("browse").signed()).isProblem(503, "unavailable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://id.example/keys", "ftp://id.example/keys", "/nowhere/keys"})
    void keys_that_could_be_anybodys_or_nobodys_are_not_taken(String where) {
        var settings = new HashMap<>(Issuer.trusted());
        settings.put("shopkeeper.jwt.keys", where);
        assertThatThrownBy(() -> new OnlineShop(settings))
                .hasStackTraceContaining("SHOPKEEPER_JWT_KEYS");
    }

    @Test
    void half_an_issuer_is_none() {
        assertThatThrownBy(() -> new OnlineShop(Map.of("shopkeeper.jwt.issuer", Issuer.NAME)))
                .hasStackTraceContaining("set all three, or none");
    }

    @Test
    void an_agents_token_is_the_agent_in_the_evidence() {
        var token = Issuer.token().scope(AGENT).with("sub", "a-9").signed();
        identified();
        var ann = found(token);
        SHOP.put(
                        "/v1/profiles/" + ann + "/consents/ANALYTICS",
                        """
                        {"choice":"GRANTED","notice":{"id":"n","version":"1","locale":"en-GB"},
                         "method":"SPOKEN","channel":"SUPPORT","touchpoint":"phone",
                         "evidence":{"call":"k-1"}}\
                        """)
                .with("Authorization", "Bearer " + token)
                .answer()
                .is(200);
        var consents =
                SHOP.get("/v1/profiles/" + ann + "/consents")
                        .with("Authorization", "Bearer " + token)
                        .answer()
                        .is(200);
        assertThat(consents.at("/consents/0/evidence/agent")).isEqualTo("a-9");
    }

    @Test
    void an_agents_token_may_not_do_what_an_agents_key_may_not() {
        var token = Issuer.token().scope("agent collect operate reference").signed();
        SHOP.post("/v1/track", "{\"messageId\":\"m\",\"userId\":\"u-1\",\"event\":\"x\"}")
                .with("Authorization", "Bearer " + token)
                .answer()
                .isProblem(403, "not-permitted");
    }

    @Test
    void an_agent_signs_in_at_the_desk_with_a_token_until_it_expires() {
        var shop = new OnlineShop(Issuer.trusted());
        var token = Issuer.token().scope(AGENT).with("sub", "a-9").signed();
        var session = signsIn(shop, token).is(303).header("Set-Cookie");
        var cookie = String.valueOf(session).split(";", -1)[0];
        assertThat(shop.get("/").with("Cookie", cookie).answer().text()).contains("agent:a-9");
        shop.the(ShopInMemory.WallClock.class).move(Duration.ofMinutes(6));
        assertThat(shop.get("/").with("Cookie", cookie).answer().text()).contains("Sign in");
        signsIn(shop, Issuer.token().scope("profiles").signed()).is(422);
    }

    private static OnlineShop.Answer signsIn(OnlineShop shop, String token) {
        return shop.post("/desk/sign-in", "key=" + token)
                .without("Authorization")
                .with("Content-Type", "application/x-www-form-urlencoded")
                .with("Host", "localhost")
                .with("Origin", "http://localhost")
                .answer();
    }

    private static void identified() {
        SHOP.post("/v1/identify", "{\"messageId\":\"i\",\"anonymousId\":\"v\",\"userId\":\"u-1\"}")
                .answer()
                .is(202);
    }

    private static String found(String token) {
        return SHOP.post("/v1/profiles/lookup", "{\"type\":\"crm\",\"value\":\"u-1\"}")
                .with("Authorization", "Bearer " + token)
                .answer()
                .is(200)
                .at("/customer");
    }

    private static OnlineShop.Answer browses(OnlineShop shop, String token) {
        return shop.get("/v1/products/P-1").with("Authorization", "Bearer " + token).answer();
    }
}
