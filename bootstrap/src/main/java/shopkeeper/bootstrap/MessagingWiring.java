package shopkeeper.bootstrap;

import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import shopkeeper.application.access.Keys;
import shopkeeper.application.behavior.CountRepeats;
import shopkeeper.application.behavior.RecordReceipt;
import shopkeeper.application.catalog.BrowseCatalog;
import shopkeeper.application.consent.RecordConsent;
import shopkeeper.application.decision.Decide;
import shopkeeper.application.decision.HonourDecision;
import shopkeeper.application.decision.TakeFeedback;
import shopkeeper.application.kernel.LogProgress;
import shopkeeper.application.kernel.MessagingContract;
import shopkeeper.application.kernel.Quarantine;
import shopkeeper.application.profile.FindCustomer;
import shopkeeper.application.profile.RecogniseCustomer;
import shopkeeper.messaging.MessagingAdapter;
import shopkeeper.messaging.StorePorts;
import shopkeeper.persistence.feed.Feed;

@Configuration(proxyBeanMethods = false)
class MessagingWiring {
    @Bean
    StorePorts storePorts(
            RecordReceipt receipts,
            CountRepeats repeats,
            RecordConsent consents,
            RecogniseCustomer customers,
            FindCustomer known,
            BrowseCatalog catalog,
            Decide decisions,
            HonourDecision honour,
            TakeFeedback feedback,
            LogProgress progress,
            Quarantine quarantine) {
        return new StorePorts(
                receipts,
                repeats,
                consents,
                customers,
                known,
                catalog,
                decisions,
                honour,
                feedback,
                progress,
                quarantine);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    MessagingAdapter messagingAdapter(
            PlatformOptions options, Keys keys, StorePorts ports, InstantSource time) {
        return options.brokerUrl()
                .map(url -> MessagingAdapter.external(url, ports, time))
                .orElseGet(() ->
                        MessagingAdapter.embedded(
                                options.data(),
                                options.host(),
                                options.amqpPort(),
                                options.mqttPort(),
                                keys,
                                ports,
                                time));
    }

    @Bean
    MessagingContract messagingContract() {
        return MessagingAdapter::contract;
    }

    /**
     * Whoever follows is told from where they stopped, once there is a broker to tell it.
     *
     * @param from SHOPKEEPER_ANNOUNCE_FROM: where it begins the first time
     */
    @Bean
    ApplicationRunner announcing(
            Feed feed,
            MessagingAdapter messaging,
            @Value("${shopkeeper.announce.from:now}") String from) {
        boolean fromTheStart =
                switch (from) {
                    case "now" -> false;
                    case "start" -> true;
                    default ->
                            throw new IllegalStateException(
                                    "SHOPKEEPER_ANNOUNCE_FROM is 'now' or 'start', not '"
                                            + from
                                            + "'");
                };
        return _ -> feed.tell(messaging.announcer(), fromTheStart);
    }
}
