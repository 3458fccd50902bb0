package shopkeeper.persistence.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.persistence.feed.FollowedLog.NOON;
import static shopkeeper.persistence.schema.generated.Tables.TIMELINE;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import shopkeeper.application.kernel.Logged;
import shopkeeper.application.profile.ProfileViews.TimelineEntry;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseRecorded;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseVoided;
import shopkeeper.domain.behavior.BehaviorEvent.ReturnRecorded;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.behavior.ReceiptLine;
import shopkeeper.domain.behavior.VoidReason;
import shopkeeper.domain.catalog.CatalogEvent.ProductListed;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.consent.ConsentEvent.ConsentGranted;
import shopkeeper.domain.consent.ConsentEvent.ConsentRefused;
import shopkeeper.domain.consent.ConsentEvent.ConsentWithdrawn;
import shopkeeper.domain.consent.ConsentEvent.RefusalCarriedOver;
import shopkeeper.domain.consent.ConsentMethod;
import shopkeeper.domain.consent.Notice;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.consent.Use;
import shopkeeper.domain.decision.DecisionEvent.DecisionMade;
import shopkeeper.domain.decision.Mode;
import shopkeeper.domain.kernel.ContactMethod;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.profile.Identifier;
import shopkeeper.domain.profile.IdentifierKey;
import shopkeeper.domain.profile.IdentifierType;
import shopkeeper.domain.profile.Link;
import shopkeeper.domain.profile.ProfileEvent.CustomerMet;
import shopkeeper.domain.profile.ProfileEvent.DeviceChangedHands;
import shopkeeper.domain.profile.ProfileEvent.IdentifiersLinked;
import shopkeeper.domain.profile.ProfileEvent.VisitorBecameKnown;
import shopkeeper.domain.profile.RevealEvent.IdentifiersRevealed;
import shopkeeper.domain.profile.RevealEvent.Occasion;
import shopkeeper.persistence.feed.ViewRows;
import shopkeeper.persistence.schema.Database;
import shopkeeper.persistence.schema.TestDatabase;

class TimelineProjectionTest {
    private static final CustomerId ANN = new CustomerId("c-ann");
    private static final CustomerId OTHER = new CustomerId("c-other");
    private static final Via TILL = Via.till();
    // The till's clock runs a minute late.
    private static final Moment THEN = new Moment(NOON.minusSeconds(60), NOON);
    private static final Notice NOTICE = new Notice("banner", "1", "de-CH");
    private static final Use LETTERS = Use.of(Purpose.MARKETING_MESSAGES, ContactMethod.POST);
    private static final Link CARD = link(IdentifierType.LOYALTY, "4711");
    private static final Link MAIL = link(IdentifierType.EMAIL, "ann@example.org");
    private static final Link DEVICE = link(IdentifierType.ANONYMOUS, "device-1");
    private static final ReceiptLine MUGS =
            ReceiptLine.of(new ProductId("85123A"), new BigDecimal("3"), Money.of("2.55", "GBP"));
    private static final ReceiptLine PLATE =
            ReceiptLine.of(new ProductId("22423"), new BigDecimal("1"), Money.of("4.01", "GBP"));

    private final Database database = TestDatabase.empty();

    private static Link link(IdentifierType type, String value) {
        return Link.of(new Identifier(type, value), new IdentifierKey("key-" + type));
    }

    private static PurchaseRecorded bought(
            Optional<CustomerId> customer, String total, ReceiptLine... lines) {
        return new PurchaseRecorded(
                new ReceiptId("r-1"),
                customer,
                Optional.empty(),
                List.of(lines),
                Money.of("0", "GBP"),
                Money.of(total, "GBP"),
                TILL,
                THEN);
    }

    private static ReturnRecorded returned(
            Optional<ReceiptId> sale,
            Optional<CustomerId> customer,
            String total,
            ReceiptLine... lines) {
        return new ReturnRecorded(
                new ReceiptId("r-2"),
                sale,
                customer,
                Optional.empty(),
                List.of(lines),
                Money.of(total, "GBP"),
                sale.isPresent() ? List.of() : List.of(new ReceiptId("r-0"), new ReceiptId("r-1")),
                TILL,
                THEN);
    }

    private static DecisionMade made(Optional<CustomerId> customer, Mode mode) {
        return new DecisionMade(
                new DecisionId("d-1"), customer, mode, TILL, THEN, NOON.plusSeconds(1800));
    }

    private static IdentifiersRevealed revealed(Occasion occasion, IdentifierType... kinds) {
        return new IdentifiersRevealed(ANN, "a-7", occasion, List.of(kinds), TILL, THEN);
    }

