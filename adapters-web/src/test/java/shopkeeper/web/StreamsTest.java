package shopkeeper.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.SmartLifecycle;
import shopkeeper.application.access.Client;
import shopkeeper.application.access.Keys;
import shopkeeper.web.profile.ChangeStreams;

class StreamsTest {
    private static final int OF_A_KEY = 100;
    private static final int OF_A_SESSION = 10;

    private final OnlineShop shop = new OnlineShop("wrong-keys=1000000/60", "25");
    private final List<CompletableFuture<OnlineShop.Answer>> open = new ArrayList<>();
    private String ann = "";

    @BeforeEach
    void ann_is_known() {
        shop.post("/v1/identify", "{\"messageId\":\"i\",\"userId\":\"u-1\"}").answer().is(202);
        ann =
                shop.post("/v1/profiles/lookup", "{\"type\":\"crm\",\"value\":\"u-1\"}")
                        .answer()
                        .is(200)
                        .at("/customer");
    }

    @AfterEach
    void every_stream_ends_when_the_platform_closes() {
        ((SmartLifecycle) shop.the(ChangeStreams.class)).stop();
        open.forEach(StreamsTest::ended);
    }

    @Test
    void a_stream_stays_open_while_its_key_is_good() {
        var stream = listens(byKey());
        await().until(() -> text(stream).split("still here", -1).length > 3);
        allows("w-1");
        await().until(() -> text(stream).contains("event: "));
        assertThat(stream.answer().isDone()).isFalse();
    }

    @Test
    void who_lost_their_key_hears_no_more() {
        var stream = listens(byKey());
        shop.the(Keys.class).revoke(Client.named("agent"));
        allows("w-1");
        assertThat(ended(stream.answer()).text()).doesNotContain("event: ");
    }

    @Test
    void who_signed_out_hears_no_more() {
        var session = signedIn();
        var stream = listens(atTheDesk(session));
        desk("/desk/sign-out", "").with("Cookie", session).answer().is(303);
        allows("w-1");
        assertThat(ended(stream.answer()).text()).doesNotContain("event: ");
    }

    @Test
    void a_stream_keeps_nobody_signed_in() {
        var stream = listens(atTheDesk(signedIn()));
        shop.the(ShopInMemory.WallClock.class).move(Duration.ofMinutes(20));
        ended(stream.answer());
    }

    @Test
    void a_session_whose_key_is_revoked_hears_no_more() {
        var stream = listens(atTheDesk(signedIn()));
        shop.the(Keys.class).revoke(Client.named("agent"));
        ended(stream.answer());
    }

    @Test
    void one_session_does_not_take_the_streams_of_the_others() {
        var session = signedIn();
        for (int i = 0; i < OF_A_SESSION; i++) {
            listens(atTheDesk(session));
        }
        atTheDesk(session).answer().isProblem(503, "overloaded");
        listens(atTheDesk(signedIn()));
    }

    @Test
    void one_key_does_not_take_the_streams_of_the_others() {
        for (int i = 0; i < OF_A_KEY; i++) {
            listens(byKey());
        }
        byKey().answer().isProblem(503, "overloaded");
        listens(shop.get("/v1/profiles/" + ann + "/changes").as("web"));
    }

    private record Stream(OnlineShop.Call call, CompletableFuture<OnlineShop.Answer> answer) {}

    private Stream listens(OnlineShop.Call call) {
        var answer = new CompletableFuture<OnlineShop.Answer>();
        open.add(answer);
        Thread.ofVirtual().start(() -> answer.complete(call.answer()));
        await().until(() -> text(call).startsWith("retry:"));
        return new Stream(call, answer);
    }

    private static String text(Stream stream) {
        return text(stream.call());
    }

    private static String text(OnlineShop.Call call) {
        return call.soFar();
    }

    private static OnlineShop.Answer ended(CompletableFuture<OnlineShop.Answer> answer) {
        return answer.orTimeout(10, TimeUnit.SECONDS).join();
    }

    private OnlineShop.Call byKey() {
        return shop.get("/v1/profiles/" + ann + "/changes").as("agent");
    }

    private OnlineShop.Call atTheDesk(String session) {
        return shop.get("/desk/customers/" + ann + "/changes")
                .without("Authorization")
                .with("Accept", "text/event-stream")
                .with("Cookie", session);
    }

    private String signedIn() {
        var cookie =
                String.valueOf(
                        desk("/desk/sign-in", "key=key-of-agent")
                                .answer()
                                .is(303)
                                .header("Set-Cookie"));
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private OnlineShop.Call desk(String path, String form) {
        return shop.post(path, form)
                .without("Authorization")
                .with("Content-Type", "application/x-www-form-urlencoded")
                .with("Host", "localhost")
                .with("Origin", "http://localhost");
    }

    private void allows(String key) {
        shop.put(
                        "/v1/profiles/" + ann + "/consents/ANALYTICS",
                        "{\"choice\":\"GRANTED\",\"notice\":{\"id\":\"n\",\"version\":\"1\",\"locale\":\"de\"},\"method\":\"BUTTON\"}")
                .with("Idempotency-Key", key)
                .answer()
                .is(200);
    }
}
