package shopkeeper.application.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.application.Told.NOTICE;
import static shopkeeper.application.Told.SUGGESTIONS;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shopkeeper.application.fakes.InMemoryConsents;
import shopkeeper.application.fakes.InMemoryLog;
import shopkeeper.application.kernel.Logged;
import shopkeeper.application.profile.CustomerDirectory;
import shopkeeper.domain.behavior.Act;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseRecorded;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.behavior.ReceiptLine;
import shopkeeper.domain.behavior.Session;
import shopkeeper.domain.consent.ConsentEvent.ConsentGranted;
import shopkeeper.domain.consent.ConsentEvent.ConsentRefused;
import shopkeeper.domain.consent.ConsentEvent.ConsentWithdrawn;
import shopkeeper.domain.consent.ConsentMethod;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.profile.Identifier;
import shopkeeper.domain.profile.IdentifierKey;
import shopkeeper.domain.profile.IdentifierType;
import shopkeeper.domain.profile.Link;
import shopkeeper.domain.profile.ProfileEvent.VisitorBecameKnown;

class SessionMemoryTest {
    private static final Instant NOON = Instant.parse("2026-03-29T12:00:00.750Z");
    private static final CustomerId ANN = new CustomerId("c-ann");
    private static final CustomerId DEVICE = new CustomerId("c-device");
    private static final CustomerId BEN = new CustomerId("c-ben");
    private static final CustomerId CAT = new CustomerId("c-cat");
    private static final Duration LATE = Session.IDLE.multipliedBy(2);
    private static final ProductId TEA = new ProductId("tea");
    private static final ProductId MUG = new ProductId("mug");

    private final InMemoryLog log = new InMemoryLog();
    private final InMemoryConsents ledgers = new InMemoryConsents(log);
    private final CustomerDirectory directory = new CustomerDirectory();
    private final SessionMemory sessions = new SessionMemory(directory, ledgers, 3);
    private int messages;

    SessionMemoryTest() {
        // A visit may hear of a fact before the directory does.
        log.follow(sessions::remember);
        log.follow(directory::remember);
    }

    private List<ProductId> cart(CustomerId... person) {
        return sessions.session(List.of(person), NOON).map(Session::cart).orElse(List.of());
    }

    private void buysTea(Instant at) {
        var price = Money.of("1.99", "EUR");
        sessions.remember(
                new Logged<>(
                        new Position(1),
                        new MessageId("test", "1"),
                        new PurchaseRecorded(
                                new ReceiptId("r"),
                                Optional.of(ANN),
                                Optional.empty(),
                                List.of(ReceiptLine.of(TEA, BigDecimal.ONE, price)),
                                Money.of("0.00", "EUR"),
                                price,
                                Via.web(),
                                Moment.at(at))));
    }

    private void hears(Fact fact) {
        var message = new Message(new MessageId("test", "m" + messages++), "once");
        log.decide(message, () -> Outcome.accepted(fact));
    }

    private void says(boolean yes, Moment at) {
        hears(
                yes
                        ? new ConsentGranted(
                                ANN, SUGGESTIONS, NOTICE, ConsentMethod.TOGGLE, Via.web(), at)
                        : new ConsentRefused(
                                ANN, SUGGESTIONS, NOTICE, ConsentMethod.TOGGLE, Via.web(), at));
    }

    private void deviceIsAnns() {
        var link =
                Link.of(
                        new Identifier(IdentifierType.ANONYMOUS, "device-1"),
                        new IdentifierKey("key-1"));
        hears(new VisitorBecameKnown(DEVICE, ANN, link, List.of(), Via.web(), Moment.at(NOON)));
    }

    @Test
    void a_withdrawal_ends_the_visits_of_the_visitors_they_were_too() {
        sessions.happened(DEVICE, new Act.ProductAdded(TEA), NOON);
        sessions.happened(ANN, new Act.ProductAdded(MUG), NOON);
        deviceIsAnns();
        hears(new ConsentWithdrawn(ANN, SUGGESTIONS, Via.web(), Moment.at(NOON)));
        says(true, Moment.at(NOON.plusSeconds(1)));
        assertThat(cart(ANN, DEVICE)).isEmpty();
    }

