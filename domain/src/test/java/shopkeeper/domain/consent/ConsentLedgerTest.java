package shopkeeper.domain.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static shopkeeper.domain.consent.ConsentMethod.DISMISSED;
import static shopkeeper.domain.consent.ConsentMethod.SPOKEN;
import static shopkeeper.domain.consent.ConsentMethod.TOGGLE;
import static shopkeeper.domain.consent.Purpose.CONTENT_PERSONALIZATION;
import static shopkeeper.domain.consent.Purpose.MARKETING_MESSAGES;
import static shopkeeper.domain.consent.Purpose.STRICTLY_NECESSARY;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.Story;
import shopkeeper.domain.consent.ConsentCommand.CarryOverRefusal;
import shopkeeper.domain.consent.ConsentCommand.GrantConsent;
import shopkeeper.domain.consent.ConsentCommand.RefuseConsent;
import shopkeeper.domain.consent.ConsentCommand.WithdrawConsent;
import shopkeeper.domain.consent.ConsentEvent.ConsentGranted;
import shopkeeper.domain.consent.ConsentEvent.ConsentRefused;
import shopkeeper.domain.consent.ConsentEvent.ConsentWithdrawn;
import shopkeeper.domain.consent.ConsentEvent.RefusalCarriedOver;
import shopkeeper.domain.consent.ConsentRefusal.DismissalIsNoConsent;
import shopkeeper.domain.consent.ConsentRefusal.WordOfMouthNeedsEvidence;
import shopkeeper.domain.consent.Permission.Allowed;
import shopkeeper.domain.consent.Permission.Basis;
import shopkeeper.domain.consent.Permission.Denial;
import shopkeeper.domain.consent.Permission.Denied;
import shopkeeper.domain.kernel.ContactMethod;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Via;

class ConsentLedgerTest {
    private static final CustomerId ANN = new CustomerId("ann");
    private static final CustomerId VISITOR = new CustomerId("visitor");
    private static final Use SUGGESTIONS = Use.of(CONTENT_PERSONALIZATION);
    private static final Use MAIL = Use.of(MARKETING_MESSAGES, ContactMethod.EMAIL);
    private static final Use TEXTS = Use.of(MARKETING_MESSAGES, ContactMethod.SMS);
    private static final Notice NOTICE = new Notice("privacy", "3", "de-DE");
    private static final Optional<WordOfMouth> HEARD =
            Optional.of(new WordOfMouth("agent-7", "call-4711"));
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void a_grant_is_kept_with_its_notice_and_its_act() {
        shop().when(new GrantConsent(ANN, SUGGESTIONS, NOTICE, TOGGLE, Via.web(), at(0)))
                .then(granted(0));
    }

    @Test
    void a_refusal_is_kept_as_carefully_as_a_grant() {
        shop().when(new RefuseConsent(ANN, SUGGESTIONS, NOTICE, TOGGLE, Via.web(), at(0)))
                .then(refused(0));
    }

    @Test
    void the_word_that_stands_is_a_no_or_none() {
        assertThat(ledger().saysNoTo(SUGGESTIONS)).as("never asked").isFalse();
        assertThat(ledger(refused(0)).saysNoTo(SUGGESTIONS)).isTrue();
        assertThat(ledger(refused(0)).saysNoTo(MAIL)).isFalse();
        assertThat(ledger(granted(1), refused(0)).saysNoTo(SUGGESTIONS)).isFalse();
        assertThat(ledger(granted(1), withdrawn(2)).saysNoTo(SUGGESTIONS)).isTrue();
    }

    @Test
    void closing_a_banner_grants_nothing() {
        shop().when(new GrantConsent(ANN, MAIL, NOTICE, DISMISSED, Via.web(), at(0)))
                .thenRefused(new DismissalIsNoConsent(MAIL));
    }

    @Test
    void closing_a_banner_may_well_refuse() {
        shop().when(new RefuseConsent(ANN, MAIL, NOTICE, DISMISSED, Via.web(), at(0)))
                .then(new ConsentRefused(ANN, MAIL, NOTICE, DISMISSED, Via.web(), at(0)));
    }

