package shopkeeper.persistence.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.persistence.feed.FollowedLog.NOON;
import static shopkeeper.persistence.profile.People.CARD;
import static shopkeeper.persistence.profile.People.DEVICE;
import static shopkeeper.persistence.profile.People.MAIL;
import static shopkeeper.persistence.schema.generated.Tables.TIMELINE;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shopkeeper.application.behavior.Behaviors.Allowed;
import shopkeeper.application.profile.PastProfiles;
import shopkeeper.application.profile.ProfileViews;
import shopkeeper.application.profile.ProfileViews.KnownIdentifier;
import shopkeeper.application.profile.ProfileViews.Profile;
import shopkeeper.application.profile.ProfileViews.Then;
import shopkeeper.application.profile.ProfileViews.TimelineEntry;
import shopkeeper.application.profile.ProfileViews.TimelinePart;
import shopkeeper.domain.behavior.Act;
import shopkeeper.domain.behavior.Attention;
import shopkeeper.domain.behavior.Behavior;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.profile.Identifier;
import shopkeeper.domain.profile.IdentifierType;
import shopkeeper.persistence.behavior.BehaviorPersistence;
import shopkeeper.persistence.consent.ConsentPersistence;
import shopkeeper.persistence.feed.FollowedLog;

class PastProfilesTest {
    private static final Identifier OTHER_CARD = new Identifier(IdentifierType.LOYALTY, "4712");

    private final FollowedLog shop = new FollowedLog();
    private final People people = new People(shop.log());
    private final ProfileViews views = ProfilePersistence.views(shop.sql());
    private final PastProfiles past = ProfilePersistence.past(shop.log(), shop.sql());

