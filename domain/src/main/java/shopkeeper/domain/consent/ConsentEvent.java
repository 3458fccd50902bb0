package shopkeeper.domain.consent;

import java.util.Optional;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Via;

/**
 * What the ledger holds: every grant, refusal and withdrawal, also the ones that came too late to
 * count.
 */
public sealed interface ConsentEvent extends Fact {
    CustomerId customer();

    Use use();

    Via via();

    Moment at();

    /** Who heard it and in which call, where it was only spoken. */
    Optional<WordOfMouth> evidence();

    record ConsentGranted(
            CustomerId customer,
            Use use,
            Notice notice,
            ConsentMethod method,
            Optional<WordOfMouth> evidence,
            Via via,
            Moment at)
            implements ConsentEvent {
        /** The act itself left its trace. */
        public ConsentGranted(
                CustomerId customer,
                Use use,
                Notice notice,
                ConsentMethod method,
                Via via,
                Moment at) {
            this(customer, use, notice, method, Optional.empty(), via, at);
        }
    }

    record ConsentRefused(
            CustomerId customer,
            Use use,
            Notice notice,
            ConsentMethod method,
            Optional<WordOfMouth> evidence,
            Via via,
            Moment at)
            implements ConsentEvent {
        /** The act itself left its trace. */
        public ConsentRefused(
                CustomerId customer,
                Use use,
                Notice notice,
                ConsentMethod method,
                Via via,
                Moment at) {
            this(customer, use, notice, method, Optional.empty(), via, at);
        }
    }

    record ConsentWithdrawn(
            CustomerId customer, Use use, Optional<WordOfMouth> evidence, Via via, Moment at)
            implements ConsentEvent {
        public ConsentWithdrawn(CustomerId customer, Use use, Via via, Moment at) {
            this(customer, use, Optional.empty(), via, at);
        }
    }

    record RefusalCarriedOver(CustomerId customer, Use use, CustomerId visitor, Via via, Moment at)
            implements ConsentEvent {
        @Override
        public Optional<WordOfMouth> evidence() {
            return Optional.empty();
        }
    }
}
