package shopkeeper.messaging.announcement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.behavior.BehaviorEvent;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseRecorded;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseVoided;
import shopkeeper.domain.behavior.BehaviorEvent.ReturnRecorded;
import shopkeeper.domain.behavior.BehaviorEvent.VoidParked;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.behavior.ReceiptLine;
import shopkeeper.domain.behavior.ReturnReason;
import shopkeeper.domain.behavior.VoidReason;
import shopkeeper.domain.catalog.CatalogEvent;
import shopkeeper.domain.catalog.CatalogEvent.ProductListed;
import shopkeeper.domain.catalog.CatalogEvent.StockCounted;
import shopkeeper.domain.catalog.CatalogEvent.StoreOpened;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.catalog.StockLevel;
import shopkeeper.domain.catalog.Store;
import shopkeeper.domain.consent.ConsentEvent;
import shopkeeper.domain.consent.ConsentEvent.ConsentGranted;
import shopkeeper.domain.consent.ConsentEvent.ConsentRefused;
import shopkeeper.domain.consent.ConsentEvent.ConsentWithdrawn;
import shopkeeper.domain.consent.ConsentEvent.RefusalCarriedOver;
import shopkeeper.domain.consent.ConsentMethod;
import shopkeeper.domain.consent.Notice;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.consent.Use;
import shopkeeper.domain.decision.DecisionEvent;
import shopkeeper.domain.decision.DecisionEvent.DecisionMade;
import shopkeeper.domain.decision.Mode;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.kernel.ContactMethod;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.pricing.PriceBook;
import shopkeeper.domain.pricing.PriceBookId;
import shopkeeper.domain.pricing.PricingEvent;
import shopkeeper.domain.pricing.PricingEvent.PriceBookPublished;
import shopkeeper.domain.profile.Identifier;
import shopkeeper.domain.profile.IdentifierKey;
import shopkeeper.domain.profile.IdentifierType;
import shopkeeper.domain.profile.Link;
import shopkeeper.domain.profile.ProfileEvent;
import shopkeeper.domain.profile.ProfileEvent.CustomerMet;
import shopkeeper.domain.profile.ProfileEvent.DeviceChangedHands;
import shopkeeper.domain.profile.ProfileEvent.IdentifiersLinked;
import shopkeeper.domain.profile.ProfileEvent.VisitorBecameKnown;

/** What others build on: one example of each announcement, to the letter. */
final class AnnouncementCatalogTest {
    private static final CustomerId ANN = new CustomerId("c-ann");
    private static final CustomerId VISITOR = new CustomerId("c-visitor");
    private static final Moment AT =
            new Moment(
                    Instant.parse("2026-11-20T10:41:38Z"), Instant.parse("2026-11-20T10:42:00Z"));
    private static final StoreId STORE = new StoreId("0042");
    private static final ReceiptId SALE =
            new ReceiptId("0042/07/2026-11-20/000123/20261120T114102");
    private static final ReceiptId OTHER =
            new ReceiptId("0042/07/2026-11-20/000124/20261120T120000");
    private static final ProductId SOCKS = new ProductId("socks");
    private static final List<ReceiptLine> LINES =
            List.of(ReceiptLine.of(SOCKS, BigDecimal.ONE, Money.of("19.95", "EUR")));
    private static final Money TOTAL = Money.of("19.95", "EUR");
    private static final Link MAIL =
            Link.of(
                    new Identifier(IdentifierType.EMAIL, "ann@example.org"),
                    new IdentifierKey("hashed-mail"));
    private static final Notice NOTICE = new Notice("privacy", "3", "de-DE");
    private static final Use LETTERS = Use.of(Purpose.MARKETING_MESSAGES, ContactMethod.POST);
    private static final Currency EURO = Currency.getInstance("EUR");

