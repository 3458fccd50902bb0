package shopkeeper.acceptance;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import shopkeeper.acceptance.drivers.Answer;
import shopkeeper.acceptance.drivers.ChannelDriver;
import shopkeeper.acceptance.drivers.Desk;
import shopkeeper.acceptance.drivers.InProcess;
import shopkeeper.acceptance.drivers.Outcome;
import shopkeeper.acceptance.drivers.OverAmqp;
import shopkeeper.acceptance.drivers.OverHttp;
import shopkeeper.acceptance.drivers.OverMqtt;
import shopkeeper.acceptance.drivers.OverSupport;
import shopkeeper.acceptance.drivers.Person;
import shopkeeper.acceptance.drivers.Receipt;
import shopkeeper.acceptance.drivers.Seen;
import shopkeeper.acceptance.drivers.TillDriver;
import shopkeeper.acceptance.drivers.TillInProcess;
import shopkeeper.acceptance.drivers.Way;
import shopkeeper.domain.behavior.ReceiptLine;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.catalog.Store;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.profile.Identifier;

/**
 * What one scenario is about: customers, products, cards and a store of its own, so that scenarios
 * do not depend on each other's order, and the channel it is played in.
 */
public final class Scene implements AutoCloseable {
    private static final AtomicReference<@Nullable Shop> OPEN = new AtomicReference<>();
    private static final AtomicReference<@Nullable Scene> LAST = new AtomicReference<>();
    private static volatile Way playing = Way.IN_PROCESS;
    private static final AtomicInteger SCENES = new AtomicInteger();

    /** A platform that is running remembers earlier runs; their names must not meet ours. */
    private static final String RUN =
            Long.toString(ProcessHandle.current().pid(), 36)
                    + Long.toString(System.currentTimeMillis() / 100 % 1_000_000_000, 36);

    private final String mark = RUN + "-" + SCENES.incrementAndGet();
    private final Seen seen = new Seen();
    private final Map<String, Person> people = new HashMap<>();
    private final Map<String, Receipt> receipts = new HashMap<>();
    private final Map<Way, ChannelDriver> drivers = new LinkedHashMap<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private final Shop shop;
    private ZoneId zone = ZoneId.of("Europe/London");
    private @Nullable Desk desk;

    Scene(Shop shop) {
        this.shop = shop;
    }

    /** The shop and the channel in which the scenarios that follow are played. */
    public static void play(Shop shop, Way way) {
        OPEN.set(shop);
        playing = way;
    }

    static Scene next() {
        var scene =
                new Scene(
                        Optional.ofNullable(OPEN.get())
                                .orElseThrow(() -> new IllegalStateException("no shop is open")));
        LAST.set(scene);
        return scene;
    }

    /** What the scene that is played went to the web for, such as buying. */
    public static Set<String> borrowed() {
        var last = LAST.get();
        return last == null ? Set.of() : last.seen.borrowed();
    }

    static Way playing() {
        return playing;
    }

    /** The channel whose facts are tried. */
    public ChannelDriver channel() {
        return driver(playing());
    }

    /** A till: over the broker where the scene is played there, else straight at the listener. */
    public TillDriver till() {
        return till(playing());
    }

    public TillDriver till(Way way) {
        return switch (way) {
            case IN_PROCESS, HTTP, SUPPORT ->
                    new TillInProcess(shop.platform(), store(), shop.clock(), seen, ports());
            case AMQP, MQTT -> (TillDriver) driver(way);
        };
    }

    /** The ports of the platform itself. */
    public InProcess ports() {
        return (InProcess) driver(Way.IN_PROCESS);
    }

    /** Every channel there is. */
    public List<ChannelDriver> everyChannel() {
        return shop.ways().stream().map(this::driver).toList();
    }

    /** Where the shop itself prepares and looks things up. */
    public Desk desk() {
        var known = desk;
        if (known == null) {
            known = shop.desk(playing(), store(), seen);
            desk = known;
        }
        return known;
    }

    /** It is that time now; what was opened before may be closed, so this comes first. */
    public void set(Instant now) {
        if (now().isAfter(now) && (desk != null || !drivers.isEmpty())) {
            throw new AssertionError(
                    "The clock is at %s and never goes back: say what time it is before anything else happens"
                            .formatted(now()));
        }
        close();
        drivers.clear();
        desk = null;
        shop.clock().set(now);
    }

