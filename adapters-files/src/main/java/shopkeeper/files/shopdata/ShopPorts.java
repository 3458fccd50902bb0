package shopkeeper.files.shopdata;

import java.time.InstantSource;
import java.util.function.Supplier;
import shopkeeper.application.behavior.RecordReceipt;
import shopkeeper.application.catalog.BrowseCatalog;
import shopkeeper.application.catalog.KeepCatalog;
import shopkeeper.application.consent.RecordConsent;
import shopkeeper.application.pricing.PublishPrices;
import shopkeeper.application.profile.FindCustomer;
import shopkeeper.application.profile.IdentifierKeys;
import shopkeeper.application.profile.RecogniseCustomer;
import shopkeeper.domain.kernel.Position;

/**
 * What an import asks of the shop.
 *
 * @param end of the log now, whoever has read that far
 */
public record ShopPorts(
        KeepCatalog catalog,
        BrowseCatalog browse,
        PublishPrices prices,
        RecogniseCustomer customers,
        FindCustomer known,
        RecordConsent consents,
        RecordReceipt receipts,
        IdentifierKeys keys,
        Supplier<Position> end,
        InstantSource clock) {}
