package shopkeeper.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import shopkeeper.application.kernel.LogProgress;
import shopkeeper.domain.kernel.Position;

/** A shop with something of everything in it, for requests that need it to be there. */
final class FurnishedShop {
    static final String PAGE = "https://shop.example";

    final OnlineShop web = new OnlineShop(Issuer.trusted());
    private final String ann;
    private final String decision;

    FurnishedShop() {
        put("/v1/stores/S-1", Example.bodyOf("PUT /v1/stores/{id}"));
        put("/v1/products/P-1", "{\"name\":\"Sock\"}");
        put("/v1/stock/S-1/P-1", "{\"pieces\":3}");
        put("/v1/price-books/b", Example.bodyOf("PUT /v1/price-books/{id}"));
        web.post(
                        "/v1/identify",
                        "{\"messageId\":\"m-0\",\"anonymousId\":\"v-81\",\"userId\":\"ann\"}")
                .answer()
                .is(202);
        ann =
                web.post("/v1/profiles/lookup", "{\"type\":\"crm\",\"value\":\"ann\"}")
                        .answer()
                        .is(200)
                        .at("/customer");
        decision =
                web.post("/v1/decisions", Example.bodyOf("POST /v1/decisions"))
                        .answer()
                        .is(200)
                        .at("/decisionId");
    }

    /** As the example has it, with a key where one is needed. */
    OnlineShop.Call call(Operation operation) {
        var example = Example.of(operation);
        return call(operation, example.path(), example.body());
    }

    OnlineShop.Call call(Operation operation, String path, @Nullable String body) {
        var call = web.call(operation.method(), named(path), body == null ? null : named(body));
        if (operation.lines()) {
            call.with("Content-Type", "application/x-ndjson");
        }
        return operation.method().equals("POST") && !operation.lines()
                ? call.with("Idempotency-Key", UUID.randomUUID().toString())
                : call;
    }

    String named(String path) {
        return path.replace("{ann}", ann).replace("{decision}", decision);
    }

    Position position() {
        return web.the(LogProgress.class).seen();
    }

    private void put(String path, @Nullable String body) {
        web.call("PUT", path, body).answer().is(200);
    }
}