    static Stream<Arguments> facts() {
        var keys = List.of(new IdentifierKey("key-LOYALTY"));
        var sale = Optional.of(new ReceiptId("r-1"));
        var ann = Optional.of(ANN);
        return Stream.of(
                line(
                        new CustomerMet(ANN, List.of(CARD, MAIL), TILL, THEN),
                        "customer-met",
                        "Met for the first time",
                        "loyalty, email"),
                line(
                        new IdentifiersLinked(ANN, List.of(MAIL), keys, TILL, THEN),
                        "identifiers-linked",
                        "Recognised, and learned more",
                        "email"),
                line(
                        new VisitorBecameKnown(OTHER, ANN, DEVICE, keys, TILL, THEN),
                        "visitor-became-known",
                        "A visitor turned out to be them",
                        "c-other"),
                line(
                        new DeviceChangedHands(OTHER, ANN, DEVICE, keys, TILL, THEN),
                        "device-changed-hands",
                        "Took over a shared device",
                        "anonymous"),
                line(
                        revealed(Occasion.FOUND_BY, IdentifierType.EMAIL),
                        "identifiers-revealed",
                        "Was found by email, by agent a-7",
                        "a-7"),
                line(
                        revealed(Occasion.SHOWN, IdentifierType.EMAIL, IdentifierType.LOYALTY),
                        "identifiers-revealed",
                        "Was shown in full (loyalty, email) to agent a-7",
                        "a-7"),
                line(
                        new ConsentGranted(
                                ANN, LETTERS, NOTICE, ConsentMethod.SIGNATURE, TILL, THEN),
                        "consent-granted",
                        "Allowed MARKETING_MESSAGES/POST",
                        "MARKETING_MESSAGES/POST"),
                line(
                        new ConsentRefused(ANN, LETTERS, NOTICE, ConsentMethod.SPOKEN, TILL, THEN),
                        "consent-refused",
                        "Refused MARKETING_MESSAGES/POST",
                        "MARKETING_MESSAGES/POST"),
                line(
                        new ConsentWithdrawn(ANN, LETTERS, TILL, THEN),
                        "consent-withdrawn",
                        "Withdrew MARKETING_MESSAGES/POST",
                        "MARKETING_MESSAGES/POST"),
                line(
                        new RefusalCarriedOver(ANN, LETTERS, OTHER, TILL, THEN),
                        "refusal-carried-over",
                        "As a visitor refused MARKETING_MESSAGES/POST",
                        "MARKETING_MESSAGES/POST"),
                line(bought(ann, "7.65", MUGS), "purchase", "Bought 1 thing for 7.65 GBP", "r-1"),
                line(
                        bought(ann, "11.66", MUGS, PLATE),
                        "purchase",
                        "Bought 2 things for 11.66 GBP",
                        "r-1"),
                line(
                        returned(sale, ann, "7.65", MUGS),
                        "return",
                        "Brought back 1 thing for 7.65 GBP",
                        "r-2"),
                line(
                        returned(Optional.empty(), ann, "11.66", MUGS, PLATE),
                        "return",
                        "Brought back 2 things for 11.66 GBP, unlinked, 2 candidate receipts",
                        "r-2"),
                line(
                        new PurchaseVoided(
                                new ReceiptId("r-3"),
                                new ReceiptId("r-1"),
                                VoidReason.VOIDED,
                                ann,
                                Optional.empty(),
                                Map.of(PLATE.product(), PLATE.quantity()),
                                Money.of("4.01", "GBP"),
                                TILL,
                                THEN),
                        "void",
                        "A purchase was taken back as if it had never been, 4.01 GBP",
                        "r-1"),
                line(made(ann, Mode.PERSONAL), "decision", "Was answered, mode PERSONAL", "d-1"),
                line(made(ann, Mode.SEGMENT), "decision", "Was answered, mode SEGMENT", "d-1"));
    }

    private static Arguments line(Fact fact, String kind, String words, String reference) {
        return Arguments.argumentSet(kind + ": " + words, fact, kind, words, reference);
    }

    private void apply(Fact fact) {
        apply(fact, 7);
    }

    private void apply(Fact fact, long position) {
        var logged = new Logged<>(new Position(position), new MessageId("test", "1"), fact);
        ViewRows.change(database.sql(), rows -> ProfilePersistence.timeline().apply(logged, rows));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void each_fact_about_a_customer_is_a_line(
            Fact fact, String kind, String words, String reference) {
        apply(fact);
        assertThat(ProfilePersistence.views(database.sql()).timeline(ANN, 10))
                .containsExactly(
                        new TimelineEntry(
                                NOON.minusSeconds(60),
                                NOON,
                                TILL,
                                kind,
                                words,
                                reference,
                                Optional.of(new Position(7))));
        assertThat(database.sql().fetchCount(TIMELINE)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"POPULAR", "NONE"})
    void what_anybody_would_have_been_answered_is_no_line(Mode mode) {
        apply(made(Optional.of(ANN), mode));
        assertThat(ProfilePersistence.views(database.sql()).timeline(ANN, 10)).isEmpty();
    }

    @Test
    void what_concerns_nobody_is_no_line() {
        apply(bought(Optional.empty(), "7.65", MUGS));
        apply(returned(Optional.empty(), Optional.empty(), "7.65", MUGS));
        apply(made(Optional.empty(), Mode.PERSONAL));
        apply(
                new ProductListed(
                        new Product(new ProductId("85123A"), "Mug", Optional.empty(), true), THEN));
        assertThat(database.sql().fetchCount(TIMELINE)).isZero();
    }

    @Test
    void no_line_says_what_a_person_told_the_shop() {
        assertThat(facts().map(example -> (Fact) example.get()[0]))
                .allSatisfy(fact -> {
                    database.sql().truncate(TIMELINE).execute();
                    apply(fact);
                    assertThat(database.sql().fetchSingle(TIMELINE).toString())
                            .doesNotContain("4711", "example.org", "device-1");
                });
    }
}
