package shopkeeper.bootstrap;

import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import shopkeeper.application.behavior.AskPoints;
import shopkeeper.application.behavior.AskTraits;
import shopkeeper.application.behavior.BehaviorModule;
import shopkeeper.application.behavior.Behaviors;
import shopkeeper.application.behavior.CountRepeats;
import shopkeeper.application.behavior.CountSales;
import shopkeeper.application.behavior.OpenPoints;
import shopkeeper.application.behavior.PastPurchases;
import shopkeeper.application.behavior.PurchaseFacts;
import shopkeeper.application.behavior.ReceiptViews;
import shopkeeper.application.behavior.RecordReceipt;
import shopkeeper.application.behavior.SessionView;
import shopkeeper.application.behavior.TrackBehavior;
import shopkeeper.application.catalog.BrowseCatalog;
import shopkeeper.application.consent.AskPermission;
import shopkeeper.application.consent.ConsentLedgers;
import shopkeeper.application.profile.CustomerDirectory;
import shopkeeper.application.recommendation.RecommendationModule;
import shopkeeper.persistence.behavior.BehaviorPersistence;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.feed.Projection;

@Configuration(proxyBeanMethods = false)
class BehaviorWiring {
    @Bean
    BehaviorModule behaviorModule(CustomerDirectory directory, ConsentLedgers ledgers) {
        return new BehaviorModule(directory, ledgers);
    }

    @Bean
    SessionView sessions(BehaviorModule module) {
        return module.sessions();
    }

    @Bean
    RecordReceipt recordReceipt(EventLog log) {
        return BehaviorModule.recordReceipt(BehaviorPersistence.sales(log));
    }

    @Bean
    Behaviors behaviors(DSLContext sql, ConsentLedgers ledgers) {
        return BehaviorPersistence.behaviors(sql, ledgers);
    }

    @Bean
    TrackBehavior trackBehavior(
            BehaviorModule module,
            Behaviors behaviors,
            AskPermission permissions,
            RecommendationModule recommendation) {
        return module.trackBehavior(behaviors, permissions, recommendation.looks());
    }

    /** Views are also listed where there is no database: the ledgers are asked for when needed. */
    @Bean
    Projection behaviorForgetting(@Lazy ConsentLedgers ledgers) {
        return BehaviorPersistence.forgetting(ledgers);
    }

    @Bean
    PurchaseFacts purchaseFacts(EventLog log) {
        return BehaviorPersistence.purchaseFacts(log);
    }

    @Bean
    PastPurchases pastPurchases(EventLog log) {
        return BehaviorPersistence.pastPurchases(log);
    }

    @Bean
    CountSales countSales(BehaviorModule module) {
        return module.countSales();
    }

    @Bean
    AskTraits askTraits(
            PastPurchases purchases,
            BrowseCatalog catalog,
            AskPermission permissions,
            CustomerDirectory directory) {
        return BehaviorModule.askTraits(purchases, catalog, permissions, directory);
    }

    @Bean
    OpenPoints openPoints(EventLog log) {
        return BehaviorModule.openPoints(BehaviorPersistence.pointsBooks(log));
    }

    @Bean
    ReceiptViews receiptViews(EventLog log, DSLContext sql, CustomerDirectory directory) {
        return BehaviorPersistence.receiptViews(
                log, sql, customer -> directory.everyone(directory.now(customer)));
    }

    @Bean
    AskPoints askPoints(ReceiptViews receipts) {
        return BehaviorModule.askPoints(receipts);
    }

    @Bean
    CountRepeats countRepeats(DSLContext sql) {
        return BehaviorPersistence.countRepeats(sql);
    }

    @Bean
    Projection receiptProjection() {
        return BehaviorPersistence.receiptProjection();
    }

    @Bean
    Projection storeDayProjection() {
        return BehaviorPersistence.storeDayProjection();
    }
}
