package shopkeeper.application.profile;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import shopkeeper.application.kernel.Latest;
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

/**
 * Who holds which identifier, and which visitor turned out to be whom: in memory, for the path of a
 * decision.
 */
public final class CustomerDirectory implements Memory {
    private final IdentifierKeys keys;
    private final Map<IdentifierKey, Latest<CustomerId>> holders = new ConcurrentHashMap<>();
    private final Map<CustomerId, CustomerId> becameKnown = new ConcurrentHashMap<>();
    private final Map<CustomerId, Set<CustomerId>> onceWere = new ConcurrentHashMap<>();

    CustomerDirectory(IdentifierKeys keys) {
        this.keys = keys;
    }

    @Override
    public String name() {
        return "customer-directory";
    }

    /** Whom this node has seen under the identifier. */
    public Optional<CustomerId> find(Identifier identifier) {
        return Optional.ofNullable(holders.get(keys.keyOf(identifier))).map(Latest::value);
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
        if (logged.fact() instanceof ProfileEvent event) {
            switch (event) {
                case CustomerMet(var customer, var links, _, _) ->
                        links.forEach(link -> hold(link, customer, logged));
                case IdentifiersLinked(var customer, var links, _, _, _) ->
                        links.forEach(link -> hold(link, customer, logged));
                case VisitorBecameKnown(var visitor, var customer, var anonymous, _, _, _) -> {
                    becameKnown.put(visitor, customer);
                    onceWere.computeIfAbsent(customer, _ -> ConcurrentHashMap.newKeySet())
                            .add(visitor);
                    hold(anonymous, customer, logged);
                }
                case DeviceChangedHands(_, var customer, var anonymous, _, _, _) ->
                        hold(anonymous, customer, logged);
            }
        }
    }

    private void hold(Link link, CustomerId customer, Logged<?> logged) {
        holders.merge(link.key(), Latest.said(customer, logged), Latest::or);
    }
}
