package shopkeeper.persistence.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.persistence.feed.FollowedLog.NOON;
import static shopkeeper.persistence.profile.People.CARD;
import static shopkeeper.persistence.profile.People.DEVICE;
import static shopkeeper.persistence.profile.People.MAIL;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shopkeeper.application.profile.PastProfiles;
import shopkeeper.application.profile.ProfileViews;
import shopkeeper.application.profile.ProfileViews.KnownIdentifier;
import shopkeeper.application.profile.ProfileViews.Profile;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.profile.Identifier;
import shopkeeper.domain.profile.IdentifierType;
import shopkeeper.persistence.feed.FollowedLog;

class PastProfilesTest {
    private static final Identifier OTHER_CARD = new Identifier(IdentifierType.LOYALTY, "4712");

    private final FollowedLog shop = new FollowedLog();
    private final People people = new People(shop.log());
    private final ProfileViews views = ProfilePersistence.views(shop.sql());
    private final PastProfiles past = ProfilePersistence.past(shop.log(), shop.sql());

    @BeforeEach
    void follow() {
        shop.follow(List.of(ProfilePersistence.projection()), List.of());
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
    void as_of_now_the_past_is_the_present() {
        var bea = people.meetAt(NOON, "1", CARD);
        var visitor = people.meetAt(NOON.plusSeconds(1), "2", DEVICE);
        people.meetAt(NOON.plusSeconds(60), "3", DEVICE, CARD, MAIL);
        shop.catchUp();

        assertThat(then(bea, head())).isPresent().isEqualTo(views.profile(bea));
        assertThat(then(visitor, head())).isPresent().isEqualTo(views.profile(visitor));
    }

    @Test
    void nobody_was_known_at_the_beginning_and_nobody_never() {
        var bea = people.meetAt(NOON, "1", CARD);

        assertThat(then(bea, Position.START)).isEmpty();
        assertThat(then(new CustomerId("c-nobody"), head())).isEmpty();
    }

    private Position head() {
        return shop.log().head();
    }

    private Optional<Profile> then(CustomerId who, Position position) {
        shop.catchUp();
        return past.profile(who, position);
    }

    private List<IdentifierType> types(CustomerId who, Position position) {
        return then(who, position).orElseThrow().identifiers().stream()
                .map(KnownIdentifier::type)
                .toList();
    }
}
