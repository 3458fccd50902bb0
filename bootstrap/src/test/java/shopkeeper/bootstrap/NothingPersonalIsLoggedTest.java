package shopkeeper.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shopkeeper.bootstrap.LooseTill.event;
import static shopkeeper.bootstrap.Visitor.get;
import static shopkeeper.bootstrap.Visitor.overSocket;
import static shopkeeper.bootstrap.Visitor.post;
import static shopkeeper.bootstrap.Visitor.put;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

/**
 * Whatever customers, web shops and tills send, good or bad, and whatever breaks meanwhile: nothing
 * that is logged or printed says a word about a person.
 */
@ExtendWith(OpenShop.class)
final class NothingPersonalIsLoggedTest {
    private static final String EMAIL = "kanaria.42@example.org";
    private static final String PHONE = "+4915700000042";
    private static final String NAME = "Kanaria Vogelsang";
    private static final String CARD = "40000099942";
    private static final String ACCOUNT = "kanaria-account";
    private static final String VISITOR = "kanaria-visitor";
    private static final List<String> CANARIES =
            List.of(
                    EMAIL,
                    "kanaria.42%40example.org",
                    PHONE,
                    "4915700000042",
                    NAME,
                    CARD,
                    ACCOUNT,
                    VISITOR,
                    "anaria");
    private static final String PERSON =
            """
            "anonymousId":"%s","userId":"%s","traits":{"email":"%s","phone":"%s"}\
            """
                    .formatted(VISITOR, ACCOUNT, EMAIL, PHONE);
    private static final String SALE = "retail.pos.transaction.completed.v1";
    private static final String CONSENT = "retail.pos.consent.given.v1";

    private final DSLContext sql = OpenShop.platform().port(DSLContext.class);
    private int messages;

    @Test
    void whoever_reads_the_log_learns_nothing_about_anybody() throws Exception {
        String log;
        try (var overheard = new Overheard()) {
            aGoodDayOnline();
            aBadDayOnline();
            aDayAtTheDesk();
            try (var till = LooseTill.overAmqp()) {
                aDayAtTheTill(till);
            }
            try (var till = LooseTill.overMqtt()) {
                aDayAtTheTill(till);
            }
            theDatabaseSaysNo(overheard);
            LoggerFactory.getLogger(getClass()).debug("the day is over");
            log = overheard.text();
        }
        assertThat(log)
                .as("what broke is told")
                .contains(
                        "the day is over",
                        "An operation failed, answered as urn:uuid:",
                        "could not take pos.transactions",
                        "An append was refused by the database");
        assertThat(CANARIES).allSatisfy(canary -> assertThat(log).doesNotContain(canary));
    }

    private void aGoodDayOnline() throws Exception {
        assertThat(identify("")).isEqualTo(202);
        assertThat(track(order("\"19.95\""))).isEqualTo(202);
        var lookup = post("/v1/profiles/lookup", named("email", EMAIL));
        assertThat(lookup.statusCode()).isEqualTo(200);
        var id = Visitor.json(lookup).path("customer").asString();
        assertThat(
                        put("/v1/profiles/" + id + "/consents/ANALYTICS", consent("\"BUTTON\""))
                                .statusCode())
                .isEqualTo(200);
        assertThat(post("/v1/decisions", question("crm", ACCOUNT)).statusCode()).isEqualTo(200);
        for (var view : List.of("", "/identifiers", "/timeline", "/consents", "/decisions")) {
            assertThat(get("/v1/profiles/" + id + view).statusCode()).isIn(200, 404);
        }
    }

