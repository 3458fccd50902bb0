package shopkeeper.persistence.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.persistence.consent.ConsentSamples.ANALYTICS;
import static shopkeeper.persistence.consent.ConsentSamples.ANN;
import static shopkeeper.persistence.consent.ConsentSamples.dismissed;
import static shopkeeper.persistence.consent.ConsentSamples.granted;
import static shopkeeper.persistence.consent.ConsentSamples.message;
import static shopkeeper.persistence.consent.ConsentSamples.withdrawn;
import static shopkeeper.persistence.feed.FollowedLog.NOON;
import static shopkeeper.persistence.schema.generated.Tables.EVENT;
import static shopkeeper.persistence.schema.generated.Tables.EVENT_TAG;
import static shopkeeper.persistence.schema.generated.Tables.PERMISSION_VERSION;

import java.sql.SQLException;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shopkeeper.application.consent.ConsentLedgers;
import shopkeeper.application.consent.ConsentModule;
import shopkeeper.domain.consent.ConsentCommand;
import shopkeeper.domain.consent.ConsentEvent;
import shopkeeper.domain.consent.ConsentLedger;
import shopkeeper.domain.consent.ConsentRefusal;
import shopkeeper.domain.consent.ConsentRefusal.DismissalIsNoConsent;
import shopkeeper.domain.consent.Permission;
import shopkeeper.domain.consent.Permission.Allowed;
import shopkeeper.domain.consent.Permission.Denial;
import shopkeeper.domain.consent.Permission.Denied;
import shopkeeper.domain.consent.Standing.Choice;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.Recorded;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.eventlog.Racers;
import shopkeeper.persistence.feed.FollowedLog;

/** Nobody follows the log in these tests: what was acknowledged counts without any view. */
class ConsentStrictnessTest {
    private final FollowedLog shop = new FollowedLog();
    private final ConsentLedgers ledgers = ConsentPersistence.ledgers(shop.log(), shop.sql());

    @AfterEach
    void close() {
        shop.close();
    }

    private Recorded<ConsentEvent, ConsentRefusal> say(String id, ConsentCommand command) {
        return ConsentModule.recordConsent(ledgers).record(message(id), command);
    }

    private static Choice choice(ConsentLedgers ledgers) {
        var standing = ledgers.current(ANN).orElseThrow().standing().get(ANALYTICS);
        if (standing == null) {
            throw new AssertionError("nothing stands");
        }
        return standing.choice();
    }

    private Map<String, Long> versions() {
        return shop.sql()
                .selectFrom(PERMISSION_VERSION)
                .fetchMap(PERMISSION_VERSION.CUSTOMER, PERMISSION_VERSION.VERSION);
    }

    @Test
    void an_acknowledged_withdrawal_is_seen_at_once() {
        say("1", granted(ANN, ANALYTICS, NOON));
        assertThat(choice(ledgers)).isEqualTo(Choice.GRANTED);
        say("2", withdrawn(ANN, ANALYTICS, NOON.plusSeconds(1)));
        assertThat(choice(ledgers)).isEqualTo(Choice.WITHDRAWN);
    }

    @Test
    void a_second_node_that_remembers_the_grant_sees_the_withdrawal_too() {
        try (EventLog elsewhere = shop.open()) {
            var second = ConsentPersistence.ledgers(elsewhere, shop.sql());
            say("1", granted(ANN, ANALYTICS, NOON));
            assertThat(choice(second)).isEqualTo(Choice.GRANTED);
            assertThat(choice(second)).isEqualTo(Choice.GRANTED);

            say("2", withdrawn(ANN, ANALYTICS, NOON.plusSeconds(1)));
            assertThat(choice(second)).isEqualTo(Choice.WITHDRAWN);

            say("3", granted(ANN, ANALYTICS, NOON.plusSeconds(2)));
            assertThat(choice(second)).isEqualTo(Choice.GRANTED);
        }
    }

    @Test
    void no_node_ever_allows_what_was_withdrawn_before_it_was_asked() {
        try (EventLog elsewhere = shop.open()) {
            var second = ConsentPersistence.ledgers(elsewhere, shop.sql());
            var seen =
                    IntStream.range(0, 12)
                            .mapToObj(lap -> {
                                say(
                                        "yes" + lap,
                                        granted(ANN, ANALYTICS, NOON.plusSeconds(2L * lap)));
                                return Racers.race(
                                        4,
                                        racer -> {
                                            if (racer == 0) {
                                                say(
                                                        "no" + lap,
                                                        withdrawn(
                                                                ANN,
                                                                ANALYTICS,
                                                                NOON.plusSeconds(2L * lap + 1)));
                                            } else {
                                                choice(racer == 1 ? ledgers : second);
                                            }
                                            // racer 0 was answered; the others may have asked
                                            // before or after
                                            return racer == 0 ? choice(second) : Choice.WITHDRAWN;
                                        });
                            })
                            .toList();
            assertThat(seen).allSatisfy(lap -> assertThat(lap).containsOnly(Choice.WITHDRAWN));
        }
    }

