package shopkeeper.messaging;

import shopkeeper.application.behavior.CountRepeats;
import shopkeeper.application.behavior.RecordReceipt;
import shopkeeper.application.catalog.BrowseCatalog;
import shopkeeper.application.consent.RecordConsent;
import shopkeeper.application.decision.Decide;
import shopkeeper.application.decision.HonourDecision;
import shopkeeper.application.decision.TakeFeedback;
import shopkeeper.application.kernel.LogProgress;
import shopkeeper.application.kernel.Quarantine;
import shopkeeper.application.profile.FindCustomer;
import shopkeeper.application.profile.RecogniseCustomer;

/** What the stores ask of the shop. */
public record StorePorts(
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
        Quarantine quarantine) {}
