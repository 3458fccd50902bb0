package shopkeeper.application.profile;

import java.util.Set;
import shopkeeper.application.kernel.Logged;
import shopkeeper.application.kernel.Memory;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.profile.ProfileEvent.VisitorBecameKnown;

/** Which visitor turned out to be whom: in memory, for the path of a decision. */
public final class CustomerDirectory implements Memory {
    private final Persons persons = new Persons();

    @Override
    public String name() {
        return "customer-directory";
    }

    /** The customer a visitor turned out to be; anybody else is themselves. */
    public CustomerId now(CustomerId customer) {
        return persons.now(customer);
    }

    /** The customer and every visitor that turned out to be them. */
    public Set<CustomerId> everyone(CustomerId customer) {
        return persons.everyone(customer);
    }

    @Override
    public void remember(Logged<? extends Fact> logged) {
        if (logged.fact() instanceof VisitorBecameKnown(var visitor, var customer, _, _, _, _)) {
            persons.becameKnown(visitor, customer);
        }
    }
}