    public Shop shop() {
        return shop;
    }

    public StoreId store() {
        return new StoreId("store-" + mark);
    }

    public ProductId product(String name) {
        return new ProductId(named(name));
    }

    public String named(String name) {
        return name.replaceAll("[^A-Za-z0-9_-]", "-") + "-" + mark;
    }

    public Person person(String name) {
        return people.computeIfAbsent(name, _ -> Person.called(named(name)));
    }

    /** A new receipt of one product at 1.99. */
    public Receipt bought(Identifier customer, String product, int pieces) {
        return receipt(Optional.empty(), Optional.of(customer), product, pieces);
    }

    /** A receipt of that product which began some time ago. */
    public Receipt bought(Identifier customer, String product, int pieces, Duration ago) {
        var now = bought(customer, product, pieces);
        var then =
                new Receipt(
                        now.name(),
                        now.sale(),
                        now.customer(),
                        now.lines(),
                        now.begin().minus(ago));
        receipts.put(product, then);
        return then;
    }

    /** What comes back of the last receipt for that product. */
    public Receipt back(Identifier customer, String product, int pieces) {
        return receipt(Optional.of(receiptFor(product)), Optional.of(customer), product, pieces);
    }

    public Receipt receiptFor(String product) {
        return Optional.ofNullable(receipts.get(product))
                .orElseThrow(() -> new IllegalStateException("nobody bought " + product));
    }

    public void told(Outcome outcome) {
        outcomes.add(outcome);
    }

    public List<Outcome> outcomes() {
        return outcomes;
    }

    public Outcome lastOutcome() {
        return outcomes.getLast();
    }

    /** The store of this scene opens; its clock on the wall is the zone's. */
    public void opensIn(ZoneId zone) {
        this.zone = zone;
        var pounds = Currency.getInstance("GBP");
        told(desk().opens(new Store(store(), "The store", zone, pounds, "GB")));
    }

    /** Where the store is. */
    public ZoneId zone() {
        return zone;
    }

    /** The shop sells it from now on. */
    public Outcome sells(String product, boolean sold) {
        var listed = new Product(product(product), product, Optional.empty(), sold);
        return desk().lists(listed);
    }

    public void answered(Answer answer) {
        answers.add(answer);
    }

    public Answer lastAnswer() {
        return answers.getLast();
    }

    public static ReceiptLine line(ProductId product, int pieces) {
        return ReceiptLine.of(product, new BigDecimal(pieces), Money.of("1.99", "GBP"));
    }

    @Override
    public void close() {
        drivers.values().forEach(ChannelDriver::close);
    }

    private Receipt receipt(
            Optional<Receipt> sale, Optional<Identifier> customer, String product, int pieces) {
        var begin = now().truncatedTo(ChronoUnit.SECONDS);
        var receipt =
                new Receipt(
                        "r" + SCENES.incrementAndGet() + "-" + mark,
                        sale,
                        customer,
                        List.of(line(product(product), pieces)),
                        begin);
        if (sale.isEmpty()) {
            receipts.put(product, receipt);
        }
        return receipt;
    }

    private Instant now() {
        return shop.clock().instant();
    }

    private ChannelDriver driver(Way way) {
        var driver = drivers.get(way);
        if (driver == null) {
            driver = open(way);
            drivers.put(way, driver);
        }
        return driver;
    }

    private ChannelDriver open(Way way) {
        return switch (way) {
            case IN_PROCESS -> new InProcess(shop.platform(), shop.clock(), store(), seen);
            case HTTP -> new OverHttp(shop.http(), shop.key("web"), store(), seen);
            case AMQP ->
                    new OverAmqp(
                            shop.amqp(),
                            shop.key("till:" + store() + ":1"),
                            store(),
                            shop.clock(),
                            seen,
                            driver(Way.HTTP));
            case MQTT ->
                    new OverMqtt(
                            shop.mqtt(),
                            shop.key("till:" + store() + ":1"),
                            store(),
                            shop.clock(),
                            seen,
                            driver(Way.HTTP));
            case SUPPORT ->
                    new OverSupport(
                            shop.http(), shop.key("agent"), store(), seen, driver(Way.HTTP));
        };
    }
}
