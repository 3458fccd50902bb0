package shopkeeper.application.behavior;

import java.time.Instant;
import java.util.List;
import shopkeeper.domain.behavior.Trait;
import shopkeeper.domain.consent.Permission.Denial;
import shopkeeper.domain.kernel.CustomerId;

/** Says what the shop concluded about a customer, as far as they allow it to conclude anything. */
public interface AskTraits {
    Traits traits(CustomerId customer, Instant now);

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