    @Test
    void a_no_that_is_older_than_the_yes_that_stands_ends_no_visit() {
        says(true, Moment.at(NOON.minusSeconds(1)));
        sessions.happened(ANN, new Act.ProductAdded(TEA), NOON);
        says(false, new Moment(NOON.minus(Duration.ofDays(1)), NOON));
        assertThat(cart(ANN)).containsExactly(TEA);
        says(false, Moment.at(NOON));
        assertThat(cart(ANN)).isEmpty();
    }

    @Test
    void the_visit_of_a_visitor_who_turns_out_to_be_somebody_who_said_no_ends() {
        says(false, Moment.at(NOON.minusSeconds(1)));
        sessions.happened(DEVICE, new Act.ProductAdded(TEA), NOON);
        deviceIsAnns();
        assertThat(cart(DEVICE)).isEmpty();
    }

    @Test
    void the_visit_of_a_visitor_goes_on_when_they_turn_out_to_be_somebody_who_said_nothing() {
        sessions.happened(DEVICE, new Act.ProductAdded(TEA), NOON);
        deviceIsAnns();
        assertThat(cart(DEVICE)).containsExactly(TEA);
    }

    @Test
    void a_visit_ends_when_what_its_owner_says_cannot_be_read() {
        sessions.happened(DEVICE, new Act.ProductAdded(TEA), NOON);
        ledgers.cannotBeRead();
        deviceIsAnns();
        assertThat(cart(DEVICE)).isEmpty();
    }

    @Test
    void what_was_bought_leaves_the_cart_though_receipts_count_in_whole_seconds() {
        sessions.happened(ANN, new Act.ProductAdded(TEA), NOON);
        sessions.happened(ANN, new Act.ProductAdded(MUG), NOON);
        buysTea(Instant.parse("2026-03-29T12:00:00Z"));
        assertThat(cart(ANN)).containsExactly(MUG);
    }

    @Test
    void what_was_bought_before_it_was_put_into_the_cart_stays_there() {
        sessions.happened(ANN, new Act.ProductAdded(TEA), NOON);
        buysTea(NOON.minus(Duration.ofDays(3)));
        assertThat(cart(ANN)).containsExactly(TEA);
    }

    @Test
    void one_person_is_all_the_visitors_they_were() {
        sessions.happened(DEVICE, new Act.ProductAdded(TEA), NOON.minusSeconds(9));
        sessions.happened(ANN, new Act.ProductAdded(MUG), NOON);
        assertThat(cart(ANN, DEVICE)).containsExactly(TEA, MUG);
        assertThat(cart(ANN)).containsExactly(MUG);
        assertThat(cart()).isEmpty();
    }

    @Test
    void a_visit_that_is_over_is_not_told() {
        sessions.happened(ANN, new Act.ProductAdded(TEA), NOON.minus(Session.IDLE).minusMillis(1));
        assertThat(cart(ANN)).isEmpty();
    }

    @Test
    void whoever_was_here_longest_ago_makes_room() {
        for (var who : List.of(ANN, DEVICE, BEN, ANN, CAT)) {
            sessions.happened(who, new Act.ProductAdded(TEA), NOON);
        }
        assertThat(sessions.size()).isEqualTo(3);
        assertThat(cart(DEVICE)).isEmpty();
        assertThat(cart(ANN)).isNotEmpty();
    }

    @Test
    void a_visit_is_forgotten_when_nothing_that_is_told_late_can_belong_to_it() {
        sessions.happened(DEVICE, new Act.ProductAdded(TEA), NOON.minus(LATE).minusMillis(1));
        sessions.happened(ANN, new Act.ProductAdded(TEA), NOON.minus(LATE));
        sessions.happened(BEN, new Act.ProductAdded(TEA), NOON.minus(LATE));
        assertThat(sessions.size()).isEqualTo(3);
        sessions.happened(BEN, new Act.ProductAdded(TEA), NOON);
        assertThat(sessions.size()).as("the device's was too long ago").isEqualTo(2);
        sessions.happened(ANN, new Act.ProductAdded(MUG), NOON.minus(Session.IDLE));
        assertThat(cart(ANN)).as("told half an hour late").containsExactly(TEA, MUG);
    }

    @Test
    void a_question_is_enough_to_forget_what_is_past() {
        sessions.happened(ANN, new Act.ProductAdded(TEA), NOON.minus(LATE).minusMillis(1));
        assertThat(cart(BEN)).isEmpty();
        assertThat(sessions.size()).isZero();
    }
}
