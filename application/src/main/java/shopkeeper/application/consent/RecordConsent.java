package shopkeeper.application.consent;

import shopkeeper.domain.consent.ConsentCommand;
import shopkeeper.domain.consent.ConsentEvent;
import shopkeeper.domain.consent.ConsentRefusal;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.Recorded;

/**
 * Takes a customer's word about the use of their data; once acknowledged, every decision obeys it.
 */
public interface RecordConsent {
    Recorded<ConsentEvent, ConsentRefusal> record(Message message, ConsentCommand command);
}
