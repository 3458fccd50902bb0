package shopkeeper.bootstrap;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import shopkeeper.messaging.MessagingAdapter;
import shopkeeper.persistence.feed.Feed;
import shopkeeper.persistence.schema.Database;

/** Healthy is who can remember, answer and be reached. */
@Configuration(proxyBeanMethods = false)
class HealthWiring {
    private static final String LAGGING = "LAGGING";

    @Bean
    HealthIndicator logHealth(Database database, Feed feed) {
        return () -> {
            if (!database.isReachable()) {
                return Health.down().withDetail("database", "does not answer").build();
            }
            if (!feed.isAlive()) {
                return Health.down().withDetail("feed", "cannot follow the log").build();
            }
            // Late is not down: decisions go on with what is known.
            var health = feed.lagging().isEmpty() ? Health.up() : Health.status(LAGGING);
            return health.withDetail("position", feed.seen().value()).build();
        };
    }

    @Bean
    HealthIndicator messagingHealth(MessagingAdapter messaging) {
        return () -> messaging.isRunning() ? Health.up().build() : Health.down().build();
    }
}