    private static final List<Fact> ANNOUNCED =
            List.of(
                    new PurchaseRecorded(
                            SALE,
                            Optional.of(ANN),
                            Optional.of(STORE),
                            LINES,
                            Money.of("0.00", "EUR"),
                            TOTAL,
                            Via.till(),
                            AT),
                    new ReturnRecorded(
                            OTHER,
                            Optional.of(SALE),
                            Optional.empty(),
                            Optional.of(STORE),
                            LINES,
                            Map.of(
                                    SOCKS,
                                    ReturnReason.TOO_SMALL,
                                    new ProductId("boots"),
                                    ReturnReason.OTHER),
                            TOTAL,
                            List.of(),
                            Via.till(),
                            AT),
                    new PurchaseVoided(
                            OTHER,
                            SALE,
                            VoidReason.VOIDED,
                            Optional.of(ANN),
                            Optional.of(STORE),
                            Map.of(SOCKS, BigDecimal.ONE),
                            TOTAL,
                            Via.till(),
                            AT),
                    new ProductListed(
                            new Product(SOCKS, "Trail socks", Optional.empty(), true), AT),
                    new StoreOpened(
                            new Store(STORE, "High Street", ZoneId.of("Europe/Berlin"), EURO, "DE"),
                            AT),
                    new StockCounted(STORE, List.of(new StockLevel(SOCKS, 7)), AT),
                    new ConsentGranted(
                            ANN,
                            Use.of(Purpose.CONTENT_PERSONALIZATION),
                            NOTICE,
                            ConsentMethod.SIGNATURE,
                            Via.till(),
                            AT),
                    new ConsentRefused(ANN, LETTERS, NOTICE, ConsentMethod.SPOKEN, Via.phone(), AT),
                    new ConsentWithdrawn(ANN, LETTERS, Via.web(), AT),
                    new RefusalCarriedOver(ANN, LETTERS, VISITOR, Via.web(), AT),
                    new DecisionMade(
                            new DecisionId("dec_1"),
                            Optional.of(ANN),
                            Mode.PERSONAL,
                            Via.web(),
                            AT,
                            Instant.parse("2026-11-20T11:12:00Z")),
                    new PriceBookPublished(
                            new PriceBook(
                                    new PriceBookId("de"),
                                    PriceBook.Kind.LIST,
                                    EURO,
                                    Optional.of(Channel.IN_STORE),
                                    Optional.of(STORE),
                                    Optional.empty(),
                                    Optional.empty(),
                                    0,
                                    Map.of(SOCKS, TOTAL)),
                            2,
                            AT),
                    new CustomerMet(ANN, List.of(MAIL), Via.web(), AT),
                    new IdentifiersLinked(ANN, List.of(MAIL), List.of(), Via.web(), AT),
                    new VisitorBecameKnown(VISITOR, ANN, MAIL, List.of(), Via.web(), AT),
                    new DeviceChangedHands(VISITOR, ANN, MAIL, List.of(), Via.web(), AT));

    @Test
    void each_is_told_in_these_words() {
        assertThat(ANNOUNCED.stream().map(AnnouncementCatalogTest::told))
                .containsExactlyElementsOf(golden());
    }

    @Test
    void where_nobody_said_why_nothing_of_it_is_told() {
        var silent =
                new ReturnRecorded(
                        OTHER,
                        Optional.of(SALE),
                        Optional.empty(),
                        Optional.of(STORE),
                        LINES,
                        TOTAL,
                        List.of(),
                        Via.till(),
                        AT);

        assertThat(told(silent)).doesNotContain("why");
    }

    @Test
    void every_kind_of_fact_has_an_example_or_is_nobody_elses_business() {
        var kinds =
                Stream.of(
                                BehaviorEvent.class,
                                CatalogEvent.class,
                                ConsentEvent.class,
                                DecisionEvent.class,
                                PricingEvent.class,
                                ProfileEvent.class)
                        .flatMap(AnnouncementCatalogTest::leaves)
                        .collect(Collectors.toSet());
        ANNOUNCED.forEach(fact -> kinds.remove(fact.getClass()));
        assertThat(kinds)
                .extracting(Class::getSimpleName)
                .containsExactlyInAnyOrder(
                        "ReturnParked", "VoidParked", "ParkedRefused", "NothingSold");
        assertThat(
                        AnnouncementCatalog.of(
                                new VoidParked(
                                        OTHER,
                                        SALE,
                                        VoidReason.VOIDED,
                                        Optional.of(STORE),
                                        Via.till(),
                                        AT)))
                .isEmpty();
    }

    @Test
    void nothing_a_person_told_the_shop_is_told_on() {
        assertThat(golden()).noneMatch(line -> line.contains("@") || line.contains("hashed"));
    }

    @Test
    void each_capability_has_an_address() {
        assertThat(ANNOUNCED.stream().map(fact -> announcement(fact).capability()).distinct())
                .containsExactlyInAnyOrderElementsOf(AnnouncementCatalog.CAPABILITIES);
    }

    private static Stream<Class<?>> leaves(Class<?> kind) {
        return kind.isSealed()
                ? Stream.of(kind.getPermittedSubclasses()).flatMap(AnnouncementCatalogTest::leaves)
                : Stream.of(kind);
    }

    private static String told(Fact fact) {
        return new String(announcement(fact).event(new Position(42)), UTF_8);
    }

    private static Announcement announcement(Fact fact) {
        return AnnouncementCatalog.of(fact).orElseThrow();
    }

    private static List<String> golden() {
        try (var file =
                AnnouncementCatalogTest.class.getResourceAsStream("/golden/announcements.ndjson")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
