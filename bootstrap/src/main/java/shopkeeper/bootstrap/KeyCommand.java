package shopkeeper.bootstrap;

import java.io.PrintStream;
import java.time.InstantSource;
import shopkeeper.application.access.Client;
import shopkeeper.files.access.FileAccessModule;

/** Prints the key of a client; a running platform knows a new one at once. */
final class KeyCommand {
    private final PrintStream out;

    KeyCommand(PrintStream out) {
        this.out = out;
    }

    int run(Arguments arguments) {
        if (arguments.words().size() != 1) {
            throw new WrongUse("name one client: web, agent, admin or till:STORE:TILL");
        }
        out.println(
                FileAccessModule.keys(arguments.data(), InstantSource.system())
                        .keyOf(client(arguments.words().getFirst())));
        return 0;
    }

    private static Client client(String name) {
        try {
            return Client.named(name);
        } catch (IllegalArgumentException e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        }
    }
}
