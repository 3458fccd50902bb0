package shopkeeper.application.behavior;

import java.time.Instant;
import java.util.List;
import shopkeeper.application.profile.ProfileViews.Then;
import shopkeeper.domain.behavior.Trait;
import shopkeeper.domain.consent.Permission.Denial;
import shopkeeper.domain.kernel.CustomerId;

/** Says what the shop concluded about a customer, as far as they allow it to conclude anything. */
public interface AskTraits {
    Traits traits(CustomerId customer, Instant now);

    /**
     * What would have been concluded once, from what had been heard by then, by the rules and the
     * catalog of today: only about whom it was allowed then and still is.
     *
     * @param customer as they were shown then
     */
    Traits traitsThen(CustomerId customer, Then then, Instant now);

    /** What was concluded, or why nothing was. */
    sealed interface Traits {
        /**
         * @param evidence of the permission it rests on
         */
        record Concluded(List<Trait> traits, String evidence) implements Traits {
            public Concluded {
                traits = List.copyOf(traits);
            }
        }

        record Withheld(Denial code) implements Traits {}
    }
}
