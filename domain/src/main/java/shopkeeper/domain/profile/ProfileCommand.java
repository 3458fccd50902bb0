package shopkeeper.domain.profile;

import java.util.List;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Via;

/** What can be asked of the register of customers. */
public sealed interface ProfileCommand {
    /**
     * These identifiers were seen together, so they are one person.
     *
     * @param newcomer the id to use when nobody is known under any of them
     */
    record Recognise(List<Link> links, CustomerId newcomer, Via via, Moment at)
            implements ProfileCommand {
        public Recognise {
            links = List.copyOf(links);
            if (links.isEmpty()) {
                throw new IllegalArgumentException(
                        "nobody can be recognised without an identifier");
            }
        }
    }
}