    @Test
    void a_yes_on_the_phone_is_proved_by_the_agent_and_the_call() {
        shop().when(spokenGrant(Via.phone(), HEARD))
                .then(
                        new ConsentGranted(
                                ANN, SUGGESTIONS, NOTICE, SPOKEN, HEARD, Via.phone(), at(0)));
        var ledger =
                ledger(
                        new ConsentGranted(
                                ANN, SUGGESTIONS, NOTICE, SPOKEN, HEARD, Via.phone(), at(0)));
        assertThat(ledger.may(SUGGESTIONS, at(1).received()))
                .isInstanceOfSatisfying(
                        Allowed.class,
                        allowed ->
                                assertThat(allowed.evidence())
                                        .endsWith("heard by agent agent-7 in call call-4711"));
    }

    @Test
    void a_yes_on_the_phone_that_nobody_heard_is_no_yes() {
        shop().when(spokenGrant(Via.phone(), Optional.empty()))
                .thenRefused(new WordOfMouthNeedsEvidence(SUGGESTIONS));
    }

    @Test
    void a_no_on_the_phone_is_proved_like_a_yes() {
        shop().when(
                        new RefuseConsent(
                                ANN,
                                SUGGESTIONS,
                                NOTICE,
                                SPOKEN,
                                Optional.empty(),
                                Via.phone(),
                                at(0)))
                .thenRefused(new WordOfMouthNeedsEvidence(SUGGESTIONS));
        shop().when(new RefuseConsent(ANN, SUGGESTIONS, NOTICE, SPOKEN, HEARD, Via.phone(), at(0)))
                .then(
                        new ConsentRefused(
                                ANN, SUGGESTIONS, NOTICE, SPOKEN, HEARD, Via.phone(), at(0)));
    }

    @Test
    void what_is_said_at_the_till_is_proved_by_the_till() {
        shop().when(spokenGrant(Via.till(), Optional.empty()))
                .then(
                        new ConsentGranted(
                                ANN,
                                SUGGESTIONS,
                                NOTICE,
                                SPOKEN,
                                Optional.empty(),
                                Via.till(),
                                at(0)));
    }

    @Test
    void a_withdrawal_on_the_phone_keeps_who_heard_it_and_needs_nobody() {
        shop().given(granted(0))
                .when(new WithdrawConsent(ANN, SUGGESTIONS, HEARD, Via.phone(), at(1)))
                .then(new ConsentWithdrawn(ANN, SUGGESTIONS, HEARD, Via.phone(), at(1)));
        shop().given(granted(0))
                .when(new WithdrawConsent(ANN, SUGGESTIONS, Via.phone(), at(1)))
                .then(new ConsentWithdrawn(ANN, SUGGESTIONS, Via.phone(), at(1)));
    }

    @Test
    void what_was_granted_can_be_withdrawn_at_the_till_with_one_word() {
        shop().given(granted(0))
                .when(new WithdrawConsent(ANN, SUGGESTIONS, Via.till(), at(1)))
                .then(withdrawn(1));
    }

    @Test
    void a_withdrawal_is_kept_even_where_nothing_was_granted_yet() {
        shop().when(new WithdrawConsent(ANN, SUGGESTIONS, Via.till(), at(1))).then(withdrawn(1));
        assertThat(ledger(withdrawn(1), granted(0)).may(SUGGESTIONS, at(2).received()))
                .isEqualTo(new Denied(Denial.WITHDRAWN));
    }

    @Test
    void a_second_withdrawal_outlives_a_grant_that_was_given_in_between_and_arrives_late() {
        assertThat(
                        ledger(withdrawn(0), withdrawn(2), granted(1))
                                .may(SUGGESTIONS, at(3).received()))
                .isEqualTo(new Denied(Denial.WITHDRAWN));
    }

