package shopkeeper.bootstrap;

import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import shopkeeper.application.consent.AskPermission;
import shopkeeper.application.consent.ConsentLedgers;
import shopkeeper.application.consent.ConsentModule;
import shopkeeper.application.consent.ConsentViews;
import shopkeeper.application.consent.RecordConsent;
import shopkeeper.application.kernel.Policy;
import shopkeeper.persistence.consent.ConsentPersistence;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.feed.Projection;

@Configuration(proxyBeanMethods = false)
class ConsentWiring {
    @Bean
    ConsentLedgers consentLedgers(EventLog log, DSLContext sql) {
        return ConsentPersistence.ledgers(log, sql);
    }

    @Bean
    RecordConsent recordConsent(ConsentLedgers ledgers) {
        return ConsentModule.recordConsent(ledgers);
    }

    @Bean
    AskPermission askPermission(ConsentLedgers ledgers) {
        return ConsentModule.askPermission(ledgers);
    }

    @Bean
    ConsentViews consentViews(DSLContext sql) {
        return ConsentPersistence.views(sql);
    }

    @Bean
    Projection consentProjection() {
        return ConsentPersistence.projection();
    }

    @Bean
    Policy<?, ?> consentWhenVisitorBecameKnown(ConsentLedgers ledgers, RecordConsent consents) {
        return ConsentModule.whenVisitorBecameKnown(ledgers, consents);
    }
}
