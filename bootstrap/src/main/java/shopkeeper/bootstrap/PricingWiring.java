package shopkeeper.bootstrap;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import shopkeeper.application.pricing.AskPrice;
import shopkeeper.application.pricing.PricingModule;
import shopkeeper.application.pricing.PublishPrices;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.pricing.PricingPersistence;

@Configuration(proxyBeanMethods = false)
class PricingWiring {
    @Bean
    PricingModule pricingModule() {
        return new PricingModule();
    }

    @Bean
    PublishPrices publishPrices(EventLog log) {
        return PricingModule.publishPrices(PricingPersistence.priceBooks(log));
    }

    @Bean
    AskPrice askPrice(PricingModule pricing) {
        return pricing.askPrice();
    }
}
