package shopkeeper.bootstrap;

import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import shopkeeper.application.access.Keys;
import shopkeeper.files.access.FileAccessModule;

/** The whole shop behind its doors: everything but HTTP and AMQP. */
@Configuration(proxyBeanMethods = false)
@Import({
    LogWiring.class,
    ConsentWiring.class,
    ProfileWiring.class,
    CatalogWiring.class,
    PricingWiring.class,
    BehaviorWiring.class,
    RecommendationWiring.class,
    DecisionWiring.class
})
class ShopWiring {
    /** Keys and sessions end by it: a clock that stands still for specs must open no door. */
    @Bean(defaultCandidate = false)
    InstantSource wallClock() {
        return InstantSource.system();
    }

    @Bean
    Keys keys(PlatformOptions options, @Qualifier("wallClock") InstantSource wall) {
        return FileAccessModule.keys(options.data(), wall);
    }
}
