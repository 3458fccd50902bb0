package shopkeeper.messaging.behavior;

import java.time.Instant;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.behavior.VoidReason;

/**
 * A till's word that an earlier receipt is to be as if it had never been.
 *
 * @param id of the voiding transaction itself
 */
record PosVoid(ReceiptId id, ReceiptId sale, VoidReason reason, Instant occurred) {}
