package shopkeeper.application.profile;

import java.util.Optional;
import java.util.Set;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.profile.Identifier;

/** Finds the customer whom an identifier points at now; never makes one. */
public interface FindCustomer {
    default Optional<CustomerId> find(Identifier identifier) {
        return person(identifier).map(Person::customer);
    }

    Optional<Person> person(Identifier identifier);

    /**
     * A customer.
     *
     * @param visitors whom this customer was before, as far as the identifier tells
     */
    record Person(CustomerId customer, Set<CustomerId> visitors) {
        public Person {
            visitors = Set.copyOf(visitors);
        }
    }
}
