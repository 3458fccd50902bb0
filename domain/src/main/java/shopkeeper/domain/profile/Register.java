package shopkeeper.domain.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.profile.ProfileCommand.Recognise;
import shopkeeper.domain.profile.ProfileEvent.CustomerMet;
import shopkeeper.domain.profile.ProfileEvent.DeviceChangedHands;
import shopkeeper.domain.profile.ProfileEvent.IdentifiersLinked;
import shopkeeper.domain.profile.ProfileEvent.VisitorBecameKnown;
import shopkeeper.domain.profile.ProfileRefusal.BelongToDifferentCustomers;
import shopkeeper.domain.profile.ProfileRefusal.MoreThanOneDevice;

/**
 * The part of the register that a few identifiers point at: who holds each of them, and who is
 * known by more than a device.
 *
 * @param known customers that were linked to something a person carries or owns
 * @param onceWere the visitors that a customer turned out to be, as far as these identifiers tell
 */
public record Register(
        Map<IdentifierKey, CustomerId> holders,
        Set<CustomerId> known,
        Map<CustomerId, Set<CustomerId>> onceWere) {
    public static final Register EMPTY = new Register(Map.of(), Set.of(), Map.of());

    public Register {
        holders = Map.copyOf(holders);
        known = Set.copyOf(known);
        onceWere = Map.copyOf(onceWere);
    }

    public Outcome<ProfileEvent, ProfileRefusal> decide(ProfileCommand command) {
        return switch (command) {
            case Recognise recognise -> recognise(recognise);
        };
    }

    /** Who holds this identifier now. */
    public Optional<CustomerId> holder(IdentifierKey key) {
        return Optional.ofNullable(holders.get(key));
    }

    public Register evolve(ProfileEvent event) {
        return switch (event) {
            case CustomerMet(var customer, var links, _, _) -> linked(customer, links);
            // Only somebody with an identifier of their own gets more of them.
            case IdentifiersLinked(var customer, var links, _, _, _) ->
                    linked(customer, links).withKnown(customer);
            case VisitorBecameKnown(var visitor, var customer, var anonymous, _, _, _) ->
                    linked(customer, List.of(anonymous))
                            .withKnown(customer)
                            .withVisitor(visitor, customer);
            case DeviceChangedHands(_, var customer, var anonymous, _, _, _) ->
                    linked(customer, List.of(anonymous)).withKnown(customer);
        };
    }

    private Outcome<ProfileEvent, ProfileRefusal> recognise(Recognise command) {
        var devices = command.links().stream().filter(link -> link.type().isAnonymous()).toList();
        var own = command.links().stream().filter(link -> !link.type().isAnonymous()).toList();
        if (devices.size() > 1) {
            return Outcome.refused(new MoreThanOneDevice(devices.size()));
        }
        var people =
                own.stream()
                        .map(Link::key)
                        .map(holders::get)
                        .filter(holder -> holder != null)
                        .collect(Collectors.toSet());
        if (people.size() > 1) {
            return Outcome.refused(new BelongToDifferentCustomers(people.size()));
        }
        var device = devices.stream().findFirst();
        var atDevice = device.map(Link::key).map(holders::get);
        var person = people.stream().findFirst();
        if (person.isPresent()) {
            return Outcome.accepted(itIs(person.get(), device, atDevice, command));
        }
        // Somebody else's own identifier on a device of a known customer is somebody else.
        if (atDevice.isPresent() && (own.isEmpty() || !known.contains(atDevice.get()))) {
            return Outcome.accepted(more(atDevice.get(), own, command));
        }
        if (atDevice.isPresent()) {
            return Outcome.accepted(
                    List.of(
                            new CustomerMet(command.newcomer(), own, command.via(), command.at()),
                            moved(
                                    atDevice.get(),
                                    command.newcomer(),
                                    device.orElseThrow(),
                                    own,
                                    command)));
        }
        return Outcome.accepted(
                new CustomerMet(command.newcomer(), command.links(), command.via(), command.at()));
    }

    private List<ProfileEvent> itIs(
            CustomerId person,
            Optional<Link> device,
            Optional<CustomerId> atDevice,
            Recognise command) {
        var missing =
                command.links().stream().filter(link -> !holders.containsKey(link.key())).toList();
        var facts = new ArrayList<>(more(person, missing, command));
        if (atDevice.isPresent() && !atDevice.get().equals(person)) {
            facts.add(
                    moved(atDevice.get(), person, device.orElseThrow(), command.links(), command));
        }
        return facts;
    }

    private List<ProfileEvent> more(CustomerId person, List<Link> missing, Recognise command) {
        if (missing.isEmpty()) {
            return List.of();
        }
        return List.of(
                new IdentifiersLinked(
                        person, missing, Links.keys(command.links()), command.via(), command.at()));
    }

    private ProfileEvent moved(
            CustomerId before,
            CustomerId person,
            Link device,
            List<Link> recognisedBy,
            Recognise command) {
        var keys = Links.keys(recognisedBy);
        return known.contains(before)
                ? new DeviceChangedHands(before, person, device, keys, command.via(), command.at())
                : new VisitorBecameKnown(before, person, device, keys, command.via(), command.at());
    }

    private Register linked(CustomerId customer, List<Link> links) {
        var after = new HashMap<>(holders);
        links.forEach(link -> after.put(link.key(), customer));
        var next = new Register(after, known, onceWere);
        return links.stream().allMatch(link -> link.type().isAnonymous())
                ? next
                : next.withKnown(customer);
    }

    /** The visitors this customer was before, as far as the identifiers that were asked tell. */
    public Set<CustomerId> visitors(CustomerId customer) {
        return onceWere.getOrDefault(customer, Set.of());
    }

    private Register withVisitor(CustomerId visitor, CustomerId customer) {
        var visitors = new HashSet<>(visitors(customer));
        visitors.add(visitor);
        var after = new HashMap<>(onceWere);
        after.put(customer, Set.copyOf(visitors));
        return new Register(holders, known, after);
    }

    private Register withKnown(CustomerId customer) {
        var after = new HashSet<>(known);
        after.add(customer);
        return new Register(holders, after, onceWere);
    }
}
