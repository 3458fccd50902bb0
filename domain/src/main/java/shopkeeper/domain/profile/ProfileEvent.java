package shopkeeper.domain.profile;

import java.util.List;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Via;

/** What the register of customers holds. */
public sealed interface ProfileEvent extends Fact {
    /** The person whom it concerns afterwards. */
    CustomerId customer();

    Via via();

    Moment at();

    /** Every identifier whose holder may be read from this fact. */
    List<IdentifierKey> keys();

    /** Somebody new, perhaps only a visitor with an anonymous id. */
    record CustomerMet(CustomerId customer, List<Link> links, Via via, Moment at)
            implements ProfileEvent {
        public CustomerMet {
            links = List.copyOf(links);
        }

        @Override
        public List<IdentifierKey> keys() {
            return Links.keys(links);
        }
    }

    /** More identifiers of somebody who was recognised by others. */
    record IdentifiersLinked(
            CustomerId customer,
            List<Link> links,
            List<IdentifierKey> recognisedBy,
            Via via,
            Moment at)
            implements ProfileEvent {
        public IdentifiersLinked {
            links = List.copyOf(links);
            recognisedBy = List.copyOf(recognisedBy);
        }

        @Override
        public List<IdentifierKey> keys() {
            return Links.keys(links, recognisedBy);
        }
    }

    /**
     * A visitor turned out to be a customer we know: what the visitor did is the customer's from
     * now on.
     */
    record VisitorBecameKnown(
            CustomerId visitor,
            CustomerId customer,
            Link anonymous,
            List<IdentifierKey> recognisedBy,
            Via via,
            Moment at)
            implements ProfileEvent {
        public VisitorBecameKnown {
            recognisedBy = List.copyOf(recognisedBy);
        }

        @Override
        public List<IdentifierKey> keys() {
            return Links.keys(List.of(anonymous), recognisedBy);
        }
    }

    /** A shared device: somebody else logged in on it, and nothing but the device's id moves. */
    record DeviceChangedHands(
            CustomerId before,
            CustomerId customer,
            Link anonymous,
            List<IdentifierKey> recognisedBy,
            Via via,
            Moment at)
            implements ProfileEvent {
        public DeviceChangedHands {
            recognisedBy = List.copyOf(recognisedBy);
        }

        @Override
        public List<IdentifierKey> keys() {
            return Links.keys(List.of(anonymous), recognisedBy);
        }
    }
}
