package shopkeeper.bootstrap;

import java.time.InstantSource;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import shopkeeper.application.behavior.BehaviorModule;
import shopkeeper.application.behavior.RecordReceipt;
import shopkeeper.application.behavior.TrackBehavior;
import shopkeeper.persistence.behavior.BehaviorPersistence;
import shopkeeper.persistence.eventlog.EventLog;

@Configuration(proxyBeanMethods = false)
class BehaviorWiring {
    @Bean
    RecordReceipt recordReceipt(EventLog log) {
        return BehaviorModule.recordReceipt(BehaviorPersistence.sales(log));
    }

    @Bean
    TrackBehavior trackBehavior(DSLContext sql, InstantSource time) {
        return BehaviorPersistence.trackBehavior(sql, time);
    }
}
