package shopkeeper.application.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.application.Told.card;
import static shopkeeper.application.Told.device;

import org.junit.jupiter.api.Test;
import shopkeeper.application.Told;
import shopkeeper.application.profile.RecogniseCustomer.Recognition.Contradicted;
import shopkeeper.application.profile.RecogniseCustomer.Recognition.NotRecognised;
import shopkeeper.application.profile.RecogniseCustomer.Recognition.Recognised;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.profile.ProfileRefusal.BelongToDifferentCustomers;

class RecogniseByIdentifiersTest {
    private final Told told = new Told();

    @Test
    void somebody_new_is_met_once_and_found_again() {
        var ann = told.met(card("40 01"));

        assertThat(told.recognise(told.message(), card("4001")))
                .isEqualTo(new Recognised(ann, false, new Position(1)));
        assertThat(told.shop.findCustomer.find(card("4001"))).contains(ann);
    }

    @Test
    void finding_makes_nobody() {
        assertThat(told.shop.findCustomer.find(card("4001"))).isEmpty();
        assertThat(told.shop.log.seen()).isEqualTo(Position.START);
    }

    @Test
    void an_identifier_named_twice_is_one() {
        var ann = told.met(device("phone"), device(" phone "));

        assertThat(told.met(device("phone"))).isEqualTo(ann);
    }

    @Test
    void a_visitor_who_logs_in_is_the_customer_from_then_on() {
        var ann = told.met(card("4001"));
        var visitor = told.met(device("phone"));

        assertThat(told.met(device("phone"), card("4001"))).isEqualTo(ann);
        assertThat(told.met(device("phone"))).isEqualTo(ann);
        assertThat(told.shop.directory.now(visitor)).isEqualTo(ann);
        assertThat(told.shop.directory.everyone(ann)).containsExactly(ann, visitor);
        assertThat(told.shop.directory.everyone(visitor)).containsExactly(visitor);
    }

    @Test
    void what_two_customers_did_on_one_device_stays_apart() {
        var ann = told.met(device("tablet"), card("4001"));
        var ben = told.met(card("4002"));

        assertThat(told.met(device("tablet"), card("4002"))).isEqualTo(ben);
        assertThat(told.met(device("tablet"))).isEqualTo(ben);
        assertThat(told.shop.directory.now(ann)).isEqualTo(ann);
        assertThat(told.shop.directory.everyone(ben)).containsExactly(ben);
    }

    @Test
    void a_login_repeated_after_the_device_moved_on_still_means_who_logged_in() {
        var login = told.message();
        told.recognise(login, device("tablet"), card("4001"));
        var ann = told.met(card("4001"));
        told.met(device("tablet"), card("4002"));

        assertThat(told.recognise(login, device("tablet"), card("4001")))
                .isInstanceOfSatisfying(
                        Recognised.class,
                        again -> {
                            assertThat(again.customer()).isEqualTo(ann);
                            assertThat(again.changed()).isFalse();
                        });
    }

    @Test
    void identifiers_of_two_customers_are_refused_with_the_reason() {
        told.met(card("4001"));
        told.met(card("4002"));

        assertThat(told.recognise(told.message(), card("4001"), card("4002")))
                .isEqualTo(new NotRecognised(new BelongToDifferentCustomers(2)));
    }

    @Test
    void a_message_with_other_content_under_the_same_name_is_contradicted() {
        var message = told.message();
        told.recognise(message, card("4001"));

        assertThat(told.recognise(new Message(message.id(), "other"), card("4002")))
                .isInstanceOfSatisfying(
                        Contradicted.class,
                        told -> assertThat(told.position()).isEqualTo(new Position(1)));
        assertThat(told.shop.findCustomer.find(card("4002"))).isEmpty();
    }

    @Test
    void the_directory_follows_a_chain_of_visitors() {
        var first = told.met(device("phone"));
        var ann = told.met(card("4001"));
        told.met(device("phone"), card("4001"));
        var second = told.met(device("laptop"));
        told.met(device("laptop"), card("4001"));

        assertThat(told.shop.directory.everyone(ann)).containsExactlyInAnyOrder(ann, first, second);
        assertThat(told.shop.directory.name()).isEqualTo("customer-directory");
    }
}
