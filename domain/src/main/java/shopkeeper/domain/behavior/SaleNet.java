package shopkeeper.domain.behavior;

import java.time.Instant;
import shopkeeper.domain.kernel.Money;

/**
 * What is left of a sale in money.
 *
 * @param net what was paid and not paid back; zero once it is voided
 */
public record SaleNet(ReceiptId receipt, Money net, boolean voided, Instant occurred) {}
