package shopkeeper.bootstrap;

import org.jooq.DSLContext;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import shopkeeper.messaging.MessagingAdapter;
import shopkeeper.persistence.feed.Feed;

/** Healthy is who can remember, answer and be reached. */
@Configuration(proxyBeanMethods = false)
class HealthWiring {
    @Bean
    HealthIndicator logHealth(DSLContext sql, Feed feed) {
        return () -> {
            try {
                sql.fetchValue("select 1");
                return Health.up().withDetail("position", feed.seen().value()).build();
            } catch (RuntimeException e) {
                return Health.down().build();
            }
        };
    }

    @Bean
    HealthIndicator messagingHealth(MessagingAdapter messaging) {
        return () -> messaging.isRunning() ? Health.up().build() : Health.down().build();
    }
}
