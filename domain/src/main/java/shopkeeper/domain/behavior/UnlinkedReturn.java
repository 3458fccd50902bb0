package shopkeeper.domain.behavior;

import java.time.Instant;
import shopkeeper.domain.kernel.Money;

/**
 * What came back without the receipt it was bought on.
 *
 * @param candidates on how many receipts of the customer it may have been bought
 */
public record UnlinkedReturn(ReceiptId receipt, Money total, int candidates, Instant occurred) {}
