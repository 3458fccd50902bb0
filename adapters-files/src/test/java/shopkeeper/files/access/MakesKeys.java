package shopkeeper.files.access;

import java.nio.file.Path;
import java.time.InstantSource;
import shopkeeper.application.access.Client;

/** The other process of a race for the same keys. */
final class MakesKeys {
    static final int TILLS = 200;

    private MakesKeys() {}

    public static void main(String[] arguments) {
        var keys = FileAccessModule.keys(Path.of(arguments[0]), InstantSource.system());
        for (int till = 0; till < TILLS; till++) {
            System.out.println(keys.keyOf(Client.named("till:S1:T" + till)));
        }
    }
}