    @Test
    void a_visitors_no_counts_for_the_customer_and_a_visitors_yes_does_not() {
        var later = at(3).received();

        assertThat(ledger(granted(0)).withRefusalsOf(ledger(refused(1))).may(SUGGESTIONS, later))
                .isEqualTo(new Denied(Denial.REFUSED));
        assertThat(ledger(granted(1)).withRefusalsOf(ledger(refused(0))).may(SUGGESTIONS, later))
                .isInstanceOf(Allowed.class);
        assertThat(ledger().withRefusalsOf(ledger(granted(0))).may(SUGGESTIONS, later))
                .isEqualTo(new Denied(Denial.NO_DECISION));
    }

    @Test
    void withdrawing_again_is_kept_again() {
        shop().given(granted(0), withdrawn(1))
                .when(new WithdrawConsent(ANN, SUGGESTIONS, Via.till(), at(2)))
                .then(withdrawn(2));
    }

    @Test
    void what_was_refused_can_still_be_withdrawn() {
        shop().given(refused(0))
                .when(new WithdrawConsent(ANN, SUGGESTIONS, Via.till(), at(1)))
                .then(withdrawn(1));
    }

    @Test
    void a_visitors_no_is_carried_over() {
        shop().when(new CarryOverRefusal(ANN, SUGGESTIONS, VISITOR, Via.web(), at(0)))
                .then(new RefusalCarriedOver(ANN, SUGGESTIONS, VISITOR, Via.web(), at(0)));
    }

    @Test
    void what_was_never_asked_is_not_allowed() {
        assertThat(ConsentLedger.EMPTY.may(SUGGESTIONS, NOON))
                .isEqualTo(new Denied(Denial.NO_DECISION));
    }

    @Test
    void what_serving_the_customer_strictly_needs_is_never_asked() {
        assertThat(ConsentLedger.EMPTY.may(Use.of(STRICTLY_NECESSARY), NOON))
                .isInstanceOfSatisfying(
                        Allowed.class,
                        allowed -> assertThat(allowed.basis()).isEqualTo(Basis.CONTRACT));
    }

    @Test
    void a_grant_allows_and_names_its_evidence() {
        assertThat(ledger(granted(0)).may(SUGGESTIONS, minute(0)))
                .isEqualTo(
                        new Allowed(
                                Basis.CONSENT,
                                "CONTENT_PERSONALIZATION granted 2026-11-20T12:00:00Z via"
                                        + " ONLINE/web",
                                Optional.empty()));
    }

    @Test
    void a_grant_does_not_reach_into_the_past() {
        assertThat(ledger(granted(5)).may(SUGGESTIONS, minute(4)))
                .isEqualTo(new Denied(Denial.NO_DECISION));
    }

    @Test
    void a_refusal_denies() {
        assertThat(ledger(granted(0), refused(1)).may(SUGGESTIONS, minute(1)))
                .isEqualTo(new Denied(Denial.REFUSED));
    }

    @Test
    void a_withdrawal_denies() {
        assertThat(ledger(granted(0), withdrawn(1)).may(SUGGESTIONS, minute(1)))
                .isEqualTo(new Denied(Denial.WITHDRAWN));
    }

    @Test
    void a_carried_over_no_denies_like_a_refusal() {
        var carried = new RefusalCarriedOver(ANN, SUGGESTIONS, VISITOR, Via.web(), at(1));

        assertThat(ledger(granted(0), carried).may(SUGGESTIONS, minute(2)))
                .isEqualTo(new Denied(Denial.REFUSED));
    }

    @Test
    void a_visitors_older_no_does_not_outlive_the_customers_later_yes() {
        var carried = new RefusalCarriedOver(ANN, SUGGESTIONS, VISITOR, Via.web(), late(0, 9));

        assertThat(ledger(granted(5), carried).may(SUGGESTIONS, minute(9)))
                .isInstanceOf(Allowed.class);
    }

    @Test
    void after_a_withdrawal_a_new_grant_counts_again() {
        assertThat(ledger(granted(0), withdrawn(1), granted(2)).may(SUGGESTIONS, minute(2)))
                .isInstanceOf(Allowed.class);
    }

