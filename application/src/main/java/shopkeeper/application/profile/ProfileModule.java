package shopkeeper.application.profile;

import java.util.List;

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

    public static CustomerDirectory customerDirectory(IdentifierKeys keys) {
        return new CustomerDirectory(keys);
    }
}
