package shopkeeper.application.profile;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import shopkeeper.application.kernel.Logged;
import shopkeeper.application.kernel.Memory;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.profile.Identifier;
import shopkeeper.domain.profile.IdentifierKey;
import shopkeeper.domain.profile.Link;
import shopkeeper.domain.profile.ProfileEvent;
import shopkeeper.domain.profile.ProfileEvent.CustomerMet;
import shopkeeper.domain.profile.ProfileEvent.DeviceChangedHands;
import shopkeeper.domain.profile.ProfileEvent.IdentifiersLinked;
import shopkeeper.domain.profile.ProfileEvent.VisitorBecameKnown;

/** Who holds which identifier, and which visitor turned out to be whom: in memory, for the path of a decision. */
public final class CustomerDirectory implements Memory, FindCustomer {
    private final IdentifierKeys keys;
    private final Map<IdentifierKey, CustomerId> holders = new ConcurrentHashMap<>();
    private final Map<CustomerId, CustomerId> becameKnown = new ConcurrentHashMap<>();

    CustomerDirectory(IdentifierKeys keys) {
        this.keys = keys;
    }

    @Override
    public String name() {
        return "customer-directory";
    }

    @Override
    public Optional<CustomerId> find(Identifier identifier) {
        return Optional.ofNullable(holders.get(keys.keyOf(identifier)));
    }

    /** The customer a visitor turned out to be; anybody else is themselves. */
    public CustomerId now(CustomerId customer) {
        CustomerId known = becameKnown.get(customer);
        return known == null ? customer : now(known);
    }

    @Override
    public void remember(Logged<? extends Fact> logged) {
        if (logged.fact() instanceof ProfileEvent event) {
            switch (event) {
                case CustomerMet(var customer, var links, _, _) -> links.forEach(link -> hold(link, customer));
                case IdentifiersLinked(var customer, var links, _, _, _) -> links.forEach(link -> hold(link, customer));
                case VisitorBecameKnown(var visitor, var customer, var anonymous, _, _, _) -> {
                    becameKnown.put(visitor, customer);
                    hold(anonymous, customer);
                }
                case DeviceChangedHands(_, var customer, var anonymous, _, _, _) -> hold(anonymous, customer);
            }
        }
    }

    private void hold(Link link, CustomerId customer) {
        holders.put(link.key(), customer);
    }
}