    @Test
    void a_grant_that_arrives_late_does_not_undo_a_later_withdrawal() {
        var lateGrant =
                new ConsentGranted(ANN, SUGGESTIONS, NOTICE, TOGGLE, Via.till(), late(1, 9));

        assertThat(ledger(granted(0), withdrawn(2), lateGrant).may(SUGGESTIONS, minute(9)))
                .isEqualTo(new Denied(Denial.WITHDRAWN));
    }

    @Test
    void a_withdrawal_from_a_till_with_a_slow_clock_counts_from_when_we_hear_it() {
        var slow = new ConsentWithdrawn(ANN, SUGGESTIONS, Via.till(), late(-60, 1));

        assertThat(ledger(granted(0), slow).may(SUGGESTIONS, minute(1)))
                .isEqualTo(new Denied(Denial.WITHDRAWN));
    }

    @Test
    void a_grant_from_a_clock_that_runs_ahead_can_be_withdrawn_at_once() {
        var ahead =
                new ConsentGranted(ANN, SUGGESTIONS, NOTICE, TOGGLE, Via.web(), late(600_000, 0));

        assertThat(ledger(ahead, withdrawn(1)).may(SUGGESTIONS, minute(1)))
                .isEqualTo(new Denied(Denial.WITHDRAWN));
    }

    @Test
    void of_two_words_at_the_same_time_the_stricter_counts_whichever_comes_first() {
        assertThat(ledger(granted(0), refused(0)).may(SUGGESTIONS, minute(0)))
                .isEqualTo(new Denied(Denial.REFUSED));
        assertThat(ledger(refused(0), granted(0)).may(SUGGESTIONS, minute(0)))
                .isEqualTo(new Denied(Denial.REFUSED));
    }

    @Test
    void each_contact_method_is_allowed_on_its_own() {
        var mail = new ConsentGranted(ANN, MAIL, NOTICE, TOGGLE, Via.web(), at(0));

        assertThat(ledger(mail).may(MAIL, minute(0))).isInstanceOf(Allowed.class);
        assertThat(ledger(mail).may(TEXTS, minute(0))).isEqualTo(new Denied(Denial.NO_DECISION));
    }

    @Test
    void marketing_messages_need_a_contact_method_and_nothing_else_takes_one() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Use.of(MARKETING_MESSAGES))
                .withMessage("MARKETING_MESSAGES needs a contact method");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Use.of(CONTENT_PERSONALIZATION, ContactMethod.SMS))
                .withMessage("CONTENT_PERSONALIZATION takes no contact method");
        assertThat(MAIL).hasToString("MARKETING_MESSAGES/EMAIL");
    }

    @Test
    void a_notice_is_known_by_id_version_and_language() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Notice(" ", "1", "de"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Notice("privacy", "", "de"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Notice("privacy", "1", ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Notice("privacy", "1\0", "de"))
                .withMessage("a notice's name holds no control characters");
    }

    private static Story<ConsentLedger, ConsentCommand, ConsentEvent, ConsentRefusal> shop() {
        return new Story<>(ConsentLedger.EMPTY, ConsentLedger::decide, ConsentLedger::evolve);
    }

    private static ConsentLedger ledger(ConsentEvent... words) {
        return shop().given(words).state();
    }

    private static ConsentEvent granted(int minute) {
        return new ConsentGranted(ANN, SUGGESTIONS, NOTICE, TOGGLE, Via.web(), at(minute));
    }

    private static ConsentEvent refused(int minute) {
        return new ConsentRefused(ANN, SUGGESTIONS, NOTICE, TOGGLE, Via.web(), at(minute));
    }

    private static ConsentEvent withdrawn(int minute) {
        return new ConsentWithdrawn(ANN, SUGGESTIONS, Via.till(), at(minute));
    }

    private static Moment at(int minute) {
        return Moment.at(minute(minute));
    }

    private static Moment late(int said, int heard) {
        return new Moment(minute(said), minute(heard));
    }

    private static Instant minute(int minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }

    private static GrantConsent spokenGrant(Via via, Optional<WordOfMouth> evidence) {
        return new GrantConsent(ANN, SUGGESTIONS, NOTICE, SPOKEN, evidence, via, at(0));
    }
}