    private void aBadDayOnline() throws Exception {
        for (var path : List.of("/v1/identify", "/v1/track", "/v1/page", "/v1/batch")) {
            post(path, "{\"messageId\":\"c\"," + PERSON);
            post(path, "{\"messageId\":\"" + NAME + "\"," + PERSON + "}");
            post(path, "{\"" + EMAIL + "\":\"" + EMAIL + "\"," + PERSON + "}");
            post(path, "[\"" + EMAIL + "\"]");
            post(path, EMAIL);
            post(path, EMAIL, "Idempotency-Key", EMAIL);
            post(path, NAME, "Idempotency-Key", EMAIL);
            post(path, "\u0000" + EMAIL, "Idempotency-Key", NAME);
            post(path, "{}", "Content-Type", "text/x." + ACCOUNT);
        }
        track("\"type\":\"" + EMAIL + "\",\"event\":\"" + NAME + "\"," + PERSON);
        track(order("\"" + EMAIL + "\""));
        track(order("\"1e999999999\""));
        track("\"timestamp\":\"" + NAME + "\",\"event\":\"Cart Viewed\"," + PERSON);
        post("/v1/profiles/lookup", named(EMAIL, NAME));
        post("/v1/profiles/lookup", "{\"type\":\"email\",\"value\":{\"a\":\"" + EMAIL + "\"}}");
        post("/v1/profiles/lookup", named("phone", EMAIL));
        post("/v1/decisions", question("loyalty", CARD));
        post("/v1/decisions", question(EMAIL, NAME));
        post("/v1/decisions", question("crm", ACCOUNT).replace("ONLINE", EMAIL));
        put("/v1/profiles/" + ACCOUNT + "/consents/ANALYTICS", consent("\"" + EMAIL + "\""));
        put(
                "/v1/profiles/" + ACCOUNT + "/consents/" + EMAIL,
                consent("\"BUTTON\""),
                "If-Match",
                NAME);
        put("/v1/profiles/" + ACCOUNT + "/consents/ANALYTICS", consent("\"DISMISSED\""));
        get("/v1/profiles/" + EMAIL + "?email=" + EMAIL, "Authorization", "Bearer " + ACCOUNT);
        get("/v1/profiles/" + EMAIL + "/timeline?channel=" + EMAIL + "&cursor=" + ACCOUNT);
        get("/v1/" + EMAIL + "?email=" + EMAIL, "Shopkeeper-Min-Position", EMAIL);
        Visitor.sends("DELETE", "/v1/profiles/" + ACCOUNT, EMAIL.getBytes(UTF_8));
        for (var odd : List.of("?email=%zz" + NAME, "?%zz" + EMAIL, "?email=%00" + EMAIL)) {
            overSocket(
                    "GET /v1/profiles/x"
                            + odd.replace(' ', '+')
                            + " HTTP/1.1\r\nHost: shop\r\nCookie: "
                            + EMAIL
                            + "="
                            + NAME
                            + "\r\n"
                            + "Authorization: "
                            + Visitor.bearer("web")
                            + "\r\n\r\n");
        }
        overSocket(EMAIL + "\r\n\r\n");
        overSocket("GET /v1/profiles/" + EMAIL + "|x HTTP/1.1\r\nHost: " + EMAIL + "\r\n\r\n");
        overSocket("GET / HTTP/1.1\r\nHost: shop\r\n" + NAME + ": " + EMAIL + "\r\n\r\n");
        overSocket(Visitor.head("/v1/identify") + "Content-Length: 500\r\n\r\n{" + PERSON);
    }

    private static void aDayAtTheDesk() throws Exception {
        var form =
                new String[] {
                    "Content-Type",
                    "application/x-www-form-urlencoded",
                    "Origin",
                    OpenShop.platform().http().toString()
                };
        post("/desk/sign-in", "key=" + EMAIL, form);
        var signedIn = post("/desk/sign-in", "key=" + OpenShop.platform().key("agent"), form);
        assertThat(signedIn.statusCode()).isEqualTo(303);
        var cookie = signedIn.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        var agent = new String[] {form[0], form[1], form[2], form[3], "Cookie", cookie};
        assertThat(post("/desk/find", "type=email&value=" + EMAIL, agent).statusCode())
                .isEqualTo(303);
        post("/desk/find", "type=" + EMAIL + "&value=" + EMAIL, agent);
        post("/desk/find", "type=phone&value=" + EMAIL, agent);
        post("/desk/find", "type=email&value=%zz" + EMAIL, agent);
        post("/desk/find?value=%ff" + EMAIL, "type=email&" + ACCOUNT, agent);
        get("/?customer=" + EMAIL, agent);
    }

