package shopkeeper.application.profile;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Message;

/** The only door to profiles for the composition root. */
public final class ProfileModule {
    private ProfileModule() {}

    public static RecogniseCustomer recogniseCustomer(
            Registers registers, IdentifierKeys keys, Newcomers newcomers) {
        return new RecogniseByIdentifiers(registers, keys, newcomers);
    }

    /** Asks the log itself, so that it finds what was acknowledged a moment ago. */
    public static FindCustomer findCustomer(Registers registers, IdentifierKeys keys) {
        return identifier -> {
            var key = keys.keyOf(identifier);
            var register = registers.current(List.of(key));
            return register.holder(key)
                    .map(customer ->
                            new FindCustomer.Person(customer, register.visitors(customer)));
        };
    }

    public static RecordReveal recordReveal(Reveals reveals) {
        return (id, revealed) ->
                reveals.write(new Message(id, revealed.toString()), revealed).position();
    }

    public static CustomerDirectory customerDirectory() {
        return new CustomerDirectory();
    }

    /**
     * @param concerned the customer whom a fact is about
     */
    public static CustomerChanges customerChanges(
            CustomerDirectory directory, Function<Fact, Optional<CustomerId>> concerned) {
        return new CustomerChanges(directory, concerned);
    }
}
