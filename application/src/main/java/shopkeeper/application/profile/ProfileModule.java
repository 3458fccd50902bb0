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
            return registers.current(List.of(key)).holder(key);
        };
    }

    public static CustomerDirectory customerDirectory(IdentifierKeys keys) {
        return new CustomerDirectory(keys);
    }
}
