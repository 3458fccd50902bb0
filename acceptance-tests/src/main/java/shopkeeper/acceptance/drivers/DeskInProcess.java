package shopkeeper.acceptance.drivers;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import shopkeeper.application.behavior.AskPoints;
import shopkeeper.application.catalog.BrowseCatalog;
import shopkeeper.application.catalog.KeepCatalog;
import shopkeeper.application.consent.AskPermission;
import shopkeeper.application.consent.ConsentViews;
import shopkeeper.application.consent.RecordConsent;
import shopkeeper.application.decision.ModelQuality;
import shopkeeper.application.pricing.AskPrice;
import shopkeeper.application.pricing.PublishPrices;
import shopkeeper.application.profile.PastProfiles;
import shopkeeper.application.profile.ProfileViews;
import shopkeeper.application.profile.ProfileViews.Then;
import shopkeeper.bootstrap.Platform;
import shopkeeper.domain.catalog.CatalogCommand;
import shopkeeper.domain.catalog.CatalogCommand.CountStock;
import shopkeeper.domain.catalog.CatalogCommand.ListProduct;
import shopkeeper.domain.catalog.CatalogCommand.OpenStore;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.catalog.StockLevel;
import shopkeeper.domain.catalog.Store;
import shopkeeper.domain.consent.ConsentCommand;
import shopkeeper.domain.consent.ConsentCommand.GrantConsent;
import shopkeeper.domain.consent.ConsentCommand.RefuseConsent;
import shopkeeper.domain.consent.ConsentCommand.WithdrawConsent;
import shopkeeper.domain.consent.ConsentMethod;
import shopkeeper.domain.consent.Permission;
import shopkeeper.domain.consent.Permission.Allowed;
import shopkeeper.domain.consent.Permission.Denied;
import shopkeeper.domain.consent.Standing.Choice;
import shopkeeper.domain.consent.Use;
import shopkeeper.domain.decision.SlateQuality.Group;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.pricing.PriceBook;
import shopkeeper.domain.pricing.PriceBookId;
import shopkeeper.domain.pricing.PricingCommand.PublishPriceBook;
import shopkeeper.domain.profile.Identifier;

/** The desk of a shop that runs in this process: the ports of the application themselves. */
public final class DeskInProcess implements Desk {
    private final Platform platform;
    private final InProcess ports;

    public DeskInProcess(Platform platform, InProcess ports) {
        this.platform = platform;
        this.ports = ports;
    }

    @Override
    public Outcome recognised(List<Identifier> identifiers) {
        return ports.recognised(identifiers);
    }

    @Override
    public Optional<String> find(Identifier who) {
        return ports.find(who).map(CustomerId::value);
    }

    @Override
    public List<String> knownBy(Identifier who) {
        ports.awaitSeen();
        return types(platform.port(ProfileViews.class).profile(customer(who)).orElseThrow());
    }

    @Override
    public List<String> knownByThen(Identifier who, long position) {
        ports.awaitSeen();
        return types(
                platform.port(PastProfiles.class)
                        .once(customer(who), new Position(position))
                        .orElseThrow()
                        .profile());
    }

    private static List<String> types(ProfileViews.Profile profile) {
        return profile.identifiers().stream().map(known -> known.type().name()).toList();
    }

    @Override
    public List<String> timeline(Identifier who) {
        return ports.timeline(who);
    }

    @Override
    public Outcome buys(Receipt receipt) {
        return ports.buys(receipt);
    }

    @Override
    public Outcome says(Choice choice, Identifier who, Use use, ConsentMethod method) {
        var word = word(choice, customer(who), use, method);
        return ports.outcome(platform.port(RecordConsent.class).record(ports.message(), word));
    }

    @Override
    public Permitted may(Identifier who, Use use) {
        var now = ports.now().received();
        return permitted(platform.port(AskPermission.class).may(customer(who), use, now));
    }

