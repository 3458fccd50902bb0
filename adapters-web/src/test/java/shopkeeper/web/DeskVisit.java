package shopkeeper.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls the desk as a browser does: with a session's cookie, from the desk's own page. */
final class DeskVisit {
    static final String FORM = "application/x-www-form-urlencoded";

    /** What a form sends that is filled in well. */
    private static final Map<String, String> FILLED =
            Map.of(
                    "POST /desk/find",
                    "type=crm&value=ann",
                    "POST /desk/sign-in",
                    "key=key-of-agent",
                    "POST /desk/customers/{customer}/consents",
                    "say=WITHDRAWN+ANALYTICS&message=m-1",
                    "POST /desk/customers/{customer}/decision",
                    "",
                    "POST /desk/customers/{customer}/identifiers",
                    "",
                    "POST /desk/sign-out",
                    "");

    private final FurnishedShop shop;
    private final String session;

    DeskVisit(FurnishedShop shop, String client) {
        this.shop = shop;
        var cookie =
                form("/desk/sign-in", "key=key-of-" + client).answer().is(303).header("Set-Cookie");
        this.session = String.valueOf(cookie).split(";", -1)[0];
    }

    /** As somebody who never signed in. */
    DeskVisit(FurnishedShop shop) {
        this.shop = shop;
        this.session = "";
    }

    OnlineShop.Call call(DeskOperation operation) {
        return call(operation, operation.path().replace("{customer}", "{ann}"));
    }

    OnlineShop.Call call(DeskOperation operation, String path) {
        var filled = filled(operation);
        var named = shop.named(path).replace("{version}", "none").replace("{name}", "none");
        if (operation.changes()) {
            return form(named, String.valueOf(filled));
        }
        return shop.web.call("GET", named, null).without("Authorization").with("Cookie", session);
    }

    static @Nullable String filled(DeskOperation operation) {
        return operation.changes() ? FILLED.get(operation.name()) : null;
    }

    private OnlineShop.Call form(String path, String body) {
        var call =
                shop.web
                        .post(path, body)
                        .without("Authorization")
                        .with("Content-Type", FORM)
                        .with("Host", "localhost")
                        .with("Origin", "http://localhost");
        return session == null || session.isEmpty() ? call : call.with("Cookie", session);
    }
}
