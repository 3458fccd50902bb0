package shopkeeper.application.behavior;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shopkeeper.application.behavior.Behaviors.Allowed;
import shopkeeper.application.consent.AskPermission;
import shopkeeper.application.profile.CustomerDirectory;
import shopkeeper.domain.behavior.Behavior;
import shopkeeper.domain.behavior.Keeping;
import shopkeeper.domain.behavior.KeepingPolicy;
import shopkeeper.domain.behavior.Session;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.kernel.CustomerId;

/** Asks the customers first; what they allow is kept, the rest only counts. */
record TrackWhatIsAllowed(
        Behaviors behaviors,
        AskPermission permissions,
        CustomerDirectory directory,
        SessionMemory sessions,
        FollowLooks looks)
        implements TrackBehavior {
    /** What others are shown from somebody's visit makes the shop better, not their own page. */
    private static final Purpose SERVES_OTHERS = Purpose.PRODUCT_IMPROVEMENT;

    private static final Set<Purpose> ASKED =
            Stream.concat(KeepingPolicy.PURPOSES.stream(), Stream.of(SERVES_OTHERS))
                    .collect(Collectors.toUnmodifiableSet());

    @Override
    public List<Tracked> track(List<Behavior> told) {
        var allowed = allowed(told);
        var outcomes = new ArrayList<Tracked>();
        var toKeep = new ArrayList<Allowed>();
        var places = new ArrayList<Integer>();
        for (Behavior behavior : told) {
            var may = allowed.getOrDefault(behavior.customer(), Set.of());
            outcomes.add(
                    switch (KeepingPolicy.of(behavior, may, today(behavior))) {
                        case Keeping.Named(var purposes) -> {
                            places.add(outcomes.size());
                            toKeep.add(new Allowed(behavior, purposes));
                            yield Tracked.KEPT;
                        }
                        case Keeping.Counted() -> {
                            places.add(outcomes.size());
                            toKeep.add(new Allowed(behavior, Set.of()));
                            yield Tracked.COUNTED;
                        }
                        case Keeping.TooLate _ -> Tracked.TOO_LATE;
                    });
        }
        var fresh = toKeep.isEmpty() ? List.<Boolean>of() : behaviors.keep(toKeep);
        for (int i = 0; i < fresh.size(); i++) {
            if (fresh.get(i)) {
                var kept = toKeep.get(i);
                var may = allowed.getOrDefault(kept.behavior().customer(), Set.of());
                remember(kept, may.contains(SERVES_OTHERS));
            } else {
                outcomes.set(places.get(i), Tracked.DUPLICATE);
            }
        }
        return List.copyOf(outcomes);
    }

    /** One question for all of them. */
    private Map<CustomerId, Set<Purpose>> allowed(List<Behavior> told) {
        var people = new HashMap<CustomerId, Set<CustomerId>>();
        for (Behavior behavior : told) {
            people.computeIfAbsent(behavior.customer(), this::visitors);
        }
        return told.isEmpty()
                ? Map.of()
                : permissions.allowed(people, ASKED, told.getLast().at().received());
    }

    private Set<CustomerId> visitors(CustomerId customer) {
        var everyone = new HashSet<>(directory.everyone(customer));
        everyone.remove(customer);
        return everyone;
    }

    private void remember(Allowed kept, boolean servesOthers) {
        var at = kept.behavior().at();
        boolean isNow = !at.effective().plus(Session.IDLE).isBefore(at.received());
        if (isNow && kept.purposes().contains(Purpose.CONTENT_PERSONALIZATION)) {
            var customer = kept.behavior().customer();
            sessions.happened(customer, kept.behavior().act(), at.effective());
            if (servesOthers) {
                Session.begun(kept.behavior().act(), at.effective())
                        .products()
                        .forEach(product -> looks.looked(customer, product, at.effective()));
            }
        }
    }

    private static LocalDate today(Behavior behavior) {
        return behavior.at().received().atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
