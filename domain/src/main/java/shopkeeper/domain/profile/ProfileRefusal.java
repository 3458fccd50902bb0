package shopkeeper.domain.profile;

import shopkeeper.domain.kernel.Refusal;

/** Why identifiers do not make one person. */
public sealed interface ProfileRefusal extends Refusal {
    /**
     * Two customers we know well do not become one because their identifiers were sent together
     * once.
     */
    record BelongToDifferentCustomers(int customers) implements ProfileRefusal {
        @Override
        public String code() {
            return "identifiers-belong-to-different-customers";
        }

        @Override
        public String words() {
            return "These identifiers belong to "
                    + customers
                    + " different customers; merge them first.";
        }
    }

    record MoreThanOneDevice(int devices) implements ProfileRefusal {
        @Override
        public String code() {
            return "more-than-one-device";
        }

        @Override
        public String words() {
            return "One message speaks for one device, this one names "
                    + devices
                    + " anonymous ids.";
        }
    }
}
