package shopkeeper.application.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.application.Told.NOTICE;
import static shopkeeper.application.Told.SUGGESTIONS;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import shopkeeper.application.Told;
import shopkeeper.domain.consent.ConsentCommand.GrantConsent;
import shopkeeper.domain.consent.ConsentMethod;
import shopkeeper.domain.consent.ConsentRefusal.DismissalIsNoConsent;
import shopkeeper.domain.consent.Permission.Allowed;
import shopkeeper.domain.consent.Permission.Denial;
import shopkeeper.domain.consent.Permission.Denied;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.consent.Use;
import shopkeeper.domain.kernel.ContactMethod;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.Recorded.Conflict;
import shopkeeper.domain.kernel.Recorded.Decided;
import shopkeeper.domain.kernel.Recorded.Duplicate;
import shopkeeper.domain.kernel.Via;

class ConsentModuleTest {
    private static final CustomerId ANN = new CustomerId("ann");
    private static final Use MAIL = Use.of(Purpose.MARKETING_MESSAGES, ContactMethod.EMAIL);

    private final Told told = new Told();

    @Test
    void a_grant_is_obeyed_at_once_and_so_is_its_withdrawal() {
        told.grants(ANN, SUGGESTIONS);
        assertThat(may(ANN)).isInstanceOf(Allowed.class);

        told.withdraws(ANN, SUGGESTIONS);
        assertThat(may(ANN)).isEqualTo(new Denied(Denial.WITHDRAWN));
    }

    @Test
    void a_refused_word_answers_with_its_reason() {
        var answer =
                told.shop.recordConsent.record(
                        told.message(),
                        new GrantConsent(
                                ANN, MAIL, NOTICE, ConsentMethod.DISMISSED, Via.web(), told.now()));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Decided.class,
                        decided ->
                                assertThat(decided.outcome())
                                        .isEqualTo(
                                                Outcome.refused(new DismissalIsNoConsent(MAIL))));
    }

    @Test
    void the_same_word_sent_twice_is_kept_once_and_another_under_its_name_is_a_conflict() {
        var message = told.message();
        var grant =
                new GrantConsent(
                        ANN, SUGGESTIONS, NOTICE, ConsentMethod.BUTTON, Via.web(), told.now());

        assertThat(told.shop.recordConsent.record(message, grant)).isInstanceOf(Decided.class);
        assertThat(told.shop.recordConsent.record(message, grant)).isInstanceOf(Duplicate.class);
        assertThat(told.shop.recordConsent.record(new Message(message.id(), "other"), grant))
                .isInstanceOf(Conflict.class);
        assertThat(told.shop.consents.standing(ANN)).hasSize(1);
    }

    @Test
    void a_ledger_that_cannot_be_read_denies() {
        told.grants(ANN, SUGGESTIONS);
        told.shop.consents.cannotBeRead();

        assertThat(may(ANN)).isEqualTo(new Denied(Denial.UNAVAILABLE));
    }

    @Test
    void a_visitors_no_follows_the_visitor_who_logs_in() {
        var ann = told.met(Told.card("4001"));
        var visitor = told.met(Told.device("phone"));
        told.grants(ann, SUGGESTIONS)
                .later(Duration.ofMinutes(1))
                .refuses(visitor, SUGGESTIONS)
                .later(Duration.ofMinutes(1));

        told.met(Told.device("phone"), Told.card("4001"));

        assertThat(may(ann)).isEqualTo(new Denied(Denial.REFUSED));
    }

    @Test
    void a_visitors_yes_does_not_follow() {
        var ann = told.met(Told.card("4001"));
        var visitor = told.met(Told.device("phone"));
        told.grants(visitor, SUGGESTIONS);

        told.met(Told.device("phone"), Told.card("4001"));

        assertThat(may(ann)).isEqualTo(new Denied(Denial.NO_DECISION));
    }

    @Test
    void a_visitors_withdrawal_follows_as_a_refusal_once_however_often_it_is_handled() {
        var ann = told.met(Told.card("4001"));
        var visitor = told.met(Told.device("phone"));
        told.grants(visitor, MAIL).withdraws(visitor, MAIL);

        told.met(Told.device("phone"), Told.card("4001"));
        told.met(Told.device("phone"), Told.card("4001"));

        assertThat(told.shop.consents.standing(ann))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.use()).isEqualTo(MAIL);
                    assertThat(entry.via()).isEqualTo(Via.till());
                });
    }

    private Object may(CustomerId customer) {
        return told.shop.askPermission.may(customer, SUGGESTIONS, told.now().received());
    }
}
