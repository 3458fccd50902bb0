package shopkeeper.acceptance.drivers;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import shopkeeper.acceptance.Shop;
import shopkeeper.application.behavior.AskTraits;
import shopkeeper.application.behavior.AskTraits.Traits;
import shopkeeper.application.behavior.SessionView;
import shopkeeper.application.behavior.TrackBehavior;
import shopkeeper.domain.behavior.Act;
import shopkeeper.domain.behavior.Attention;
import shopkeeper.domain.behavior.Behavior;
import shopkeeper.domain.behavior.Session;
import shopkeeper.domain.behavior.Trait.Finding;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.profile.Identifier;
import tools.jackson.databind.JsonNode;

/** What the shop sees of those who look around: in process, or as a web shop tells it over REST. */
public final class Watching {
    private final Shop shop;
    private final Way way;
    private final InProcess ports;

    public Watching(Shop shop, Way way, InProcess ports) {
        this.shop = shop;
        this.way = way;
        this.ports = ports;
    }

    /** The whole of them as one message, which can come again. */
    public Outcome looks(String message, Identifier who, ProductId product, Duration ago) {
        var at = shop.clock().instant().minus(ago);
        return way == Way.IN_PROCESS
                ? tracked(message, who, new Act.ProductViewed(product, Attention.UNKNOWN), at)
                : told(message, who, "Product Viewed", product, at);
    }

    public Outcome putsIntoCart(String message, Identifier account, ProductId product) {
        var now = shop.clock().instant();
        return way == Way.IN_PROCESS
                ? tracked(message, account, new Act.ProductAdded(product), now)
                : told(message, account, "Product Added", product, now);
    }

    private Outcome tracked(String message, Identifier who, Act act, Instant at) {
        var behavior =
                new Behavior(
                        new MessageId("web", message),
                        ports.find(who).orElseThrow(),
                        act,
                        Via.web(),
                        new Moment(at, shop.clock().instant()));
        var became = shop.platform().port(TrackBehavior.class).track(List.of(behavior)).getFirst();
        return switch (became) {
            case KEPT, COUNTED -> Outcome.of("accepted");
            case DUPLICATE -> Outcome.of("duplicate");
            case TOO_LATE -> new Outcome("refused", "too-late");
        };
    }

    private Outcome told(
            String message, Identifier who, String event, ProductId product, Instant at) {
        var call = new HashMap<String, Object>();
        call.put("messageId", message);
        call.put(OverHttp.field(who), who.value());
        call.put("event", event);
        call.put("timestamp", at.toString());
        call.put("properties", Map.of("product_id", product.value()));
        try (var rest = rest()) {
            var tally = rest.post("/v1/track", call).body();
            if (tally.path("rejected").size() > 0) {
                return Rest.Got.refused(tally.path("rejected").path(0).path("problem"));
            }
            return Outcome.of(tally.path("duplicates").asInt(0) > 0 ? "duplicate" : "accepted");
        }
    }

    /** What is in the cart of the visit that goes on; only the platform itself sees it. */
    public List<ProductId> cart(Identifier account) {
        return ports.find(account)
                .flatMap(customer ->
                        shop.platform()
                                .port(SessionView.class)
                                .session(List.of(customer), shop.clock().instant()))
                .map(Session::cart)
                .orElse(List.of());
    }

    /** After how many days this customer usually comes again, as far as the shop says it. */
    public Optional<Integer> usualDays(Identifier account) {
        return way == Way.IN_PROCESS ? rhythm(account) : rhythmOverRest(account);
    }

    private Optional<Integer> rhythm(Identifier account) {
        var traits =
                shop.platform()
                        .port(AskTraits.class)
                        .traits(ports.find(account).orElseThrow(), shop.clock().instant());
        return switch (traits) {
            case Traits.Concluded(var all, _) ->
                    all.stream()
                            .map(trait -> trait.finding())
                            .filter(Finding.Rhythm.class::isInstance)
                            .map(Finding.Rhythm.class::cast)
                            .map(Finding.Rhythm::days)
                            .findFirst();
            case Traits.Withheld _ -> Optional.empty();
        };
    }

    private Optional<Integer> rhythmOverRest(Identifier account) {
        try (var rest = rest()) {
            var customer =
                    rest.post(
                                    "/v1/profiles/lookup",
                                    Map.of("type", "crm", "value", account.value()))
                            .body()
                            .path("customer")
                            .asString("nobody");
            var traits = rest.get("/v1/profiles/" + customer + "/traits").body().path("traits");
            return StreamSupport.stream(traits.spliterator(), false)
                    .filter(trait -> trait.path("name").asString("").equals("rhythm"))
                    .map(trait -> trait.path("value").path("days").path("usual"))
                    .map(JsonNode::asInt)
                    .findFirst();
        }
    }

    private Rest rest() {
        return new Rest(shop.http(), shop.key("web"), new Seen());
    }

    /** One that nobody used before. */
    public static String message() {
        return UUID.randomUUID().toString();
    }
}
