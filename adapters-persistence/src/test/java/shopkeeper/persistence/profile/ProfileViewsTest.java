package shopkeeper.persistence.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static shopkeeper.persistence.feed.FollowedLog.NOON;
import static shopkeeper.persistence.profile.People.CARD;
import static shopkeeper.persistence.profile.People.DEVICE;
import static shopkeeper.persistence.profile.People.MAIL;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shopkeeper.application.behavior.Behaviors.Allowed;
import shopkeeper.application.kernel.Logged;
import shopkeeper.application.profile.ProfileViews;
import shopkeeper.application.profile.ProfileViews.KnownIdentifier;
import shopkeeper.application.profile.ProfileViews.Profile;
import shopkeeper.application.profile.ProfileViews.TimelineEntry;
import shopkeeper.application.profile.ProfileViews.TimelinePart;
import shopkeeper.domain.behavior.Act;
import shopkeeper.domain.behavior.Attention;
import shopkeeper.domain.behavior.Behavior;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Personal;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.profile.IdentifierKey;
import shopkeeper.domain.profile.IdentifierType;
import shopkeeper.domain.profile.Link;
import shopkeeper.domain.profile.ProfileEvent;
import shopkeeper.domain.profile.ProfileEvent.CustomerMet;
import shopkeeper.domain.profile.ProfileEvent.DeviceChangedHands;
import shopkeeper.domain.profile.ProfileEvent.IdentifiersLinked;
import shopkeeper.persistence.behavior.BehaviorPersistence;
import shopkeeper.persistence.consent.ConsentPersistence;
import shopkeeper.persistence.feed.FollowedLog;
import shopkeeper.persistence.feed.ViewRows;

class ProfileViewsTest {
    private final FollowedLog shop = new FollowedLog();
    private final People people = new People(shop.log());
    private final ProfileViews views = ProfilePersistence.views(shop.sql());

