package shopkeeper.bootstrap;

import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shopkeeper.application.access.Client;
import shopkeeper.application.access.Keys;
import shopkeeper.files.access.FileAccessModule;

/** Prints the key of a client; a running platform knows a new one at once. */
final class KeyCommand {
    private static final String RENEW = "--renew";
    private static final String REVOKE = "--revoke";
    private static final Set<String> FLAGS = Set.of(RENEW, REVOKE);

    private final PrintStream out;

    KeyCommand(PrintStream out) {
        this.out = out;
    }

    int run(List<String> args) {
        var flags = args.stream().filter(FLAGS::contains).collect(Collectors.toSet());
        var arguments =
                Arguments.of(
                        args.stream().filter(arg -> !FLAGS.contains(arg)).toList(),
                        "data",
                        "origins");
        if (arguments.words().size() != 1) {
            throw new WrongUse(
                    "name one client: web, agent, agent:NAME, admin, till:STORE:TILL, browser:NAME or"
                            + " follower:NAME");
        }
        if (flags.size() > 1) {
            throw new WrongUse("a key is either renewed or revoked: --renew or --revoke");
        }
        var client = client(arguments.words().getFirst(), arguments);
        var keys = FileAccessModule.keys(arguments.data(), InstantSource.system());
        if (flags.contains(REVOKE)) {
            return revoke(keys, client);
        }
        out.println(told(keys, client, flags.contains(RENEW)));
        return 0;
    }

    private int revoke(Keys keys, Client client) {
        if (!keys.revoke(client)) {
            throw new IllegalStateException(
                    client.name() + " has no key here: is this the right folder (--data)?");
        }
        out.println("the key of " + client.name() + " opens nothing any more within a minute");
        return 0;
    }

    private static String told(Keys keys, Client client, boolean anew) {
        try {
            return anew ? keys.renew(client) : keys.keyOf(client);
        } catch (IllegalArgumentException e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        }
    }

    private static Client client(String name, Arguments arguments) {
        try {
            var client = Client.named(name);
            return arguments
                    .option("origins")
                    .map(origins ->
                            client.on(
                                    Stream.of(origins.split(",", -1)).collect(Collectors.toSet())))
                    .orElse(client);
        } catch (IllegalArgumentException e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        }
    }
}
