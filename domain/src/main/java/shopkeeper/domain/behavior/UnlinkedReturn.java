package shopkeeper.domain.behavior;

import java.time.Instant;
import shopkeeper.domain.behavior.BehaviorEvent.ReturnRecorded;
import shopkeeper.domain.kernel.Money;

/**
 * What came back without the receipt it was bought on.
 *
 * @param candidates on how many receipts of the customer it may have been bought
 */
public record UnlinkedReturn(ReceiptId receipt, Money total, int candidates, Instant occurred) {
    static UnlinkedReturn of(ReturnRecorded back) {
        return new UnlinkedReturn(
                back.receipt(), back.total(), back.candidates().size(), back.at().effective());
    }
}
