package shopkeeper.persistence.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static shopkeeper.persistence.consent.ConsentSamples.ANALYTICS;
import static shopkeeper.persistence.consent.ConsentSamples.ANN;
import static shopkeeper.persistence.consent.ConsentSamples.LETTERS;
import static shopkeeper.persistence.consent.ConsentSamples.MAILS;
import static shopkeeper.persistence.consent.ConsentSamples.NOTICE;
import static shopkeeper.persistence.consent.ConsentSamples.granted;
import static shopkeeper.persistence.consent.ConsentSamples.message;
import static shopkeeper.persistence.consent.ConsentSamples.refused;
import static shopkeeper.persistence.consent.ConsentSamples.withdrawn;
import static shopkeeper.persistence.feed.FollowedLog.NOON;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shopkeeper.application.consent.ConsentLedgers;
import shopkeeper.application.consent.ConsentModule;
import shopkeeper.application.consent.ConsentViews;
import shopkeeper.application.consent.ConsentViews.Entry;
import shopkeeper.domain.consent.ConsentCommand;
import shopkeeper.domain.consent.ConsentCommand.CarryOverRefusal;
import shopkeeper.domain.consent.ConsentCommand.GrantConsent;
import shopkeeper.domain.consent.ConsentCommand.WithdrawConsent;
import shopkeeper.domain.consent.ConsentMethod;
import shopkeeper.domain.consent.Standing.Choice;
import shopkeeper.domain.consent.WordOfMouth;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.Via;
import shopkeeper.persistence.feed.FollowedLog;

class ConsentViewsTest {
    private final FollowedLog shop = new FollowedLog();
    private final ConsentLedgers ledgers = ConsentPersistence.ledgers(shop.log(), shop.sql());
    private final ConsentViews views = ConsentPersistence.views(shop.sql());

