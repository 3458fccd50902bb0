package shopkeeper.domain.consent;

import java.util.Optional;
import shopkeeper.domain.kernel.ContactMethod;

/**
 * One thing a customer can allow or refuse: a purpose, and for marketing messages one contact
 * method.
 */
public record Use(Purpose purpose, Optional<ContactMethod> contactMethod) {
    /**
     * @throws IllegalArgumentException when a contact method is missing where the purpose needs
     *     one, or given where not
     */
    public Use {
        if (purpose.isPerContactMethod() != contactMethod.isPresent()) {
            throw new IllegalArgumentException(
                    purpose
                            + (contactMethod.isPresent()
                                    ? " takes no contact method"
                                    : " needs a contact method"));
        }
    }

    public static Use of(Purpose purpose) {
        return new Use(purpose, Optional.empty());
    }

    public static Use of(Purpose purpose, ContactMethod contactMethod) {
        return new Use(purpose, Optional.of(contactMethod));
    }

    @Override
    public String toString() {
        return contactMethod.map(method -> purpose + "/" + method).orElse(purpose.name());
    }
}
