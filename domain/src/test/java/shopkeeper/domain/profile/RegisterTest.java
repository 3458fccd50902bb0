package shopkeeper.domain.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.Story;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Personal;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.profile.ProfileCommand.Recognise;
import shopkeeper.domain.profile.ProfileEvent.CustomerMet;
import shopkeeper.domain.profile.ProfileEvent.DeviceChangedHands;
import shopkeeper.domain.profile.ProfileEvent.IdentifiersLinked;
import shopkeeper.domain.profile.ProfileEvent.VisitorBecameKnown;
import shopkeeper.domain.profile.ProfileRefusal.BelongToDifferentCustomers;
import shopkeeper.domain.profile.ProfileRefusal.MoreThanOneDevice;

class RegisterTest {
    private static final CustomerId ANN = new CustomerId("ann");
    private static final CustomerId BEN = new CustomerId("ben");
    private static final CustomerId NEWCOMER = new CustomerId("newcomer");
    private static final Moment NOW = Moment.at(Instant.parse("2026-11-20T23:59:59Z"));

    private static final Link PHONE = device("phone");
    private static final Link TABLET = device("tablet");
    private static final Link ANNS_CARD = card("4001");
    private static final Link ANNS_MAIL = mail("ann@example.org");
    private static final Link BENS_CARD = card("4002");

    @Test
    void somebody_new_is_met() {
        shop().when(recognise(PHONE)).then(met(NEWCOMER, PHONE));
    }

    @Test
    void a_newcomer_brings_all_identifiers_at_once() {
        shop().when(recognise(PHONE, ANNS_CARD)).then(met(NEWCOMER, PHONE, ANNS_CARD));
    }

    @Test
    void who_comes_again_changes_nothing() {
        shop().given(met(ANN, PHONE, ANNS_CARD))
                .when(recognise(ANNS_CARD, PHONE))
                .thenNothingChanges();
        shop().given(met(ANN, PHONE)).when(recognise(PHONE)).thenNothingChanges();
    }

    @Test
    void a_customer_is_linked_to_one_more_identifier() {
        shop().given(met(ANN, ANNS_CARD))
                .when(recognise(ANNS_CARD, ANNS_MAIL))
                .then(linked(ANN, List.of(ANNS_MAIL), ANNS_CARD, ANNS_MAIL));
    }

    @Test
    void a_customers_new_device_is_linked_to_the_customer() {
        shop().given(met(ANN, ANNS_CARD))
                .when(recognise(ANNS_CARD, TABLET))
                .then(linked(ANN, List.of(TABLET), ANNS_CARD, TABLET));
    }

    @Test
    void a_visitor_who_shows_a_new_card_is_that_visitor_still() {
        shop().given(met(ANN, PHONE))
                .when(recognise(PHONE, ANNS_CARD))
                .then(linked(ANN, List.of(ANNS_CARD), PHONE, ANNS_CARD));
    }

    @Test
    void a_visitor_who_logs_in_becomes_known() {
        var visitor = new CustomerId("visitor");

        shop().given(met(ANN, ANNS_CARD), met(visitor, PHONE))
                .when(recognise(PHONE, ANNS_CARD))
                .then(
                        new VisitorBecameKnown(
                                visitor,
                                ANN,
                                PHONE,
                                List.of(PHONE.key(), ANNS_CARD.key()),
                                Via.web(),
                                NOW));
    }

    @Test
    void a_visitor_who_logs_in_may_bring_one_more_identifier() {
        var visitor = new CustomerId("visitor");

        shop().given(met(ANN, ANNS_CARD), met(visitor, PHONE))
                .when(recognise(PHONE, ANNS_CARD, ANNS_MAIL))
                .then(
                        linked(ANN, List.of(ANNS_MAIL), PHONE, ANNS_CARD, ANNS_MAIL),
                        new VisitorBecameKnown(
                                visitor,
                                ANN,
                                PHONE,
                                List.of(PHONE.key(), ANNS_CARD.key(), ANNS_MAIL.key()),
                                Via.web(),
                                NOW));
    }

    @Test
    void a_shared_device_changes_hands_and_nothing_else_moves() {
        shop().given(met(ANN, PHONE, ANNS_CARD), met(BEN, BENS_CARD))
                .when(recognise(PHONE, BENS_CARD))
                .then(handedOver(ANN, BEN, PHONE, BENS_CARD));
    }

    @Test
    void a_stranger_at_a_known_customers_device_is_somebody_new() {
        shop().given(met(ANN, PHONE, ANNS_CARD))
                .when(recognise(PHONE, BENS_CARD))
                .then(
                        met(NEWCOMER, BENS_CARD),
                        new DeviceChangedHands(
                                ANN, NEWCOMER, PHONE, List.of(BENS_CARD.key()), Via.web(), NOW));
    }

