package shopkeeper.bootstrap;

import java.util.TreeSet;
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
    @Bean
    HealthIndicator logHealth(Database database, Feed feed) {
        return () -> {
            if (!database.isReachable()) {
                return Health.down().withDetail("database", "does not answer").build();
            }
            if (!feed.isAlive()) {
                return Health.down().withDetail("feed", "cannot follow the log").build();
            }
            var up = Health.up().withDetail("position", feed.seen().value());
            // Late is not down: decisions go on with what is known.
            return feed.lagging().isEmpty()
                    ? up.build()
                    : up.withDetail("lagging", new TreeSet<>(feed.lagging())).build();
        };
    }

    @Bean
    HealthIndicator messagingHealth(MessagingAdapter messaging) {
        return () -> messaging.isRunning() ? Health.up().build() : Health.down().build();
    }
}
