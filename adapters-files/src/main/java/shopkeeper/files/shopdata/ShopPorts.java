package shopkeeper.files.shopdata;

import java.time.InstantSource;
import shopkeeper.application.behavior.RecordReceipt;
import shopkeeper.application.catalog.BrowseCatalog;
import shopkeeper.application.catalog.KeepCatalog;
import shopkeeper.application.consent.RecordConsent;
import shopkeeper.application.kernel.LogProgress;
import shopkeeper.application.pricing.PublishPrices;
import shopkeeper.application.profile.FindCustomer;
import shopkeeper.application.profile.IdentifierKeys;
import shopkeeper.application.profile.RecogniseCustomer;

/** What an import asks of the shop. */
public record ShopPorts(
        KeepCatalog catalog,
        BrowseCatalog browse,
        PublishPrices prices,
        RecogniseCustomer customers,
        FindCustomer known,
        RecordConsent consents,
        RecordReceipt receipts,
        IdentifierKeys keys,
        LogProgress log,
        InstantSource clock) {}
