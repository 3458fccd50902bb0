package shopkeeper.application.profile;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shopkeeper.application.profile.PastProfiles.Once;
import shopkeeper.application.profile.ProfileViews.KnownIdentifier;
import shopkeeper.application.profile.ProfileViews.Profile;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.profile.IdentifierKey;
import shopkeeper.domain.profile.Link;
import shopkeeper.domain.profile.ProfileEvent;
import shopkeeper.domain.profile.ProfileEvent.CustomerMet;
import shopkeeper.domain.profile.ProfileEvent.DeviceChangedHands;
import shopkeeper.domain.profile.ProfileEvent.IdentifiersLinked;
import shopkeeper.domain.profile.ProfileEvent.VisitorBecameKnown;

/** Tells from the register's facts, in their order, who a customer was after the last of them. */
public final class ProfileTold {
    private final Map<CustomerId, Instant> met = new HashMap<>();
    private final Map<CustomerId, CustomerId> became = new HashMap<>();
    private final Map<IdentifierKey, Held> held = new HashMap<>();

    private record Held(CustomerId by, KnownIdentifier identifier) {}

    private ProfileTold() {}

    /** After these facts and no others. */
    public static ProfileTold by(List<? extends ProfileEvent> facts) {
        var told = new ProfileTold();
        facts.forEach(told::hear);
        return told;
    }

    /** Which identifiers a fact gives to its customer. */
    private static List<Link> given(ProfileEvent fact) {
        return switch (fact) {
            case CustomerMet(_, var links, _, _) -> links;
            case IdentifiersLinked(_, var links, _, _, _) -> links;
            case VisitorBecameKnown(_, _, var anonymous, _, _, _) -> List.of(anonymous);
            case DeviceChangedHands(_, _, var anonymous, _, _, _) -> List.of(anonymous);
        };
    }

    /** The customer a visitor had turned out to be; anybody else is themselves. */
    public CustomerId shownAs(CustomerId customer) {
        var known = became.get(customer);
        return known == null ? customer : shownAs(known);
    }

    /** Empty when nobody had met them yet. */
    public Optional<Once> once(CustomerId customer) {
        var shown = shownAs(customer);
        return Optional.ofNullable(met.get(shown))
                .map(since ->
                        new Once(new Profile(shown, since, identifiers(shown)), everyone(shown)));
    }

    private Set<CustomerId> everyone(CustomerId shown) {
        return Stream.concat(Stream.of(shown), became.keySet().stream())
                .filter(one -> shownAs(one).equals(shown))
                .collect(Collectors.toSet());
    }

    private List<KnownIdentifier> identifiers(CustomerId shown) {
        return held.entrySet().stream()
                .filter(one -> one.getValue().by().equals(shown))
                .sorted(
                        Comparator.comparing((Map.Entry<IdentifierKey, Held> one) ->
                                        one.getValue().identifier().since())
                                .thenComparing(one -> one.getKey().value()))
                .map(one -> one.getValue().identifier())
                .toList();
    }

    private void hear(ProfileEvent fact) {
        switch (fact) {
            case CustomerMet(var customer, _, _, var at) -> met.put(customer, at.effective());
            case VisitorBecameKnown(var visitor, var customer, _, _, _, _) ->
                    became.put(visitor, customer);
            case IdentifiersLinked _, DeviceChangedHands _ -> {}
        }
        for (Link link : given(fact)) {
            held.put(
                    link.key(),
                    new Held(
                            fact.customer(),
                            new KnownIdentifier(
                                    link.type(), link.value(), fact.at().effective(), fact.via())));
        }
    }
}
