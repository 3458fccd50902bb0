package shopkeeper.persistence.feed;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import shopkeeper.application.kernel.Policy;
import shopkeeper.domain.kernel.Position;
import shopkeeper.persistence.behavior.BehaviorEventCatalog;
import shopkeeper.persistence.catalog.CatalogEventCatalog;
import shopkeeper.persistence.consent.ConsentEventCatalog;
import shopkeeper.persistence.decision.DecisionEventCatalog;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.eventlog.Tally;
import shopkeeper.persistence.pricing.PricingEventCatalog;
import shopkeeper.persistence.profile.ProfileEventCatalog;
import shopkeeper.persistence.recommendation.RecommendationEventCatalog;
import shopkeeper.persistence.schema.Database;
import shopkeeper.persistence.schema.TestDatabase;

/** An empty log with the facts of every capability, and followers when a test asks for them. */
public final class FollowedLog implements AutoCloseable {
    public static final Instant NOON = Instant.parse("2026-03-29T12:00:00Z");

    private final Database database = TestDatabase.empty();
    private final EventLog log = open();
    private @Nullable Feed feed;

    public EventLog log() {
        return log;
    }

    public Database database() {
        return database;
    }

    public DSLContext sql() {
        return database.sql();
    }

    /** The log as a further node sees it; the caller closes it. */
    public EventLog open() {
        return EventLog.open(
                database,
                List.of(
                        ConsentEventCatalog.catalog(),
                        ProfileEventCatalog.catalog(),
                        CatalogEventCatalog.catalog(),
                        PricingEventCatalog.catalog(),
                        BehaviorEventCatalog.catalog(),
                        DecisionEventCatalog.catalog(),
                        RecommendationEventCatalog.catalog()),
                Tally.secret(),
                InstantSource.fixed(NOON));
    }

    public Feed follow(List<Projection> projections, List<Policy<?, ?>> policies) {
        stop();
        Feed started =
                Feed.start(
                        database,
                        log,
                        Clock.fixed(NOON, ZoneOffset.UTC),
                        List.of(),
                        projections,
                        policies);
        feed = started;
        return started;
    }

    /** Waits until the views have everything, and says so when they could not take it. */
    public void catchUp() {
        Feed following = feed;
        if (following == null) {
            throw new AssertionError("nobody follows the log");
        }
        Position head = log.head();
        assertThat(following.await(head, ofSeconds(20))).as("the views reached " + head).isTrue();
        assertThat(following.parked()).isEmpty();
    }

    public void stop() {
        if (feed != null) {
            feed.close();
            feed = null;
        }
    }

    @Override
    public void close() {
        stop();
        log.close();
    }
}