    private static Permitted permitted(Permission permission) {
        return switch (permission) {
            case Allowed(_, var evidence, _) -> new Permitted("yes", evidence);
            case Denied(var code) -> new Permitted(code.name(), "");
        };
    }

    @Override
    public List<String> consents(Identifier who) {
        ports.awaitSeen();
        return words(platform.port(ConsentViews.class).standing(customer(who)));
    }

    @Override
    public long noted() {
        return ports.noted();
    }

    @Override
    public List<String> consentsThen(Identifier who, long position) {
        ports.awaitSeen();
        var then = new Position(position);
        return words(platform.port(ConsentViews.class).standing(customer(who), then));
    }

    @Override
    public Permitted mayThen(Identifier who, Use use, long position) {
        var now = ports.now().received();
        return permitted(
                platform.port(AskPermission.class)
                        .mayThen(customer(who), use, new Position(position), now));
    }

    @Override
    public long pointsThen(Identifier who, long position) {
        ports.awaitSeen();
        var then = new Position(position);
        var once = platform.port(PastProfiles.class).once(customer(who), then).orElseThrow();
        return platform.port(AskPoints.class)
                .standingThen(new Then(once.everyone(), then, ports.now().received()))
                .points()
                .balance();
    }

    private static List<String> words(List<ConsentViews.Entry> standing) {
        return standing.stream()
                .map(entry -> entry.use().purpose() + " " + entry.choice())
                .toList();
    }

    @Override
    public Outcome lists(Product product) {
        return keep(new ListProduct(product, ports.now()));
    }

    @Override
    public boolean isSold(ProductId product) {
        return browse().product(product).orElseThrow().sold();
    }

    @Override
    public Outcome opens(Store store) {
        return keep(new OpenStore(store, ports.now()));
    }

    @Override
    public Outcome counts(StoreId store, ProductId product, int pieces) {
        var level = new StockLevel(product, pieces);
        return keep(new CountStock(store, List.of(level), ports.now()));
    }

    @Override
    public OptionalInt stock(StoreId store, ProductId product) {
        return browse().stock(store, product);
    }

    @Override
    public Map<String, Integer> slates(String by) {
        ports.awaitSeen();
        var now = ports.now().received();
        return platform
                .port(ModelQuality.class)
                .report(now.minus(Duration.ofDays(1)), now)
                .groups()
                .stream()
                .filter(group -> group.by().equals(by))
                .collect(Collectors.toMap(Group::name, Group::slates));
    }

    @Override
    public Outcome publishes(PriceBook book) {
        return ports.outcome(
                platform.port(PublishPrices.class)
                        .publish(ports.message(), new PublishPriceBook(book, ports.now())));
    }

    @Override
    public int versionOf(PriceBookId book) {
        ports.awaitSeen();
        return platform.port(AskPrice.class).book(book).orElseThrow().version();
    }

    private Outcome keep(CatalogCommand command) {
        return ports.outcome(platform.port(KeepCatalog.class).keep(ports.message(), command));
    }

    private BrowseCatalog browse() {
        ports.awaitSeen();
        return platform.port(BrowseCatalog.class);
    }

    private CustomerId customer(Identifier who) {
        return ports.find(who)
                .orElseThrow(() -> new IllegalStateException("nobody is known by " + who.type()));
    }

    private ConsentCommand word(Choice choice, CustomerId customer, Use use, ConsentMethod method) {
        var now = ports.now();
        return switch (choice) {
            case GRANTED ->
                    new GrantConsent(
                            customer,
                            use,
                            InProcess.NOTICE,
                            method,
                            Optional.empty(),
                            Via.web(),
                            now);
            case REFUSED ->
                    new RefuseConsent(
                            customer,
                            use,
                            InProcess.NOTICE,
                            method,
                            Optional.empty(),
                            Via.web(),
                            now);
            case WITHDRAWN -> new WithdrawConsent(customer, use, Optional.empty(), Via.web(), now);
        };
    }
}
