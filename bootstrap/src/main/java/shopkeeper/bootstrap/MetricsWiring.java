package shopkeeper.bootstrap;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import shopkeeper.application.recommendation.CountFeedback;
import shopkeeper.messaging.MessagingAdapter;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.feed.Feed;

/** What can be watched from outside at /actuator/prometheus; nothing is sent anywhere. */
@Configuration(proxyBeanMethods = false)
class MetricsWiring {
    @Bean
    ApplicationRunner syncMetric(Feed feed, MeterRegistry meters, InstantSource time) {
        return _ -> feed.measure(new SyncMetric(meters, time));
    }

    @Bean
    MeterBinder appends(EventLog log) {
        return new WriterMetrics(log.figures());
    }

    @Bean
    MeterBinder tillMessages(MessagingAdapter messaging) {
        return meters ->
                messaging
                        .counts()
                        .keySet()
                        .forEach(outcome ->
                                FunctionCounter.builder(
                                                "shopkeeper.till.messages",
                                                messaging,
                                                desk -> desk.counts().getOrDefault(outcome, 0L))
                                        .description("messages of tills by outcome")
                                        .tag("outcome", outcome)
                                        .register(meters));
    }

    @Bean
    MeterBinder feedback(CountFeedback feedback) {
        return meters ->
                feedback.counts()
                        .keySet()
                        .forEach(verdict ->
                                FunctionCounter.builder(
                                                "shopkeeper.feedback",
                                                feedback,
                                                all -> all.counts().getOrDefault(verdict, 0L))
                                        .description("what was said of suggestions")
                                        .tag("verdict", verdict.name())
                                        .register(meters));
    }

    @Bean
    MeterBinder logFollowers(Feed feed, MessagingAdapter messaging) {
        return meters -> {
            // Who is told of announcements begins to follow later than the others.
            Stream.concat(feed.lag().keySet().stream(), Stream.of(messaging.announcer().name()))
                    .distinct()
                    .forEach(follower -> follow(follower, feed, meters));
            Gauge.builder("shopkeeper.feed.claimed", feed, each -> each.claimed().size())
                    .description("followers whose work this node does, memories aside")
                    .register(meters);
            Stream.concat(feed.names().stream(), Stream.of(messaging.announcer().name()))
                    .distinct()
                    .forEach(name ->
                            Gauge.builder(
                                            "shopkeeper.feed.parked",
                                            feed,
                                            each -> each.parkedCounts().getOrDefault(name, 0))
                                    .description("facts that a follower could not take in")
                                    .tag("follower", name)
                                    .register(meters));
        };
    }

    private static void follow(String follower, Feed feed, MeterRegistry meters) {
        Gauge.builder("shopkeeper.feed.lag", feed, each -> each.lag().getOrDefault(follower, 0L))
                .description("facts a follower of the log is behind")
                .tag("follower", follower)
                .register(meters);
        TimeGauge.builder(
                        "shopkeeper.feed.lag.time",
                        feed,
                        TimeUnit.MILLISECONDS,
                        each -> each.lagTime().getOrDefault(follower, Duration.ZERO).toMillis())
                .description("for how long a follower has not seen all there is")
                .tag("follower", follower)
                .register(meters);
    }
}
