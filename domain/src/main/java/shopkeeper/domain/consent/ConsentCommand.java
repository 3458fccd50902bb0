package shopkeeper.domain.consent;

import java.util.Optional;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Via;

/** What a customer can say about a use of their data. */
public sealed interface ConsentCommand {
    CustomerId customer();

    Use use();

    Via via();

    Moment at();

    record GrantConsent(
            CustomerId customer,
            Use use,
            Notice notice,
            ConsentMethod method,
            Optional<WordOfMouth> evidence,
            Via via,
            Moment at)
            implements ConsentCommand {
        /** The act itself left its trace. */
        public GrantConsent(
                CustomerId customer,
                Use use,
                Notice notice,
                ConsentMethod method,
                Via via,
                Moment at) {
            this(customer, use, notice, method, Optional.empty(), via, at);
        }
    }

    record RefuseConsent(
            CustomerId customer,
            Use use,
            Notice notice,
            ConsentMethod method,
            Optional<WordOfMouth> evidence,
            Via via,
            Moment at)
            implements ConsentCommand {
        /** The act itself left its trace. */
        public RefuseConsent(
                CustomerId customer,
                Use use,
                Notice notice,
                ConsentMethod method,
                Via via,
                Moment at) {
            this(customer, use, notice, method, Optional.empty(), via, at);
        }
    }

    /**
     * GDPR Art. 7(3): withdrawing must be as easy as granting, so neither notice nor reason is
     * asked.
     */
    record WithdrawConsent(
            CustomerId customer, Use use, Optional<WordOfMouth> evidence, Via via, Moment at)
            implements ConsentCommand {
        public WithdrawConsent(CustomerId customer, Use use, Via via, Moment at) {
            this(customer, use, Optional.empty(), via, at);
        }
    }

    /**
     * A visitor's no follows the visitor who turns out to be this customer; it keeps the time it
     * was said.
     */
    record CarryOverRefusal(CustomerId customer, Use use, CustomerId visitor, Via via, Moment at)
            implements ConsentCommand {}
}