    @Test
    void identifiers_of_two_customers_do_not_make_them_one() {
        shop().given(met(ANN, ANNS_CARD), met(BEN, BENS_CARD))
                .when(recognise(ANNS_CARD, BENS_CARD))
                .thenRefused(new BelongToDifferentCustomers(2));
    }

    @Test
    void one_message_speaks_for_one_device() {
        shop().when(recognise(PHONE, TABLET)).thenRefused(new MoreThanOneDevice(2));
    }

    @Test
    void nobody_is_recognised_without_an_identifier() {
        assertThatIllegalArgumentException().isThrownBy(() -> recognise());
    }

    @Test
    void the_register_knows_who_holds_an_identifier_now() {
        var register =
                register(
                        met(ANN, PHONE, ANNS_CARD),
                        met(BEN, BENS_CARD),
                        handedOver(ANN, BEN, PHONE, BENS_CARD));

        assertThat(register.holder(PHONE.key())).contains(BEN);
        assertThat(register.holder(ANNS_CARD.key())).contains(ANN);
        assertThat(register.holder(TABLET.key())).isEmpty();
    }

    @Test
    void whoever_has_more_than_a_device_is_known() {
        var visitor = new CustomerId("visitor");
        var login = new VisitorBecameKnown(visitor, ANN, TABLET, List.of(), Via.web(), NOW);

        assertThat(register(met(ANN, PHONE)).known()).isEmpty();
        assertThat(register(met(ANN, PHONE), linked(ANN, List.of(ANNS_MAIL), PHONE)).known())
                .containsExactly(ANN);
        // Opened at the device only, the register does not see where the card was linked.
        assertThat(register(linked(ANN, List.of(TABLET), ANNS_CARD)).known()).containsExactly(ANN);
        assertThat(register(login).known()).containsExactly(ANN);
        assertThat(register(handedOver(ANN, BEN, PHONE, BENS_CARD)).known()).containsExactly(BEN);
    }

    @Test
    void every_fact_names_the_identifiers_it_can_be_found_by() {
        assertThat(met(ANN, PHONE, ANNS_CARD).keys()).containsExactly(PHONE.key(), ANNS_CARD.key());
        assertThat(linked(ANN, List.of(ANNS_MAIL), PHONE, ANNS_MAIL).keys())
                .containsExactly(ANNS_MAIL.key(), PHONE.key());
        assertThat(handedOver(ANN, BEN, PHONE, BENS_CARD).keys())
                .containsExactly(PHONE.key(), BENS_CARD.key());
        assertThat(
                        new VisitorBecameKnown(
                                        NEWCOMER,
                                        ANN,
                                        PHONE,
                                        List.of(ANNS_CARD.key()),
                                        Via.web(),
                                        NOW)
                                .keys())
                .containsExactly(PHONE.key(), ANNS_CARD.key());
    }

    @Test
    void a_link_keeps_the_value_only_as_personal_data() {
        var link = Link.of(new Identifier(IdentifierType.LOYALTY, "40 01"), new IdentifierKey("k"));

        assertThat(link)
                .isEqualTo(
                        new Link(
                                IdentifierType.LOYALTY,
                                new IdentifierKey("k"),
                                Personal.known("4001")));
        assertThat(link.toString()).doesNotContain("4001");
    }

    private static Story<Register, ProfileCommand, ProfileEvent, ProfileRefusal> shop() {
        return new Story<>(Register.EMPTY, Register::decide, Register::evolve);
    }

    private static Register register(ProfileEvent... facts) {
        return shop().given(facts).state();
    }

    private static Recognise recognise(Link... links) {
        return new Recognise(List.of(links), NEWCOMER, Via.web(), NOW);
    }

    private static ProfileEvent met(CustomerId customer, Link... links) {
        return new CustomerMet(customer, List.of(links), Via.web(), NOW);
    }

    private static ProfileEvent linked(CustomerId customer, List<Link> links, Link... by) {
        return new IdentifiersLinked(customer, links, keys(by), Via.web(), NOW);
    }

    private static ProfileEvent handedOver(
            CustomerId before, CustomerId customer, Link device, Link card) {
        return new DeviceChangedHands(before, customer, device, keys(device, card), Via.web(), NOW);
    }

    private static List<IdentifierKey> keys(Link... links) {
        return Arrays.stream(links).map(Link::key).toList();
    }

    private static Link device(String id) {
        return link(IdentifierType.ANONYMOUS, id);
    }

    private static Link card(String number) {
        return link(IdentifierType.LOYALTY, number);
    }

    private static Link mail(String address) {
        return link(IdentifierType.EMAIL, address);
    }

    private static Link link(IdentifierType type, String value) {
        return Link.of(new Identifier(type, value), new IdentifierKey("key-of-" + value));
    }
}
