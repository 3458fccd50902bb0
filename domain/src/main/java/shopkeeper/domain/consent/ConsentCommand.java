package shopkeeper.domain.consent;

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
            CustomerId customer, Use use, Notice notice, ConsentMethod method, Via via, Moment at)
            implements ConsentCommand {}

    record RefuseConsent(
            CustomerId customer, Use use, Notice notice, ConsentMethod method, Via via, Moment at)
            implements ConsentCommand {}

    /**
     * GDPR Art. 7(3): withdrawing must be as easy as granting, so neither notice nor reason is
     * asked.
     */
    record WithdrawConsent(CustomerId customer, Use use, Via via, Moment at)
            implements ConsentCommand {}

    /**
     * A visitor's no follows the visitor who turns out to be this customer; it keeps the time it
     * was said.
     */
    record CarryOverRefusal(CustomerId customer, Use use, CustomerId visitor, Via via, Moment at)
            implements ConsentCommand {}
}