    private void aDayAtTheTill(LooseTill till) throws Exception {
        assertThat(
                        till.says("pos.transactions", event(SALE, sale("19.95")))
                                .path("outcome")
                                .asString())
                .isEqualTo("accepted");
        assertThat(
                        till.says("pos.transactions", event(SALE, sale("19.96")))
                                .path("outcome")
                                .asString())
                .isEqualTo("refused");
        assertThat(
                        till.says(
                                        "pos.consents",
                                        event(
                                                CONSENT,
                                                "{\"customer\":{\"loyaltyId\":\""
                                                        + CARD
                                                        + "\"},\"purpose\":\""
                                                        + EMAIL
                                                        + "\"}"))
                                .path("outcome")
                                .asString())
                .isEqualTo("quarantined");
        for (var address : List.of("pos.transactions", "pos.consents", "pos.offers.requests")) {
            for (var data :
                    List.of(
                            "{\"customer\":\""
                                    + EMAIL
                                    + "\",\"loyaltyId\":{\"x\":\""
                                    + CARD
                                    + "\"}}",
                            "{\"customer\":{\"identifiers\":[{\"type\":\""
                                    + EMAIL
                                    + "\",\"value\":\""
                                    + NAME
                                    + "\"}]}}",
                            "\"" + EMAIL + "\"")) {
                till.says(address, event("retail.pos." + ACCOUNT + ".v1", data));
                till.says(address, event(SALE, data));
                till.says(address, event(CONSENT, data));
            }
            till.says(address, EMAIL);
            till.says(address, event(SALE, sale("1").substring(2)));
            till.says(address, ("<" + ACCOUNT + ">" + EMAIL).getBytes(UTF_8), "application/xml");
            till.says(
                    address,
                    ("<!DOCTYPE " + ACCOUNT + "><a>" + EMAIL + "</a>").getBytes(UTF_8),
                    "application/xml");
            till.says(
                    address,
                    event(SALE, "{}").replace("urn:store:0042:till:07", "mailto:" + EMAIL));
            till.says(address, event(SALE, "{}").replace("2026-11-20T11", EMAIL));
        }
    }

    /**
     * What the platform fails at: a view that is gone, a log and a quarantine that take nothing.
     */
    private void theDatabaseSaysNo(Overheard overheard) throws Exception {
        var found = post("/v1/profiles/lookup", named("email", EMAIL));
        var id = Visitor.json(found).path("customer").asString();
        sql.execute("alter table timeline rename to timeline_elsewhere");
        try {
            assertThat(get("/v1/profiles/" + id + "/timeline").statusCode()).isEqualTo(500);
            assertThat(identify(",\"context\":{}")).isEqualTo(202);
        } finally {
            sql.execute("alter table timeline_elsewhere rename to timeline");
        }
        sql.execute("alter table event add constraint none check (false) not valid");
        try {
            var stranger = PERSON.replace(ACCOUNT, ACCOUNT + "-2").replace(VISITOR, VISITOR + "-2");
            assertThat(track("\"event\":\"Cart Viewed\"," + stranger)).isEqualTo(500);
        } finally {
            sql.execute("alter table event drop constraint none");
        }
        sql.execute("alter table quarantine add constraint none check (false) not valid");
        try (var till = LooseTill.overAmqp();
                var aside = Executors.newVirtualThreadPerTaskExecutor()) {
            var answer = aside.submit(() -> till.says("pos.transactions", EMAIL));
            await().until(() -> overheard.text().contains("could not take pos.transactions"));
            sql.execute("alter table quarantine drop constraint none");
            assertThat(answer.get(20, SECONDS).path("outcome").asString()).isEqualTo("quarantined");
        } finally {
            sql.execute("alter table quarantine drop constraint if exists none");
        }
    }

    private Integer identify(String more) throws Exception {
        return post(
                        "/v1/identify",
                        "{\"messageId\":\"canary-i-%d\",%s%s}".formatted(++messages, PERSON, more))
                .statusCode();
    }

    private Integer track(String members) throws Exception {
        return post(
                        "/v1/track",
                        "{\"messageId\":\"canary-t-%d\",%s}".formatted(++messages, members))
                .statusCode();
    }

    private String order(String total) {
        return """
        "event":"Order Completed",%s,"properties":{"order_id":"%s","total":%s,"currency":"EUR",
        "products":[{"product_id":"P-1","name":"%s","quantity":1,"price":19.95}]}\
        """
                .formatted(PERSON, UUID.randomUUID(), total, NAME);
    }

    private static String named(String type, String value) {
        return "{\"type\":\"%s\",\"value\":\"%s\"}".formatted(type, value);
    }

    private static String question(String type, String value) {
        return """
        {"customer":%s,"channel":"ONLINE","touchpoint":"web",
         "placements":[{"id":"home","kind":"recommendation","limit":2}]}\
        """
                .formatted(named(type, value));
    }

    private static String consent(String method) {
        return """
        {"choice":"GRANTED","notice":{"id":"n","version":"1","locale":"de"},"method":%s}\
        """
                .formatted(method);
    }

    private String sale(String net) {
        return """
        {"store":{"id":"0042"},"workstation":"07","businessDay":"2026-11-20","sequence":"%06d",
         "begin":"2026-11-20T11:41:02","zone":"Europe/Stockholm","currency":"EUR","note":"%s",
         "customer":{"loyaltyId":"%s"},
         "lines":[{"no":1,"kind":"sale","sku":"P-1","qty":"1","unitPrice":"19.95"}],
         "totals":{"net":"%s"}}\
        """
                .formatted(500 + ++messages, NAME, CARD, net);
    }
}
