package shopkeeper.acceptance.page;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import shopkeeper.acceptance.Scene;
import shopkeeper.acceptance.drivers.Address;
import shopkeeper.acceptance.drivers.Asked;
import shopkeeper.acceptance.drivers.ChannelDriver;
import shopkeeper.acceptance.drivers.InProcess;
import shopkeeper.acceptance.drivers.OverAmqp;
import shopkeeper.acceptance.drivers.OverHttp;
import shopkeeper.acceptance.drivers.Receipt;
import shopkeeper.acceptance.drivers.Seen;
import shopkeeper.application.catalog.KeepCatalog;
import shopkeeper.application.consent.AskPermission;
import shopkeeper.bootstrap.Platform;
import shopkeeper.bootstrap.PlatformOptions;
import shopkeeper.domain.catalog.CatalogCommand.ListProduct;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.consent.Permission.Allowed;
import shopkeeper.domain.consent.Permission.Denied;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.consent.Standing.Choice;
import shopkeeper.domain.consent.Use;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.profile.Identifier;
import shopkeeper.domain.profile.IdentifierType;

/** A platform with a few products, a till and a web shop, for one agent's page. */
final class SmallShop implements AutoCloseable {
    private static final StoreId STORE = new StoreId("0042");

    private final Platform platform;
    private final InProcess office;
    private final ChannelDriver web;
    private final ChannelDriver till;

    private SmallShop(Platform platform) {
        this.platform = platform;
        var time = platform.options().time();
        var seen = new Seen();
        office = new InProcess(platform, time, STORE, seen);
        web = new OverHttp(platform.http(), platform.key("web"), STORE, seen);
        till =
                new OverAmqp(
                        Address.here(platform.amqpPort()),
                        platform.key("till:" + STORE + ":1"),
                        STORE,
                        time,
                        seen,
                        web);
    }

    static SmallShop open(Path data) {
        var shop = new SmallShop(Platform.start(PlatformOptions.embedded(data)));
        shop.sells(Map.of("TEA-1", "Breakfast tea", "MUG-1", "Blue mug", "HON-1", "Heather honey"));
        return shop;
    }

    /** Somebody the shop knows by a card and an address. */
    record Somebody(String id, String card, String mail) {
        Identifier pointer() {
            return new Identifier(IdentifierType.LOYALTY, card);
        }
    }

    URI http() {
        return platform.http();
    }

    String key(String client) {
        return platform.key(client);
    }

    Somebody somebodyNew() {
        var mark = UUID.randomUUID().toString().substring(0, 8);
        var card = "card-" + mark;
        var mail = "ann-" + mark + "@example.org";
        office.recognised(
                List.of(
                        new Identifier(IdentifierType.LOYALTY, card),
                        new Identifier(IdentifierType.EMAIL, mail)));
        var pointer = new Identifier(IdentifierType.LOYALTY, card);
        return new Somebody(office.find(pointer).orElseThrow().value(), card, mail);
    }

    void allowsSuggestions(Somebody somebody) {
        web.says(Choice.GRANTED, somebody.pointer(), Purpose.CONTENT_PERSONALIZATION);
    }

    void buysAtTheTill(Somebody somebody, String product) {
        till.buys(receipt(Optional.of(somebody.pointer()), product));
    }

    void buysAndBringsBack(Somebody somebody, String product, String why) {
        var sale = receipt(Optional.of(somebody.pointer()), product, Duration.ZERO);
        till.buys(sale);
        till.givesBack(
                new Receipt(
                                UUID.randomUUID().toString().substring(0, 8),
                                Optional.of(sale),
                                sale.customer(),
                                sale.lines(),
                                sale.begin())
                        .because(why));
    }

    void asksOnTheWeb(Somebody somebody) {
        web.asks(new Asked(Optional.of(somebody.pointer()), "recommendation", List.of()));
    }

    /** Everything is shown, the first is clicked and the last is hidden. */
    void looksOnTheWeb(Somebody somebody) {
        var answer =
                web.asks(new Asked(Optional.of(somebody.pointer()), "recommendation", List.of()));
        var products = answer.products();
        products.forEach(product -> web.feedback(answer.id(), "shown", product));
        web.feedback(answer.id(), "clicked", products.getFirst());
        web.feedback(answer.id(), "hidden", products.getLast());
    }

    String permission(Somebody somebody) {
        var now = platform.options().time().instant();
        return switch (platform.port(AskPermission.class)
                .may(new CustomerId(somebody.id()), Use.of(Purpose.CONTENT_PERSONALIZATION), now)) {
            case Allowed _ -> "yes";
            case Denied(var code) -> code.name();
        };
    }

    @Override
    public void close() {
        till.close();
        web.close();
        platform.close();
    }

    private void sells(Map<String, String> products) {
        var keep = platform.port(KeepCatalog.class);
        products.forEach((id, name) -> {
            var product = new Product(new ProductId(id), name, Optional.empty(), true);
            office.outcome(keep.keep(office.message(), new ListProduct(product, office.now())));
            till.buys(receipt(Optional.empty(), id));
        });
    }

    private Receipt receipt(Optional<Identifier> customer, String product) {
        return receipt(customer, product, Duration.ofSeconds(1));
    }

    private Receipt receipt(Optional<Identifier> customer, String product, Duration ago) {
        return new Receipt(
                UUID.randomUUID().toString().substring(0, 8),
                Optional.empty(),
                customer,
                List.of(Scene.line(new ProductId(product), 1)),
                platform.options().time().instant().minus(ago).truncatedTo(ChronoUnit.SECONDS));
    }
}
