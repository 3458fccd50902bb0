package shopkeeper.domain.profile;

import java.util.List;
import shopkeeper.domain.kernel.Ascii;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Via;

/** Who looked at what we know of a person. GDPR Art. 5(2), 32: the shop can show it. */
public sealed interface RevealEvent extends Fact {
    CustomerId customer();

    /** How somebody came to know it. */
    enum Occasion {
        /** They had it and asked whose it is. */
        FOUND_BY,
        /** It was shown to them in full. */
        SHOWN
    }

    /**
     * @param agent the opaque id of whoever looked
     * @param kinds of identifiers; never their values
     */
    record IdentifiersRevealed(
            CustomerId customer,
            String agent,
            Occasion occasion,
            List<IdentifierType> kinds,
            Via via,
            Moment at)
            implements RevealEvent {
        public IdentifiersRevealed {
            Ascii.id("agent", agent);
            kinds = kinds.stream().distinct().sorted().toList();
        }
    }
}
