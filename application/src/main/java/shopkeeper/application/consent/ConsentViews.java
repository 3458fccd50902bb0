package shopkeeper.application.consent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shopkeeper.domain.consent.Notice;
import shopkeeper.domain.consent.Standing;
import shopkeeper.domain.consent.Use;
import shopkeeper.domain.consent.WordOfMouth;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.Via;

/** The ledger as people read it: each word with its proof. */
public interface ConsentViews {
    /** What stands for a customer, one entry per use, in the order of purposes. */
    List<Entry> standing(CustomerId customer);

    /** What stood when the log had come to a position: words that were heard later are not told. */
    List<Entry> standing(CustomerId customer, Position then);

    /** The position of the customer's last word; the start of the log where there is none. */
    Position version(CustomerId customer);

    /** The same as it was when the log had come to a position. */
    Position version(CustomerId customer, Position then);

    /**
     * One word of a customer and where the log keeps it.
     *
     * @param evidence who heard it, where it was only spoken
     */
    record Entry(
            Use use,
            Standing.Choice choice,
            Optional<Notice> notice,
            Optional<WordOfMouth> evidence,
            Via via,
            Instant since,
            Instant received,
            Position position) {}
}
