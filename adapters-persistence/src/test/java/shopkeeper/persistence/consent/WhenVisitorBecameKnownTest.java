package shopkeeper.persistence.consent;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shopkeeper.persistence.consent.ConsentSamples.ANALYTICS;
import static shopkeeper.persistence.consent.ConsentSamples.LETTERS;
import static shopkeeper.persistence.consent.ConsentSamples.MAILS;
import static shopkeeper.persistence.consent.ConsentSamples.granted;
import static shopkeeper.persistence.consent.ConsentSamples.message;
import static shopkeeper.persistence.consent.ConsentSamples.refused;
import static shopkeeper.persistence.consent.ConsentSamples.withdrawn;
import static shopkeeper.persistence.feed.FollowedLog.NOON;
import static shopkeeper.persistence.schema.generated.Tables.FOLLOWER_POSITION;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shopkeeper.application.consent.ConsentLedgers;
import shopkeeper.application.consent.ConsentModule;
import shopkeeper.application.consent.RecordConsent;
import shopkeeper.application.profile.ProfileModule;
import shopkeeper.application.profile.RecogniseCustomer;
import shopkeeper.application.profile.RecogniseCustomer.Recognition.Recognised;
import shopkeeper.domain.consent.Standing;
import shopkeeper.domain.consent.Standing.Choice;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.profile.Identifier;
import shopkeeper.domain.profile.IdentifierKey;
import shopkeeper.domain.profile.IdentifierType;
import shopkeeper.persistence.feed.FollowedLog;
import shopkeeper.persistence.profile.ProfilePersistence;

class WhenVisitorBecameKnownTest {
    private static final Identifier DEVICE = new Identifier(IdentifierType.ANONYMOUS, "device-1");
    private static final Identifier CARD = new Identifier(IdentifierType.LOYALTY, "4711");

    private final FollowedLog shop = new FollowedLog();
    private final ConsentLedgers ledgers = ConsentPersistence.ledgers(shop.log(), shop.sql());
    private final RecordConsent consents = ConsentModule.recordConsent(ledgers);
    private final RecogniseCustomer customers =
            ProfileModule.recogniseCustomer(
                    ProfilePersistence.registers(shop.log()),
                    identifier -> new IdentifierKey(identifier.type() + "." + identifier.value()),
                    ProfilePersistence.newcomers());

    @AfterEach
    void close() {
        shop.close();
    }

    private CustomerId meet(String message, Identifier... identifiers) {
        var met =
                customers.recognise(
                        message(message), List.of(identifiers), Via.web(), Moment.at(NOON));
        return ((Recognised) met).customer();
    }

    private void letThePolicyReach(Position position) {
        var policy = ConsentModule.whenVisitorBecameKnown(ledgers, consents);
        var feed = shop.follow(List.of(), List.of(policy));
        await().atMost(ofSeconds(20)).until(() -> stored(policy.name()) >= position.value());
        assertThat(feed.parked()).isEmpty();
        shop.stop();
    }

    private long stored(String follower) {
        return shop.sql()
                .fetchOptional(FOLLOWER_POSITION, FOLLOWER_POSITION.FOLLOWER.eq(follower))
                .map(row -> row.getPosition())
                .orElse(0L);
    }

    @Test
    void what_a_visitor_refused_the_customer_refused_and_what_was_granted_stays_behind() {
        var ann = meet("card", CARD);
        var visitor = meet("visit", DEVICE);
        consents.record(message("no"), refused(visitor, ANALYTICS, NOON));
        consents.record(message("yes"), granted(visitor, MAILS, NOON));
        consents.record(message("first-yes"), granted(visitor, LETTERS, NOON));
        consents.record(message("then-no"), withdrawn(visitor, LETTERS, NOON.plusSeconds(7)));

        assertThat(meet("login", DEVICE, CARD)).isEqualTo(ann);
        letThePolicyReach(shop.log().head());

        assertThat(ledgers.current(ann).orElseThrow().standing())
                .hasSize(2)
                .containsEntry(ANALYTICS, new Standing(Choice.REFUSED, NOON, Via.web()))
                // It cannot have been said later than the shop heard of the login.
                .containsEntry(LETTERS, new Standing(Choice.REFUSED, NOON, Via.till()));
    }

    @Test
    void a_later_word_of_the_customer_stands_against_what_the_visitor_refused() {
        var ann = meet("card", CARD);
        var visitor = meet("visit", DEVICE);
        consents.record(message("no"), refused(visitor, ANALYTICS, NOON.minusSeconds(60)));
        consents.record(message("yes"), granted(ann, ANALYTICS, NOON));
        meet("login", DEVICE, CARD);
        letThePolicyReach(shop.log().head());

        assertThat(ledgers.current(ann).orElseThrow().standing())
                .containsEntry(ANALYTICS, new Standing(Choice.GRANTED, NOON, Via.web()));
    }

    @Test
    void a_second_run_of_the_policy_changes_nothing() {
        var ann = meet("card", CARD);
        var visitor = meet("visit", DEVICE);
        consents.record(message("no"), refused(visitor, ANALYTICS, NOON));
        consents.record(message("no-mails"), refused(visitor, MAILS, NOON));
        meet("login", DEVICE, CARD);
        var before = shop.log().head();
        letThePolicyReach(before);
        var after = shop.log().head();
        assertThat(after.value()).isEqualTo(before.value() + 2);
        var standing = ledgers.current(ann).orElseThrow();

        shop.sql().update(FOLLOWER_POSITION).set(FOLLOWER_POSITION.POSITION, 0L).execute();
        letThePolicyReach(before);
        assertThat(shop.log().head()).isEqualTo(after);
        assertThat(ledgers.current(ann)).contains(standing);
    }
}
