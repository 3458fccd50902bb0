package shopkeeper.domain.consent;

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

    record ConsentGranted(
            CustomerId customer, Use use, Notice notice, ConsentMethod method, Via via, Moment at)
            implements ConsentEvent {}

    record ConsentRefused(
            CustomerId customer, Use use, Notice notice, ConsentMethod method, Via via, Moment at)
            implements ConsentEvent {}

    record ConsentWithdrawn(CustomerId customer, Use use, Via via, Moment at)
            implements ConsentEvent {}

    record RefusalCarriedOver(CustomerId customer, Use use, CustomerId visitor, Via via, Moment at)
            implements ConsentEvent {}
}
