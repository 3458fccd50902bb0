package shopkeeper.bootstrap;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import shopkeeper.application.behavior.BehaviorModule;
import shopkeeper.application.catalog.CatalogModule;
import shopkeeper.application.kernel.Memory;
import shopkeeper.application.kernel.Policy;
import shopkeeper.application.kernel.Quarantine;
import shopkeeper.application.pricing.PricingModule;
import shopkeeper.application.profile.CustomerChanges;
import shopkeeper.application.profile.CustomerDirectory;
import shopkeeper.application.recommendation.RecommendationModule;
import shopkeeper.application.repetition.KeptAnswers;
import shopkeeper.files.log.FileLogModule;
import shopkeeper.persistence.behavior.BehaviorEventCatalog;
import shopkeeper.persistence.catalog.CatalogEventCatalog;
import shopkeeper.persistence.consent.ConsentEventCatalog;
import shopkeeper.persistence.decision.DecisionEventCatalog;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.feed.Feed;
import shopkeeper.persistence.feed.Projection;
import shopkeeper.persistence.pricing.PricingEventCatalog;
import shopkeeper.persistence.profile.ProfileEventCatalog;
import shopkeeper.persistence.quarantine.JooqQuarantine;
import shopkeeper.persistence.recommendation.RecommendationEventCatalog;
import shopkeeper.persistence.repetition.RepetitionPersistence;
import shopkeeper.persistence.schema.Database;

/**
 * The database, the log in it, and everybody who follows the log. The schema is there before Axon
 * starts.
 */
@Configuration(proxyBeanMethods = false)
class LogWiring {
    private static final Duration CATCHING_UP = Duration.ofMinutes(10);

    @Bean
    InstantSource time(PlatformOptions options) {
        return options.time();
    }

    @Bean
    Database database(PlatformOptions options) {
        return Storage.open(options);
    }

    @Bean
    DSLContext sql(Database database) {
        return database.sql();
    }

    @Bean
    EventLog eventLog(Database database, PlatformOptions options, InstantSource time) {
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
                FileLogModule.messageSecret(options.data()),
                time);
    }

    /** Nobody is served before the memories have caught up with the log. */
    @Bean
    Feed feed(
            Database database,
            EventLog log,
            InstantSource time,
            CustomerDirectory directory,
            CustomerChanges changes,
            CatalogModule catalog,
            PricingModule pricing,
            RecommendationModule recommendation,
            BehaviorModule behavior,
            List<Projection> projections,
            List<Policy<?, ?>> policies,
            @Value("${SHOPKEEPER_LAG_ALARM:30}") String lagAlarm) {
        List<Memory> memories =
                List.of(
                        directory,
                        changes,
                        catalog.memory(),
                        pricing.memory(),
                        recommendation.memory(),
                        behavior.memory(),
                        behavior.salesMemory(),
                        behavior.returnsMemory());
        var longestLag = seconds(lagAlarm);
        var feed = Feed.start(database, log, clock(time), memories, projections, policies);
        feed.allowLag(longestLag);
        if (!feed.awaitReady(CATCHING_UP)) {
            feed.close();
            throw new IllegalStateException(
                    "the memories did not catch up with the log within " + CATCHING_UP);
        }
        return feed;
    }

    static Duration seconds(String said) {
        try {
            long seconds = Long.parseLong(said);
            if (seconds > 0) {
                return Duration.ofSeconds(seconds);
            }
        } catch (NumberFormatException _) {
            // said below, with the same words
        }
        throw new IllegalStateException(
                "SHOPKEEPER_LAG_ALARM must be a number of seconds such as 30, not '" + said + "'");
    }

    @Bean
    KeptAnswers keptAnswers(DSLContext sql, PlatformOptions options) {
        return RepetitionPersistence.answers(sql, FileLogModule.messageSecret(options.data()));
    }

    @Bean
    Quarantine quarantine(DSLContext sql) {
        return new JooqQuarantine(sql);
    }

    private static Clock clock(InstantSource time) {
        return time.withZone(ZoneOffset.UTC);
    }
}
