package shopkeeper.domain.behavior;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Via;

/**
 * One look, search or touch of a cart: no invariant, no position, remembered once by its message.
 */
public record Behavior(MessageId message, CustomerId customer, Act act, Via via, Moment at) {
    /** The day it belongs to, everywhere in the world the same. */
    public LocalDate day() {
        return at.effective().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** What it was about, if it was about one product. */
    public Optional<ProductId> product() {
        return act.about();
    }
}
