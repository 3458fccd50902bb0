package shopkeeper.persistence.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shopkeeper.persistence.profile.People.CARD;
import static shopkeeper.persistence.profile.People.DEVICE;
import static shopkeeper.persistence.profile.People.MAIL;
import static shopkeeper.persistence.schema.generated.Tables.EVENT;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shopkeeper.application.kernel.Logged;
import shopkeeper.application.profile.RecogniseCustomer.Recognition.Contradicted;
import shopkeeper.application.profile.RecogniseCustomer.Recognition.Recognised;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.profile.Identifier;
import shopkeeper.domain.profile.IdentifierType;
import shopkeeper.domain.profile.ProfileEvent.CustomerMet;
import shopkeeper.domain.profile.ProfileEvent.DeviceChangedHands;
import shopkeeper.domain.profile.ProfileEvent.VisitorBecameKnown;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.eventlog.LogEntry;
import shopkeeper.persistence.eventlog.Racers;
import shopkeeper.persistence.eventlog.UnreadableFact;
import shopkeeper.persistence.feed.FollowedLog;

class RegistersTest {
    private final FollowedLog shop = new FollowedLog();
    private final People people = new People(shop.log());

    @AfterEach
    void close() {
        shop.close();
    }

    private List<Fact> facts() {
        return shop.log().after(Position.START, 100).stream()
                .<Fact>map(entry -> logged(entry).fact())
                .toList();
    }

    private static Logged<? extends Fact> logged(LogEntry entry) {
        return ((LogEntry.Legible) entry).logged();
    }

    @Test
    void two_messages_that_bring_a_new_identifier_at_once_meet_one_customer() {
        try (EventLog elsewhere = shop.open()) {
            var nodes = List.of(people, new People(elsewhere));
            for (int lap = 0; lap < 10; lap++) {
                var card = new Identifier(IdentifierType.LOYALTY, "new" + lap);
                var message = "lap" + lap + "-";
                var met = Racers.race(4, racer -> nodes.get(racer % 2).meet(message + racer, card));
                assertThat(met.stream().collect(Collectors.toSet())).hasSize(1);
                assertThat(people.find(card)).contains(met.getFirst());
            }
        }
        assertThat(facts()).hasSize(10).hasOnlyElementsOfType(CustomerMet.class);
    }

    @Test
    void the_same_message_again_meets_nobody_new() {
        var first = people.recognise("1", CARD);
        var again = people.recognise("1", CARD);
        assertThat(first).isInstanceOf(Recognised.class);
        var ann = ((Recognised) first).customer();
        assertThat(first).isEqualTo(new Recognised(ann, true, new Position(1)));
        assertThat(again).isEqualTo(new Recognised(ann, false, new Position(1)));
        assertThat(people.recogniseOther("1", MAIL))
                .isInstanceOfSatisfying(
                        Contradicted.class,
                        told -> assertThat(told.position()).isEqualTo(new Position(1)));
        assertThat(facts()).hasSize(1);
    }

    @Test
    void nobody_is_recognised_by_an_identifier_of_which_only_a_newer_node_knows_all() {
        people.meet("1", CARD, MAIL);
        shop.sql()
                .update(EVENT)
                .set(EVENT.NAME, "profile.customer-split")
                .where(EVENT.NAME.eq("profile.customer-met"))
                .execute();

        try (EventLog older = shop.open()) {
            var olderNode = new People(older);
            assertThatThrownBy(() -> olderNode.meet("2", CARD)).isInstanceOf(UnreadableFact.class);
            assertThatThrownBy(() -> olderNode.find(MAIL)).isInstanceOf(UnreadableFact.class);
            assertThat(olderNode.meet("3", DEVICE)).isNotNull();
        }
    }

    @Test
    void a_visitor_who_logs_in_becomes_the_customer_everywhere() {
        var ann = people.meet("1", CARD);
        var visitor = people.meet("2", DEVICE);
        assertThat(visitor).isNotEqualTo(ann);
        assertThat(people.meet("3", DEVICE, CARD)).isEqualTo(ann);
        assertThat(people.find(DEVICE)).contains(ann);
        assertThat(facts().getLast()).isInstanceOf(VisitorBecameKnown.class);
    }

    @Test
    void a_visitor_who_registers_keeps_the_id_they_had() {
        var visitor = people.meet("1", DEVICE);
        assertThat(people.meet("2", DEVICE, MAIL)).isEqualTo(visitor);
        assertThat(people.find(MAIL)).contains(visitor);
    }

    @Test
    void a_device_that_changes_hands_takes_nothing_along() {
        var ann = people.meet("1", DEVICE, CARD);
        var bob = people.meet("2", DEVICE, MAIL);
        assertThat(bob).isNotEqualTo(ann);
        assertThat(people.find(CARD)).contains(ann);
        assertThat(people.find(DEVICE)).contains(bob);
        assertThat(facts().getLast()).isInstanceOf(DeviceChangedHands.class);
    }

    @Test
    void nobody_is_found_under_an_identifier_that_was_never_seen() {
        assertThat(people.find(CARD)).isEmpty();
        assertThat(shop.log().head()).isEqualTo(Position.START);
    }
}