    @BeforeEach
    void follow() {
        shop.follow(
                List.of(ProfilePersistence.projection(), ProfilePersistence.timeline()), List.of());
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void an_identifier_that_came_later_is_not_told() {
        var bea = people.meetAt(NOON, "1", CARD);
        var carded = head();
        people.meetAt(NOON.plusSeconds(60), "2", CARD, MAIL);

        assertThat(types(bea, carded)).containsExactly(IdentifierType.LOYALTY);
        assertThat(types(bea, head()))
                .containsExactly(IdentifierType.LOYALTY, IdentifierType.EMAIL);
    }

    @Test
    void a_visitor_is_a_visitor_until_somebody_knew_better() {
        var bea = people.meetAt(NOON, "1", CARD);
        var visitor = people.meetAt(NOON.plusSeconds(1), "2", DEVICE);
        var before = head();
        people.meetAt(NOON.plusSeconds(60), "3", DEVICE, CARD);

        assertThat(then(visitor, before)).map(Profile::customer).contains(visitor);
        assertThat(types(visitor, before)).containsExactly(IdentifierType.ANONYMOUS);
        assertThat(types(bea, before)).containsExactly(IdentifierType.LOYALTY);
        assertThat(then(visitor, head())).map(Profile::customer).contains(bea);
        assertThat(types(bea, head()))
                .containsExactly(IdentifierType.LOYALTY, IdentifierType.ANONYMOUS);
    }

    @Test
    void a_device_that_somebody_else_took_over_was_the_visitors_and_then_the_first_customers() {
        var visitor = people.meetAt(NOON, "1", DEVICE);
        var alone = head();
        var bea = people.meetAt(NOON.plusSeconds(1), "2", CARD);
        people.meetAt(NOON.plusSeconds(2), "3", DEVICE, CARD);
        var shared = head();
        var ann = people.meetAt(NOON.plusSeconds(3), "4", DEVICE, OTHER_CARD);

        assertThat(types(visitor, alone)).containsExactly(IdentifierType.ANONYMOUS);
        assertThat(types(bea, shared))
                .containsExactly(IdentifierType.LOYALTY, IdentifierType.ANONYMOUS);
        assertThat(types(bea, head())).containsExactly(IdentifierType.LOYALTY);
        assertThat(types(ann, head())).contains(IdentifierType.ANONYMOUS);
        assertThat(then(ann, shared)).isEmpty();
    }

    @Test
    void who_was_a_visitor_first_and_has_no_device_any_more_still_has_a_past() {
        var bea = people.meetAt(NOON, "1", DEVICE);
        var visited = head();
        people.meetAt(NOON.plusSeconds(1), "2", DEVICE, MAIL);
        var signedUp = head();
        var ann = people.meetAt(NOON.plusSeconds(2), "3", DEVICE, OTHER_CARD);

        assertThat(types(bea, visited)).containsExactly(IdentifierType.ANONYMOUS);
        assertThat(types(bea, signedUp))
                .containsExactly(IdentifierType.ANONYMOUS, IdentifierType.EMAIL);
        assertThat(types(bea, head())).containsExactly(IdentifierType.EMAIL);
        assertThat(then(bea, head())).isEqualTo(views.profile(bea));
        assertThat(then(ann, signedUp)).isEmpty();
        assertThat(types(ann, head()))
                .containsExactlyInAnyOrder(IdentifierType.LOYALTY, IdentifierType.ANONYMOUS);
    }

    @Test
    void as_of_now_the_past_is_the_present() {
        var bea = people.meetAt(NOON, "1", CARD);
        var visitor = people.meetAt(NOON.plusSeconds(1), "2", DEVICE);
        people.meetAt(NOON.plusSeconds(60), "3", DEVICE, CARD, MAIL);
        shop.catchUp();

        assertThat(then(bea, head())).isPresent().isEqualTo(views.profile(bea));
        assertThat(then(visitor, head())).isPresent().isEqualTo(views.profile(visitor));
    }

    @Test
    void a_timeline_of_then_holds_what_was_heard_by_then_of_whom_they_were_known_to_be() {
        var bea = people.meetAt(NOON, "1", CARD);
        var visitor = people.meetAt(NOON.plusSeconds(1), "2", DEVICE);
        looked(visitor, NOON.plusSeconds(2), NOON.plusSeconds(3));
        looked(visitor, NOON.plusSeconds(1), NOON.plusSeconds(9));
        var before = head();
        people.meetAt(NOON.plusSeconds(60), "3", DEVICE, CARD);

        assertThat(timeline(visitor, before, NOON.plusSeconds(5)))
                .containsExactly("product-viewed", "customer-met");
        assertThat(timeline(visitor, before, NOON.plusSeconds(9)))
                .containsExactly("product-viewed", "customer-met", "product-viewed");
        assertThat(timeline(bea, before, NOON.plusSeconds(9))).containsExactly("customer-met");
        assertThat(timeline(bea, head(), NOON.plusSeconds(60)))
                .isEqualTo(views.timeline(bea, 20).stream().map(TimelineEntry::kind).toList())
                .hasSize(5);
    }

    @Test
    void what_was_heard_later_is_counted_up_to_then() {
        var bea = people.meetAt(NOON, "1", CARD);
        shop.catchUp();
        for (int position : List.of(101, 102)) {
            shop.sql()
                    .insertInto(TIMELINE)
                    .set(TIMELINE.POSITION, (long) position)
                    .set(TIMELINE.CUSTOMER, bea.value())
                    .set(TIMELINE.OCCURRED_AT, NOON.atOffset(ZoneOffset.UTC))
                    .set(TIMELINE.RECEIVED_AT, NOON.plusSeconds(60).atOffset(ZoneOffset.UTC))
                    .set(TIMELINE.CHANNEL, "STORE")
                    .set(TIMELINE.TOUCHPOINT, "till")
                    .set(TIMELINE.KIND, "purchase")
                    .set(TIMELINE.WORDS, "")
                    .set(TIMELINE.REFERENCE, "")
                    .execute();
        }

        assertThat(views.heardLater(known(bea, new Position(101), NOON), NOON)).isEqualTo(1);
        assertThat(views.heardLater(known(bea, new Position(102), NOON), NOON)).isEqualTo(2);
        assertThat(views.heardLater(bea, NOON)).isEqualTo(2);
        assertThat(views.heardLater(known(bea, new Position(102), NOON), NOON.plusSeconds(60)))
                .isZero();
    }

    @Test
    void nobody_was_known_at_the_beginning_and_nobody_never() {
        var bea = people.meetAt(NOON, "1", CARD);

        assertThat(then(bea, Position.START)).isEmpty();
        assertThat(then(new CustomerId("c-nobody"), head())).isEmpty();
    }

    private void looked(CustomerId who, Instant occurred, Instant received) {
        var behavior =
                new Behavior(
                        new MessageId("web", "look-" + received),
                        who,
                        new Act.ProductViewed(new ProductId("P-1"), Attention.UNKNOWN),
                        Via.web(),
                        new Moment(occurred, received));
        BehaviorPersistence.behaviors(
                        shop.sql(), ConsentPersistence.ledgers(shop.log(), shop.sql()))
                .keep(List.of(new Allowed(behavior, Set.of(Purpose.CONTENT_PERSONALIZATION))));
    }

    private List<String> timeline(CustomerId who, Position position, Instant at) {
        shop.catchUp();
        var then = known(who, position, at);
        return views
                .timeline(
                        who,
                        new TimelinePart(20, Optional.empty(), Optional.empty(), Optional.of(then)))
                .entries()
                .stream()
                .map(TimelineEntry::kind)
                .toList();
    }

    private Then known(CustomerId who, Position position, Instant at) {
        return new Then(past.once(who, position).orElseThrow().everyone(), position, at);
    }

    private Position head() {
        return shop.log().head();
    }

    private Optional<Profile> then(CustomerId who, Position position) {
        shop.catchUp();
        return past.once(who, position).map(PastProfiles.Once::profile);
    }

    private List<IdentifierType> types(CustomerId who, Position position) {
        return then(who, position).orElseThrow().identifiers().stream()
                .map(KnownIdentifier::type)
                .toList();
    }
}
