package shopkeeper.application.behavior;

import java.time.Instant;
import java.util.HashSet;
import shopkeeper.application.catalog.BrowseCatalog;
import shopkeeper.application.consent.AskPermission;
import shopkeeper.application.profile.CustomerDirectory;
import shopkeeper.application.profile.ProfileViews.Then;
import shopkeeper.domain.behavior.TraitRules;
import shopkeeper.domain.consent.Permission;
import shopkeeper.domain.consent.Permission.Allowed;
import shopkeeper.domain.consent.Permission.Denied;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.consent.Use;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Position;

/**
 * Concludes anew each time it is asked, from the log itself: nothing concluded is kept, so nothing
 * is left of it after a withdrawal, and a replay concludes the same.
 */
record ConcludeFromPurchases(
        PastPurchases purchases,
        BrowseCatalog catalog,
        AskPermission permissions,
        CustomerDirectory directory)
        implements AskTraits {
    private static final Position EVERYTHING = new Position(Long.MAX_VALUE);
    private static final Use PERSONALIZATION = Use.of(Purpose.CONTENT_PERSONALIZATION);

    @Override
    public Traits traits(CustomerId customer, Instant now) {
        var who = directory.now(customer);
        return switch (permitted(who, now)) {
            case Allowed(_, var evidence, _) ->
                    concluded(new Then(directory.everyone(who), EVERYTHING, now), evidence);
            case Denied(var code) -> new Traits.Withheld(code);
        };
    }

    /** Whoever withdrew since is concluded nothing about, then neither. */
    @Override
    public Traits traitsThen(CustomerId customer, Then then, Instant now) {
        if (permitted(directory.now(customer), now) instanceof Denied(var code)) {
            return new Traits.Withheld(code);
        }
        var visitors = new HashSet<>(then.everyone());
        visitors.remove(customer);
        return switch (permissions.mayThen(
                customer, visitors, PERSONALIZATION, then.upTo(), then.at())) {
            case Allowed(_, var evidence, _) -> concluded(then, evidence);
            case Denied(var code) -> new Traits.Withheld(code);
        };
    }

    private Permission permitted(CustomerId who, Instant now) {
        var visitors = new HashSet<>(directory.everyone(who));
        visitors.remove(who);
        return permissions.may(who, visitors, PERSONALIZATION, now);
    }

    private Traits concluded(Then then, String evidence) {
        return new Traits.Concluded(
                TraitRules.of(purchases.of(then), catalog::product, then.at()), evidence);
    }
}
