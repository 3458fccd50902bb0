package shopkeeper.messaging.announcement;

import java.util.List;
import java.util.Optional;
import shopkeeper.domain.behavior.BehaviorEvent;
import shopkeeper.domain.behavior.BehaviorEvent.NothingSold;
import shopkeeper.domain.behavior.BehaviorEvent.ParkedRefused;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseRecorded;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseVoided;
import shopkeeper.domain.behavior.BehaviorEvent.ReturnRecorded;
import shopkeeper.domain.catalog.CatalogEvent;
import shopkeeper.domain.catalog.CatalogEvent.ProductListed;
import shopkeeper.domain.catalog.CatalogEvent.StockCounted;
import shopkeeper.domain.catalog.CatalogEvent.StoreOpened;
import shopkeeper.domain.consent.ConsentEvent;
import shopkeeper.domain.consent.ConsentEvent.ConsentGranted;
import shopkeeper.domain.consent.ConsentEvent.ConsentRefused;
import shopkeeper.domain.consent.ConsentEvent.ConsentWithdrawn;
import shopkeeper.domain.consent.ConsentEvent.RefusalCarriedOver;
import shopkeeper.domain.decision.DecisionEvent;
import shopkeeper.domain.decision.DecisionEvent.DecisionMade;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.pricing.PricingEvent;
import shopkeeper.domain.pricing.PricingEvent.PriceBookPublished;
import shopkeeper.domain.profile.ProfileEvent;
import shopkeeper.domain.profile.ProfileEvent.CustomerMet;
import shopkeeper.domain.profile.ProfileEvent.DeviceChangedHands;
import shopkeeper.domain.profile.ProfileEvent.IdentifiersLinked;
import shopkeeper.domain.profile.ProfileEvent.VisitorBecameKnown;

/** Which facts are announced, and what is said of each: the whole list, in one place. */
public final class AnnouncementCatalog {
    /** Each has an address of its own: {@code announcements.<capability>}. */
    public static final List<String> CAPABILITIES =
            List.of("behavior", "catalog", "consent", "decision", "pricing", "profile");

    private AnnouncementCatalog() {}

    /** Empty for what is nobody else's business. */
    public static Optional<Announcement> of(Fact fact) {
        return switch (fact) {
            case BehaviorEvent event -> behavior(event);
            case CatalogEvent event -> Optional.of(catalog(event));
            case ConsentEvent event -> Optional.of(consent(event));
            case DecisionEvent event -> Optional.of(decision(event));
            case PricingEvent event -> Optional.of(pricing(event));
            case ProfileEvent event -> Optional.of(profile(event));
            default -> Optional.empty();
        };
    }

    private static Optional<Announcement> behavior(BehaviorEvent event) {
        return switch (event) {
            case PurchaseRecorded bought ->
                    Optional.of(
                            receipt("purchase-recorded", bought)
                                    .with("total", bought.total())
                                    .with("via", bought.via())
                                    .done(bought.at()));
            case ReturnRecorded back ->
                    Optional.of(
                            receipt("return-recorded", back)
                                    .with("sale", back.sale())
                                    .with("why", back.why())
                                    .with("total", back.total())
                                    .with("via", back.via())
                                    .done(back.at()));
            case PurchaseVoided voided ->
                    Optional.of(
                            receipt("purchase-voided", voided)
                                    .with("sale", voided.sale())
                                    .with("total", voided.total())
                                    .with("via", voided.via())
                                    .done(voided.at()));
            // What only waits, or was never a sale, changes nothing for anybody else.
            case BehaviorEvent.Parked _, ParkedRefused _, NothingSold _ -> Optional.empty();
        };
    }

    private static Draft receipt(String what, BehaviorEvent event) {
        return new Draft("behavior", what, event.receipt())
                .with("receipt", event.receipt())
                .with("customer", event.customer())
                .with("store", event.store());
    }

    private static Announcement catalog(CatalogEvent event) {
        return switch (event) {
            case ProductListed(var product, var at) ->
                    new Draft("catalog", "product-listed", product.id())
                            .with("product", product.id())
                            .with("sold", product.sold())
                            .done(at);
            case StoreOpened(var store, var at) ->
                    new Draft("catalog", "store-opened", store.id())
                            .with("store", store.id())
                            .with("currency", store.currency())
                            .with("country", store.country())
                            .done(at);
            case StockCounted(var store, var levels, var at) ->
                    new Draft("catalog", "stock-counted", store)
                            .with("store", store)
                            .with("products", levels.size())
                            .done(at);
        };
    }

    private static Announcement consent(ConsentEvent event) {
        var choice =
                switch (event) {
                    case ConsentGranted _ -> "GRANTED";
                    case ConsentRefused _, RefusalCarriedOver _ -> "REFUSED";
                    case ConsentWithdrawn _ -> "WITHDRAWN";
                };
        return new Draft("consent", "consent-changed", event.customer())
                .with("customer", event.customer())
                .with("purpose", event.use().purpose())
                .with("contactMethod", event.use().contactMethod())
                .with("choice", choice)
                .with("via", event.via())
                .done(event.at());
    }

    private static Announcement decision(DecisionEvent event) {
        return switch (event) {
            case DecisionMade made ->
                    new Draft("decision", "decision-made", made.id())
                            .with("decisionId", made.id())
                            .with("customer", made.customer())
                            .with("mode", made.mode())
                            .with("via", made.via())
                            .with("expiresAt", made.expiresAt())
                            .done(made.at());
        };
    }

    private static Announcement pricing(PricingEvent event) {
        return switch (event) {
            case PriceBookPublished(var book, var version, var at) ->
                    new Draft("pricing", "prices-changed", book.id())
                            .with("priceBook", book.id())
                            .with("version", version)
                            .with("kind", book.kind())
                            .with("currency", book.currency())
                            .with("channel", book.channel())
                            .with("store", book.store())
                            .with("products", book.prices().size())
                            .done(at);
        };
    }

    private static Announcement profile(ProfileEvent event) {
        var what =
                switch (event) {
                    case CustomerMet _ -> "customer-met";
                    case IdentifiersLinked _ -> "profile-linked";
                    case VisitorBecameKnown _ -> "visitor-became-known";
                    case DeviceChangedHands _ -> "device-changed-hands";
                };
        var before =
                switch (event) {
                    case CustomerMet _, IdentifiersLinked _ -> Optional.empty();
                    case VisitorBecameKnown known -> Optional.of(known.visitor());
                    case DeviceChangedHands changed -> Optional.of(changed.before());
                };
        return new Draft("profile", what, event.customer())
                .with("customer", event.customer())
                .with("before", before)
                .with("via", event.via())
                .done(event.at());
    }
}
