package shopkeeper.benchmarks.log;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import shopkeeper.application.consent.ConsentModule;
import shopkeeper.application.consent.RecordConsent;
import shopkeeper.domain.consent.ConsentCommand;
import shopkeeper.domain.consent.ConsentMethod;
import shopkeeper.domain.consent.Notice;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.consent.Use;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.Recorded;
import shopkeeper.domain.kernel.Via;
import shopkeeper.persistence.consent.ConsentPersistence;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.schema.Database;

/** Customers who have said some things about the use of their data, and say one more. */
final class Commands {
    static final int STREAMS = 12_000;

    /** Warm-up has streams of its own, so that those that are measured do not grow in it. */
    static final int WARM_UP = 1_000;

    static final int LENGTH = 25;
    private static final int CALLERS = 32;
    private static final Notice NOTICE = new Notice("cookie-banner", "2026-01", "de-CH");
    private static final List<Use> USES =
            List.of(Purpose.values()).stream()
                    .filter(purpose -> !purpose.isPerContactMethod())
                    .map(Use::of)
                    .toList();

    /** By this step everybody is met once before anybody is met again, and not in order. */
    static final int STEP = 7_919;

    private final RecordConsent consents;
    private final Database database;
    private final String customers;

    /**
     * @param customers what their names begin with: others have streams of their own
     */
    Commands(EventLog log, Database database, String customers) {
        this.database = database;
        this.customers = customers;
        this.consents =
                ConsentModule.recordConsent(ConsentPersistence.ledgers(log, database.sql()));
    }

    /** Gives every stream its length, unless they have it, and tidies up as PostgreSQL would. */
    void prepareOnce() throws Exception {
        if (consents.record(message("first-" + customers), word(0))
                instanceof Recorded.Duplicate<?, ?>) {
            return;
        }
        var next = new AtomicInteger();
        Callers.untilStopped(
                128,
                () -> {
                    int number = next.getAndIncrement();
                    if (number >= (STREAMS + WARM_UP) * LENGTH) {
                        return false;
                    }
                    say(number % (STREAMS + WARM_UP));
                    return true;
                });
        vacuum();
    }

    private void vacuum() {
        try (var own = database.connect("vacuum", "");
                var statement = own.createStatement()) {
            statement.execute("vacuum analyze event, event_tag, permission_version");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Everybody says so many things more: all streams grow alike, however fast it goes.
     *
     * @return commands a second
     */
    double sayAll(int times) throws Exception {
        var next = new AtomicInteger();
        long start = System.nanoTime();
        Callers.untilStopped(
                CALLERS,
                () -> {
                    int number = next.getAndIncrement();
                    if (number >= times * STREAMS) {
                        return false;
                    }
                    say((int) ((long) number * STEP % STREAMS));
                    return true;
                });
        return times * STREAMS * 1e9 / (System.nanoTime() - start);
    }

    void warmUp(Duration time) throws Exception {
        Callers.perSecond(
                CALLERS,
                time,
                _ -> () -> say(STREAMS + ThreadLocalRandom.current().nextInt(WARM_UP)));
    }

    /** One more word of anybody. */
    Position sayAnything() {
        return say(ThreadLocalRandom.current().nextInt(STREAMS));
    }

    private Position say(int stream) {
        var recorded = consents.record(message(UUID.randomUUID().toString()), word(stream));
        if (recorded instanceof Recorded.Decided<?, ?>(_, var position)) {
            return position;
        }
        throw new IllegalStateException("a word was not recorded");
    }

    private static Message message(String id) {
        return new Message(new MessageId("web", id), "a word");
    }

    private ConsentCommand word(int stream) {
        var chance = ThreadLocalRandom.current();
        var customer = new CustomerId(customers + stream);
        var use = USES.get(chance.nextInt(USES.size()));
        var at = Moment.at(Instant.now());
        return chance.nextBoolean()
                ? new ConsentCommand.GrantConsent(
                        customer, use, NOTICE, ConsentMethod.TOGGLE, Via.web(), at)
                : new ConsentCommand.RefuseConsent(
                        customer, use, NOTICE, ConsentMethod.TOGGLE, Via.web(), at);
    }
}