    @BeforeEach
    void follow() {
        shop.follow(List.of(ConsentPersistence.projection()), List.of());
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private List<Entry> after(ConsentCommand... said) {
        for (int i = 0; i < said.length; i++) {
            ConsentModule.recordConsent(ledgers).record(message("m" + i), said[i]);
        }
        shop.catchUp();
        return views.standing(ANN);
    }

    @Test
    void a_word_stands_with_its_notice_its_place_and_its_position() {
        var heard = NOON.plusSeconds(5);
        var grant =
                new GrantConsent(
                        ANN,
                        ANALYTICS,
                        NOTICE,
                        ConsentMethod.CHECKBOX,
                        Via.web(),
                        new Moment(NOON, heard));
        assertThat(after(granted(new CustomerId("c-bob"), ANALYTICS, NOON), grant))
                .containsExactly(
                        new Entry(
                                ANALYTICS,
                                Choice.GRANTED,
                                Optional.of(NOTICE),
                                Optional.empty(),
                                Via.web(),
                                NOON,
                                heard,
                                new Position(2)));
    }

    @Test
    void each_use_has_one_entry_in_the_order_of_purposes() {
        assertThat(
                        after(
                                granted(ANN, MAILS, NOON),
                                refused(ANN, LETTERS, NOON),
                                granted(ANN, ANALYTICS, NOON),
                                withdrawn(ANN, MAILS, NOON.plusSeconds(1))))
                .extracting(Entry::use, Entry::choice)
                .containsExactly(
                        tuple(ANALYTICS, Choice.GRANTED),
                        tuple(MAILS, Choice.WITHDRAWN),
                        tuple(LETTERS, Choice.REFUSED));
    }

    @Test
    void a_withdrawal_shows_no_notice_and_counts_from_when_it_was_heard() {
        var withdrawal =
                new WithdrawConsent(
                        ANN,
                        ANALYTICS,
                        Via.till(),
                        new Moment(NOON.minusSeconds(3600), NOON.plusSeconds(60)));
        assertThat(after(granted(ANN, ANALYTICS, NOON), withdrawal))
                .containsExactly(
                        new Entry(
                                ANALYTICS,
                                Choice.WITHDRAWN,
                                Optional.empty(),
                                Optional.empty(),
                                Via.till(),
                                NOON.plusSeconds(60),
                                NOON.plusSeconds(60),
                                new Position(2)));
    }

    @Test
    void a_word_that_arrives_late_does_not_stand_above_a_later_one() {
        assertThat(
                        after(
                                refused(ANN, ANALYTICS, NOON),
                                granted(ANN, ANALYTICS, NOON.minusSeconds(60))))
                .extracting(Entry::choice, Entry::position)
                .containsExactly(tuple(Choice.REFUSED, new Position(1)));
    }

    @Test
    void the_version_is_that_of_the_last_word_that_was_heard_even_where_another_stands() {
        after(
                refused(ANN, ANALYTICS, NOON),
                granted(new CustomerId("c-bob"), ANALYTICS, NOON),
                granted(ANN, ANALYTICS, NOON.minusSeconds(60)));

        assertThat(views.version(ANN)).isEqualTo(new Position(3));
        assertThat(views.version(ANN, new Position(3))).isEqualTo(new Position(3));
        assertThat(views.version(ANN, new Position(2))).isEqualTo(new Position(1));
        assertThat(views.version(ANN, Position.START)).isEqualTo(Position.START);
    }

    @Test
    void of_two_words_at_the_same_time_the_stricter_stands_in_either_order() {
        assertThat(
                        after(
                                granted(ANN, ANALYTICS, NOON),
                                refused(ANN, ANALYTICS, NOON),
                                refused(ANN, MAILS, NOON),
                                granted(ANN, MAILS, NOON)))
                .extracting(Entry::use, Entry::choice, Entry::position)
                .containsExactly(
                        tuple(ANALYTICS, Choice.REFUSED, new Position(2)),
                        tuple(MAILS, Choice.REFUSED, new Position(3)));
    }

    @Test
    void of_equal_words_the_view_shows_the_one_the_ledger_relies_on() {
        var atTheTill =
                new GrantConsent(
                        ANN,
                        ANALYTICS,
                        NOTICE,
                        ConsentMethod.SIGNATURE,
                        Via.till(),
                        Moment.at(NOON));
        var shown =
                after(
                        granted(ANN, ANALYTICS, NOON),
                        atTheTill,
                        refused(ANN, MAILS, NOON),
                        withdrawn(ANN, MAILS, NOON));
        var ledger = ledgers.current(ANN).orElseThrow();
        assertThat(shown)
                .hasSize(2)
                .allSatisfy(entry -> {
                    var standing =
                            Optional.ofNullable(ledger.standing().get(entry.use())).orElseThrow();
                    assertThat(entry)
                            .extracting(Entry::choice, Entry::since, Entry::via)
                            .containsExactly(standing.choice(), standing.since(), standing.via());
                });
        assertThat(shown).map(Entry::position).containsExactly(new Position(1), new Position(4));
    }

    @Test
    void a_refusal_that_was_carried_over_keeps_its_time_and_shows_no_notice() {
        var carried =
                new CarryOverRefusal(
                        ANN,
                        ANALYTICS,
                        new CustomerId("c-visitor"),
                        Via.web(),
                        new Moment(NOON.minusSeconds(60), NOON));
        assertThat(after(carried))
                .containsExactly(
                        new Entry(
                                ANALYTICS,
                                Choice.REFUSED,
                                Optional.empty(),
                                Optional.empty(),
                                Via.web(),
                                NOON.minusSeconds(60),
                                NOON,
                                new Position(1)));
    }

    @Test
    void a_word_that_was_only_spoken_stands_with_who_heard_it() {
        var heard = Optional.of(new WordOfMouth("agent-7", "call-4711"));
        var spoken =
                new GrantConsent(
                        ANN,
                        ANALYTICS,
                        NOTICE,
                        ConsentMethod.SPOKEN,
                        heard,
                        Via.phone(),
                        Moment.at(NOON));
        assertThat(after(spoken, withdrawn(ANN, MAILS, NOON)))
                .extracting(Entry::evidence)
                .containsExactly(heard, Optional.empty());
    }

    @Test
    void whoever_never_said_a_word_has_no_entry() {
        shop.catchUp();
        assertThat(views.standing(ANN)).isEmpty();
    }

    @Test
    void what_stood_once_knows_nothing_of_what_was_said_later() {
        after(granted(ANN, ANALYTICS, NOON), withdrawn(ANN, ANALYTICS, NOON.plusSeconds(9)));

        assertThat(views.standing(ANN, Position.START)).isEmpty();
        assertThat(views.standing(ANN, new Position(1)))
                .extracting(Entry::choice, Entry::position)
                .containsExactly(tuple(Choice.GRANTED, new Position(1)));
        assertThat(views.standing(ANN, new Position(2)))
                .extracting(Entry::choice)
                .containsExactly(Choice.WITHDRAWN);
    }
}
