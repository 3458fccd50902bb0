package shopkeeper.application.profile;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import shopkeeper.application.kernel.Logged;
import shopkeeper.application.kernel.Memory;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.profile.ProfileEvent.VisitorBecameKnown;

/** Which visitor turned out to be whom: in memory, for the path of a decision. */
public final class CustomerDirectory implements Memory {
    private final Map<CustomerId, CustomerId> becameKnown = new ConcurrentHashMap<>();
    private final Map<CustomerId, Set<CustomerId>> onceWere = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "customer-directory";
    }

    /** The customer a visitor turned out to be; anybody else is themselves. */
    public CustomerId now(CustomerId customer) {
        CustomerId known = becameKnown.get(customer);
        return known == null ? customer : now(known);
    }

    /** The customer and every visitor that turned out to be them. */
    public Set<CustomerId> everyone(CustomerId customer) {
        var everyone = new LinkedHashSet<CustomerId>();
        everyone.add(customer);
        onceWere.getOrDefault(customer, Set.of())
                .forEach(visitor -> everyone.addAll(everyone(visitor)));
        return everyone;
    }

    @Override
    public void remember(Logged<? extends Fact> logged) {
        if (logged.fact() instanceof VisitorBecameKnown(var visitor, var customer, _, _, _, _)) {
            becameKnown.put(visitor, customer);
            onceWere.computeIfAbsent(customer, _ -> ConcurrentHashMap.newKeySet()).add(visitor);
        }
    }
}
