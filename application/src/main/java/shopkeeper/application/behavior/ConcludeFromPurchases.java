package shopkeeper.application.behavior;

import java.time.Instant;
import java.util.HashSet;
import shopkeeper.application.catalog.BrowseCatalog;
import shopkeeper.application.consent.AskPermission;
import shopkeeper.application.profile.CustomerDirectory;
import shopkeeper.domain.behavior.TraitRules;
import shopkeeper.domain.consent.Permission.Allowed;
import shopkeeper.domain.consent.Permission.Denied;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.consent.Use;
import shopkeeper.domain.kernel.CustomerId;

/**
 * Concludes anew each time it is asked, from the log itself: nothing concluded is kept, so nothing
 * is left of it after a withdrawal, and a replay concludes the same.
 */
record ConcludeFromPurchases(
        PurchaseFacts purchases,
        BrowseCatalog catalog,
        AskPermission permissions,
        CustomerDirectory directory)
        implements AskTraits {
    private static final Use PERSONALIZATION = Use.of(Purpose.CONTENT_PERSONALIZATION);

    @Override
    public Traits traits(CustomerId customer, Instant now) {
        var who = directory.now(customer);
        var visitors = new HashSet<>(directory.everyone(who));
        visitors.remove(who);
        return switch (permissions.may(who, visitors, PERSONALIZATION, now)) {
            case Allowed(_, var evidence, _) -> {
                var facts =
                        directory.everyone(who).stream()
                                .flatMap(one -> purchases.of(one).stream())
                                .toList();
                yield new Traits.Concluded(TraitRules.of(facts, catalog::product, now), evidence);
            }
            case Denied(var code) -> new Traits.Withheld(code);
        };
    }
}
