package shopkeeper.bootstrap;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The program: one subcommand, one line on errors, exit 2 for wrong use and 1 for failure. */
public final class Main {
    private static final String USAGE =
            """
            shopkeeper: one memory and one decision for every channel of a shop

              ./shopkeeper [run]            start the platform, everything embedded   [--data DIR] [--port N] [--amqp-port N]
              ./shopkeeper demo             live a day in a shop and show every decision   [--from FILE]
              ./shopkeeper import FILE…     take in a shop's products, customers and receipts   [--data DIR]
              ./shopkeeper key NAME         print (first make) a client's key: web, agent, admin, till:STORE:TILL   [--data DIR]
              ./shopkeeper doctor           check settings and say what to do   [--data DIR]
            """;

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(Arrays.asList(args), System.out, System.err));
    }

    static int run(List<String> args, PrintStream out, PrintStream err) {
        String command = args.isEmpty() || args.getFirst().startsWith("--") ? "run" : args.getFirst();
        var rest = args.isEmpty() || args.getFirst().startsWith("--") ? args : args.subList(1, args.size());
        try {
            return switch (command) {
                case "run" -> new RunCommand(out).run(Arguments.of(rest, "data", "port", "amqp-port"));
                case "demo" -> new DemoCommand(out).run(Arguments.of(rest, "from"));
                case "import" -> new ImportCommand(out).run(Arguments.of(rest, "data"));
                case "key" -> new KeyCommand(out).run(Arguments.of(rest, "data"));
                case "doctor" -> new DoctorCommand(out).run(Arguments.of(rest, "data"));
                case "help" -> {
                    out.print(USAGE);
                    yield 0;
                }
                default -> throw new WrongUse("there is no command '" + command + "': try ./shopkeeper help");
            };
        } catch (WrongUse e) {
            err.println("shopkeeper: " + e.getMessage());
            return 2;
        } catch (RuntimeException e) {
            err.println("shopkeeper: " + words(e));
            if (System.getenv("SHOPKEEPER_TRACE") != null) {
                e.printStackTrace(err);
            }
            return 1;
        }
    }

    /** The words of the innermost cause that has any: it knows what is wrong. */
    private static String words(Throwable failure) {
        String words = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            words = Optional.ofNullable(cause.getMessage()).orElse(words);
        }
        return words == null ? failure.getClass().getSimpleName() : words.lines().findFirst().orElse(words);
    }
}