    @Test
    void what_a_node_remembers_it_does_not_read_again() {
        say("1", granted(ANN, ANALYTICS, NOON));
        assertThat(choice(ledgers)).isEqualTo(Choice.GRANTED);
        // Were the log read again, the grant would be gone.
        shop.sql().update(EVENT).setNull(EVENT.STORY).execute();
        assertThat(choice(ledgers)).isEqualTo(Choice.GRANTED);
    }

    @Test
    void the_version_is_the_position_of_the_last_word_and_rides_with_it() {
        say("1", granted(ANN, ANALYTICS, NOON));
        say("2", granted(new CustomerId("c-bob"), ANALYTICS, NOON));
        assertThat(versions()).containsOnly(Map.entry("c-ann", 1L), Map.entry("c-bob", 2L));
        say("3", withdrawn(ANN, ANALYTICS, NOON.plusSeconds(1)));
        assertThat(versions()).containsOnly(Map.entry("c-ann", 3L), Map.entry("c-bob", 2L));
    }

    @Test
    void a_refused_a_repeated_and_a_contradicting_message_leave_the_version() {
        assertThat(say("0", dismissed(ANN, ANALYTICS, NOON)))
                .isEqualTo(
                        new Recorded.Decided<>(
                                Outcome.refused(new DismissalIsNoConsent(ANALYTICS)),
                                Position.START));
        assertThat(versions()).isEmpty();

        say("1", granted(ANN, ANALYTICS, NOON));
        say("2", withdrawn(ANN, ANALYTICS, NOON));
        assertThat(say("1", granted(ANN, ANALYTICS, NOON)))
                .isEqualTo(new Recorded.Duplicate<>(new Position(1)));
        var other = new Message(message("1").id(), "something else");
        assertThat(
                        ConsentModule.recordConsent(ledgers)
                                .record(other, granted(ANN, ANALYTICS, NOON)))
                .isInstanceOfSatisfying(
                        Recorded.Conflict.class,
                        told -> {
                            assertThat(told.position()).isEqualTo(new Position(1));
                            assertThat(told.contents().first())
                                    .isNotEmpty()
                                    .isNotEqualTo(told.contents().second());
                        });
        assertThat(versions()).containsOnly(Map.entry("c-ann", 2L));
        assertThat(choice(ledgers)).isEqualTo(Choice.WITHDRAWN);
    }

    @Test
    void whoever_never_said_a_word_has_an_empty_ledger() {
        assertThat(ledgers.current(new CustomerId("c-nobody"))).contains(ConsentLedger.EMPTY);
    }

    @Test
    void where_the_version_cannot_be_read_nothing_is_allowed() throws SQLException {
        say("1", granted(ANN, ANALYTICS, NOON));
        var connection = shop.database().connect("broken", "");
        var cutOff = ConsentPersistence.ledgers(shop.log(), shop.database().on(connection));
        var permissions = ConsentModule.askPermission(cutOff);
        assertThat(permissions.may(ANN, ANALYTICS, NOON)).isInstanceOf(Allowed.class);

        connection.close();
        assertThat(cutOff.current(ANN)).isEmpty();
        assertThat(permissions.may(ANN, ANALYTICS, NOON)).isEqualTo(new Denied(Denial.UNAVAILABLE));
    }

    @Test
    void where_the_words_cannot_be_read_nothing_is_allowed() {
        say("1", granted(ANN, ANALYTICS, NOON));
        shop.sql().execute("alter table event rename to event_away");
        try {
            assertThat(ledgers.current(ANN)).isEmpty();
            assertThat(ledgers.asOf(ANN, new Position(1))).isEmpty();
        } finally {
            shop.sql().execute("alter table event_away rename to event");
        }
        assertThat(choice(ledgers)).isEqualTo(Choice.GRANTED);
    }

    @Test
    void a_word_in_a_newer_form_than_this_node_knows_allows_nothing() {
        say("1", granted(ANN, ANALYTICS, NOON));
        shop.sql().update(EVENT).set(EVENT.VERSION, "99").execute();
        assertThat(ledgers.current(ANN)).isEmpty();
        assertThat(permittedThen(1)).isEqualTo(new Denied(Denial.UNAVAILABLE));
    }

    @Test
    void a_word_of_a_name_this_node_does_not_know_allows_nothing() {
        say("1", granted(ANN, ANALYTICS, NOON));
        say("2", withdrawn(ANN, ANALYTICS, NOON.plusSeconds(1)));
        shop.sql()
                .update(EVENT)
                .set(EVENT.NAME, "consent.of-tomorrow")
                .where(EVENT.POSITION.eq(2L))
                .execute();
        shop.sql()
                .update(EVENT_TAG)
                .set(EVENT_TAG.NAME, "consent.of-tomorrow")
                .where(EVENT_TAG.POSITION.eq(2L))
                .execute();
        assertThat(ledgers.current(ANN)).isEmpty();
        assertThat(permittedThen(2)).isEqualTo(new Denied(Denial.UNAVAILABLE));
        assertThat(permittedThen(1)).as("before that word").isInstanceOf(Allowed.class);
    }

    private Permission permittedThen(long position) {
        return ConsentModule.askPermission(ledgers)
                .mayThen(ANN, ANALYTICS, new Position(position), NOON);
    }
}
