package shopkeeper.application.behavior;

import shopkeeper.domain.behavior.BehaviorCommand;
import shopkeeper.domain.behavior.BehaviorEvent;
import shopkeeper.domain.behavior.BehaviorRefusal;
import shopkeeper.domain.kernel.Recorded;

/**
 * Takes purchases and returns; a receipt counts once, whatever is sent twice and over whichever
 * channel.
 */
public interface RecordReceipt {
    Recorded<BehaviorEvent, BehaviorRefusal> record(BehaviorCommand command);
}
