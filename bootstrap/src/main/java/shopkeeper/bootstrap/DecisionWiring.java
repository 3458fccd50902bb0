package shopkeeper.bootstrap;

import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import shopkeeper.application.behavior.BehaviorModule;
import shopkeeper.application.behavior.CountSales;
import shopkeeper.application.behavior.PurchaseFacts;
import shopkeeper.application.behavior.SessionView;
import shopkeeper.application.catalog.BrowseCatalog;
import shopkeeper.application.consent.AskPermission;
import shopkeeper.application.decision.Decide;
import shopkeeper.application.decision.DecisionJournal;
import shopkeeper.application.decision.DecisionModule;
import shopkeeper.application.decision.HonourDecision;
import shopkeeper.application.decision.ModelQuality;
import shopkeeper.application.decision.Replay;
import shopkeeper.application.decision.TakeFeedback;
import shopkeeper.application.decision.WhatCameBack;
import shopkeeper.application.kernel.LogProgress;
import shopkeeper.application.pricing.AskPrice;
import shopkeeper.application.profile.CustomerDirectory;
import shopkeeper.application.profile.FindCustomer;
import shopkeeper.application.recommendation.Recommend;
import shopkeeper.persistence.decision.DecisionPersistence;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.recommendation.RecommendationPersistence;

@Configuration(proxyBeanMethods = false)
class DecisionWiring {
    @Bean
    DecisionJournal decisionJournal(EventLog log, DSLContext sql) {
        return DecisionPersistence.journal(log, sql);
    }

    @Bean
    Decide decide(
            FindCustomer customers,
            CustomerDirectory directory,
            AskPermission permissions,
            BrowseCatalog catalog,
            AskPrice prices,
            Recommend recommendations,
            SessionView sessions,
            DecisionJournal journal,
            LogProgress progress,
            PlatformOptions options) {
        return DecisionModule.decide(
                customers,
                directory,
                permissions,
                catalog,
                prices,
                recommendations,
                sessions,
                journal,
                progress,
                options.decisionLifetime());
    }

    @Bean
    TakeFeedback takeFeedback(
            DecisionJournal journal,
            EventLog log,
            AskPermission permissions,
            CustomerDirectory directory) {
        return DecisionModule.takeFeedback(
                journal, RecommendationPersistence.feedbacks(log), permissions, directory);
    }

    @Bean
    ModelQuality modelQuality(
            EventLog log,
            DSLContext sql,
            PurchaseFacts purchases,
            CountSales sales,
            AskPermission permissions,
            CustomerDirectory directory) {
        return DecisionModule.modelQuality(
                DecisionPersistence.servedSlates(log, sql),
                purchases,
                sales,
                permissions,
                directory);
    }

    @Bean
    Replay replay(DecisionJournal journal) {
        return DecisionModule.replay(journal);
    }

    @Bean
    WhatCameBack whatCameBack(
            DecisionJournal journal,
            BehaviorModule behavior,
            PurchaseFacts purchases,
            AskPermission permissions,
            CustomerDirectory directory) {
        return DecisionModule.whatCameBack(
                journal, behavior.lastReturns(), purchases, permissions, directory);
    }

    @Bean
    HonourDecision honourDecision(DecisionJournal journal, WhatCameBack back) {
        return DecisionModule.honourDecision(journal, back);
    }
}
