package shopkeeper.application.decision;

import java.time.Duration;
import java.util.Optional;
import shopkeeper.application.behavior.CountSales;
import shopkeeper.application.behavior.LastReturns;
import shopkeeper.application.behavior.PurchaseFacts;
import shopkeeper.application.behavior.SessionView;
import shopkeeper.application.catalog.BrowseCatalog;
import shopkeeper.application.consent.AskPermission;
import shopkeeper.application.kernel.LogProgress;
import shopkeeper.application.pricing.AskPrice;
import shopkeeper.application.profile.CustomerDirectory;
import shopkeeper.application.profile.FindCustomer;
import shopkeeper.application.recommendation.Recommend;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Fact;

/** The only door to decisions for the composition root. */
public final class DecisionModule {
    private DecisionModule() {}

    /**
     * @param lifetime how long a decision is honoured
     */
    public static Decide decide(
            FindCustomer customers,
            CustomerDirectory directory,
            AskPermission permissions,
            BrowseCatalog catalog,
            AskPrice prices,
            Recommend recommendations,
            SessionView sessions,
            DecisionJournal journal,
            LogProgress progress,
            Duration lifetime) {
        return new DecideForCustomer(
                customers,
                directory,
                permissions,
                catalog,
                prices,
                recommendations,
                sessions,
                journal,
                progress,
                lifetime);
    }

    /** The customer whom a fact of any capability is about. */
    public static Optional<CustomerId> concernedBy(Fact fact) {
        return Concerned.by(fact);
    }

    public static TakeFeedback takeFeedback(
            DecisionJournal journal,
            Feedbacks feedbacks,
            AskPermission permissions,
            CustomerDirectory directory) {
        return new TakeFeedbackOfJournaled(journal, feedbacks, permissions, directory);
    }

    /** How good the slates were that were shown. */
    public static ModelQuality modelQuality(
            ServedSlates slates,
            PurchaseFacts purchases,
            CountSales sales,
            AskPermission permissions,
            CustomerDirectory directory) {
        return new MeasureServedSlates(slates, purchases, sales, permissions, directory);
    }

    public static Replay replay(DecisionJournal journal) {
        return new ReplayFromJournal(journal);
    }

    /** What came back of what a decision suggested. */
    public static WhatCameBack whatCameBack(
            DecisionJournal journal,
            LastReturns returns,
            PurchaseFacts purchases,
            AskPermission permissions,
            CustomerDirectory directory) {
        return new CameBackBesideBody(journal, returns, purchases, permissions, directory);
    }

    public static HonourDecision honourDecision(DecisionJournal journal, WhatCameBack back) {
        return new HonourFromJournal(journal, back);
    }
}