    @BeforeEach
    void follow() {
        shop.follow(
                List.of(ProfilePersistence.projection(), ProfilePersistence.timeline()), List.of());
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private static final Act CART = new Act.CartViewed(List.of());
    private static final Act PAGE = new Act.PageViewed(Optional.empty(), Attention.UNKNOWN);

    private void did(CustomerId who, Act act, long secondsAfterNoon) {
        var at = NOON.plusSeconds(secondsAfterNoon);
        var behavior =
                new Behavior(
                        new MessageId("web", act.kind() + "-" + secondsAfterNoon),
                        who,
                        act,
                        Via.web(),
                        new Moment(at, at.plusMillis(5)));
        BehaviorPersistence.behaviors(
                        shop.sql(), ConsentPersistence.ledgers(shop.log(), shop.sql()))
                .keep(List.of(new Allowed(behavior, Set.of(Purpose.CONTENT_PERSONALIZATION))));
    }

    private static Act view(String product) {
        return new Act.ProductViewed(new ProductId(product), Attention.UNKNOWN);
    }

    private List<TimelineEntry> timeline(CustomerId who) {
        shop.catchUp();
        return views.timeline(who, 500);
    }

    @Test
    void a_profile_shows_who_was_met_when_and_under_which_identifiers() {
        var bea = people.meetAt(NOON, "1", CARD);
        people.meetAt(NOON.plusSeconds(60), "2", CARD, MAIL);
        shop.catchUp();

        assertThat(views.profile(bea))
                .contains(
                        new Profile(
                                bea,
                                NOON,
                                List.of(
                                        new KnownIdentifier(
                                                IdentifierType.LOYALTY,
                                                Personal.known("4711"),
                                                NOON,
                                                Via.web()),
                                        new KnownIdentifier(
                                                IdentifierType.EMAIL,
                                                Personal.known("bea@example.org"),
                                                NOON.plusSeconds(60),
                                                Via.web()))));
        assertThat(views.profile(new CustomerId("c-nobody"))).isEmpty();
    }

    @Test
    void a_visitor_who_became_known_is_shown_as_the_customer() {
        var bea = people.meet("1", CARD);
        var visitor = people.meet("2", DEVICE);
        shop.catchUp();
        assertThat(views.profile(visitor)).map(Profile::customer).contains(visitor);

        people.meetAt(NOON.plusSeconds(60), "3", DEVICE, CARD);
        shop.catchUp();
        assertThat(views.profile(visitor)).isEqualTo(views.profile(bea));
        assertThat(views.profile(bea).orElseThrow().identifiers())
                .extracting(KnownIdentifier::type, KnownIdentifier::since)
                .containsExactly(
                        tuple(IdentifierType.LOYALTY, NOON),
                        tuple(IdentifierType.ANONYMOUS, NOON.plusSeconds(60)));
    }

    @Test
    void a_device_that_changed_hands_is_shown_where_it_is_now() {
        var ann = people.meet("1", DEVICE, CARD);
        var bea = people.meet("2", DEVICE, MAIL);
        shop.catchUp();
        assertThat(views.profile(ann).orElseThrow().identifiers())
                .map(KnownIdentifier::type)
                .containsExactly(IdentifierType.LOYALTY);
        assertThat(views.profile(bea).orElseThrow().identifiers())
                .map(KnownIdentifier::type)
                .containsExactlyInAnyOrder(IdentifierType.ANONYMOUS, IdentifierType.EMAIL);
    }

    @Test
    void a_fact_that_was_parked_does_not_give_a_device_back() {
        var ann = new CustomerId("c-ann");
        var bea = new CustomerId("c-bea");
        var device =
                new Link(
                        IdentifierType.ANONYMOUS,
                        new IdentifierKey("k-1"),
                        Personal.known("device-1"));
        var now = Moment.at(NOON);
        told(1, new CustomerMet(ann, List.of(), Via.web(), now));
        told(2, new CustomerMet(bea, List.of(), Via.web(), now));
        told(4, new DeviceChangedHands(ann, bea, device, List.of(), Via.web(), now));
        told(3, new IdentifiersLinked(ann, List.of(device), List.of(), Via.web(), now));

        assertThat(views.profile(ann).orElseThrow().identifiers()).isEmpty();
        assertThat(views.profile(bea).orElseThrow().identifiers()).hasSize(1);
    }

    private void told(long position, ProfileEvent event) {
        var fact = new Logged<>(new Position(position), new MessageId("test", "1"), event);
        ViewRows.change(shop.sql(), rows -> ProfilePersistence.projection().apply(fact, rows));
    }

    @Test
    void of_an_identifier_that_was_erased_no_value_stays() {
        var key = new IdentifierKey("k-1");
        var ann = new CustomerId("c-ann");
        var bea = new CustomerId("c-bea");
        var known = new Link(IdentifierType.ANONYMOUS, key, Personal.known("device-1"));
        var erased = new Link(IdentifierType.ANONYMOUS, key, Personal.erased());
        var now = Moment.at(NOON);
        told(1, new CustomerMet(ann, List.of(known), Via.web(), now));
        told(2, new CustomerMet(bea, List.of(), Via.web(), now));
        told(3, new DeviceChangedHands(ann, bea, erased, List.of(), Via.web(), now));
        assertThat(views.profile(bea).orElseThrow().identifiers())
                .containsExactly(
                        new KnownIdentifier(
                                IdentifierType.ANONYMOUS, Personal.erased(), NOON, Via.web()));
    }

    @Test
    void the_timeline_holds_what_the_visitor_did_too_the_latest_first() {
        var bea = people.meetAt(NOON, "1", CARD);
        var visitor = people.meetAt(NOON.plusSeconds(10), "2", DEVICE);
        did(visitor, view("85123A"), 20);
        people.meetAt(NOON.plusSeconds(30), "3", DEVICE, CARD);
        did(bea, CART, 40);
        did(bea, PAGE, 5);
        did(new CustomerId("c-other"), PAGE, 6);

        assertThat(timeline(bea))
                .extracting(TimelineEntry::kind, TimelineEntry::words, TimelineEntry::reference)
                .containsExactly(
                        tuple("cart-viewed", "cart viewed", ""),
                        tuple(
                                "visitor-became-known",
                                "A visitor turned out to be them",
                                visitor.value()),
                        tuple("product-viewed", "product viewed 85123A", "85123A"),
                        tuple("customer-met", "Met for the first time", "anonymous"),
                        tuple("page-viewed", "page viewed", ""),
                        tuple("customer-met", "Met for the first time", "loyalty"));
        assertThat(timeline(visitor)).isEqualTo(timeline(bea));
        assertThat(timeline(bea))
                .map(TimelineEntry::occurred)
                .isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void behavior_has_no_position_and_facts_have_theirs() {
        var bea = people.meetAt(NOON, "1", CARD);
        did(bea, view("85123A"), 20);
        assertThat(timeline(bea))
                .containsExactly(
                        new TimelineEntry(
                                NOON.plusSeconds(20),
                                NOON.plusSeconds(20).plusMillis(5),
                                Via.web(),
                                "product-viewed",
                                "product viewed 85123A",
                                "85123A",
                                Optional.empty()),
                        new TimelineEntry(
                                NOON,
                                NOON,
                                Via.web(),
                                "customer-met",
                                "Met for the first time",
                                "loyalty",
                                Optional.of(new Position(1))));
    }

    @Test
    void a_timeline_ends_at_its_limit_with_the_latest_of_both_kinds() {
        var bea = people.meetAt(NOON, "1", CARD);
        people.meetAt(NOON.plusSeconds(30), "2", CARD, MAIL);
        did(bea, PAGE, 10);
        did(bea, CART, 20);
        shop.catchUp();
        assertThat(views.timeline(bea, 2))
                .map(TimelineEntry::kind)
                .containsExactly("identifiers-linked", "cart-viewed");
        assertThat(views.timeline(bea, 1))
                .map(TimelineEntry::kind)
                .containsExactly("identifiers-linked");
        assertThat(views.timeline(new CustomerId("c-nobody"), 10)).isEmpty();
    }

    @Test
    void a_timeline_is_read_page_by_page_without_gaps_or_repetitions() {
        var bea = people.meetAt(NOON, "1", CARD);
        people.meetAt(NOON.plusSeconds(5), "2", CARD, MAIL);
        for (int i = 0; i < 4; i++) {
            did(bea, view("P-" + i), i);
            did(bea, CART, i);
        }
        var whole = timeline(bea);
        assertThat(whole).hasSize(10);

        var read = new ArrayList<TimelineEntry>();
        Optional<String> next = Optional.empty();
        do {
            var page = views.timeline(bea, new TimelinePart(3, Optional.empty(), next));
            assertThat(page.entries()).hasSizeBetween(1, 3);
            read.addAll(page.entries());
            next = page.next();
        } while (next.isPresent());

        assertThat(read).isEqualTo(whole);
    }

    @Test
    void a_timeline_shows_one_channel_where_it_is_asked_for() {
        var bea = people.meetAt(NOON, "1", CARD);
        did(bea, view("P-1"), 1);
        shop.catchUp();

        assertThat(channel(bea, Channel.ONLINE)).isNotEmpty();
        assertThat(channel(bea, Channel.SUPPORT)).isEmpty();
    }

    @Test
    void a_cursor_nobody_gave_is_not_taken() {
        var bea = people.meetAt(NOON, "1", CARD);
        for (String made : List.of("", "x", "1.f", "1.b12", "1.f1'--")) {
            var part = new TimelinePart(3, Optional.empty(), Optional.of(made));
            assertThatThrownBy(() -> views.timeline(bea, part))
                    .as(made)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void what_was_taken_in_since_a_position_is_read_in_the_order_of_the_log() {
        var bea = people.meetAt(NOON, "1", CARD);
        people.meetAt(NOON.minusSeconds(5), "2", CARD, MAIL);
        shop.catchUp();

        assertThat(views.since(bea, Position.START, 10))
                .extracting(entry -> entry.position().orElseThrow().value())
                .containsExactly(1L, 2L);
        assertThat(views.since(bea, new Position(1), 10)).hasSize(1);
        assertThat(views.since(bea, Position.START, 1)).hasSize(1);
    }

    private List<TimelineEntry> channel(CustomerId who, Channel channel) {
        return views.timeline(who, new TimelinePart(9, Optional.of(channel), Optional.empty()))
                .entries();
    }
}
