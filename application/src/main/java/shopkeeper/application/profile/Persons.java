package shopkeeper.application.profile;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import shopkeeper.domain.kernel.CustomerId;

/**
 * Which names are one person: visitors, and the customer each of them turned out to be. One writes
 * while many read.
 */
public final class Persons {
    private final Map<CustomerId, CustomerId> becameKnown = new ConcurrentHashMap<>();
    private final Map<CustomerId, Set<CustomerId>> onceWere = new ConcurrentHashMap<>();

    public void becameKnown(CustomerId visitor, CustomerId customer) {
        becameKnown.put(visitor, customer);
        onceWere.computeIfAbsent(customer, _ -> ConcurrentHashMap.newKeySet()).add(visitor);
    }

    /** The customer a visitor turned out to be; anybody else is themselves. */
    public CustomerId now(CustomerId name) {
        CustomerId known = becameKnown.get(name);
        return known == null ? name : now(known);
    }

    /** This name first, and every visitor that turned out to be them. */
    public Set<CustomerId> everyone(CustomerId name) {
        var everyone = new LinkedHashSet<CustomerId>();
        everyone.add(name);
        onceWere.getOrDefault(name, Set.of())
                .forEach(visitor -> everyone.addAll(everyone(visitor)));
        return everyone;
    }

    /** Whether it is so of this name, or of one that they turned out to have. */
    public boolean is(CustomerId name, Predicate<CustomerId> so) {
        return Stream.iterate(name, Objects::nonNull, becameKnown::get).anyMatch(so);
    }
}
