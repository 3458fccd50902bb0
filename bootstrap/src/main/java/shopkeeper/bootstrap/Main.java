package shopkeeper.bootstrap;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** The program: one subcommand, one line on errors, exit 2 for wrong use and 1 for failure. */
public final class Main {
    private static final String USAGE =
            """
            shopkeeper: one memory and one decision for every channel of a shop

              ./shopkeeper [run]            start the platform, everything embedded   [--data DIR] [--port N] [--amqp-port N] [--mqtt-port N] [--virtual-clock]
              ./shopkeeper demo             live a day in a shop and show every decision   [--from FILE] [--stay]
              ./shopkeeper import FILE…     take in a shop's products, customers and receipts: Online Retail, Complete Journey,
                                            our NDJSON, or any CSV with --columns; plain or gzip (docs/import.md)   [--data DIR]
                                            [--columns product=COLUMN,time=COLUMN,customer=…,receipt=…,quantity=…,price=…]
                                            [--time FORMAT] [--zone ZONE] [--decimal , or .] [--currency EUR] [--charset NAME]
                                            [--delimiter SIGN] [--customer-type TYPE] [--country CC] [--source NAME] [--dry-run]
              ./shopkeeper evaluate         train on a file, rank for another, print accuracy and cost (docs/evaluate.md)   --train FILE --test FILE
                                            --out FILE [--task new-items|next-basket|session] [--top 100] [--seed N]
              ./shopkeeper specs            run features, yours or ours   [FILE|FOLDER|TAG …] [--steps] [--against URL]
              ./shopkeeper key NAME         print (first make) a client's key: web, agent, agent:NAME, admin, till:STORE:TILL, browser:NAME, follower:NAME   [--origins URL,…] [--renew] [--revoke] [--data DIR]
              ./shopkeeper prove WHAT       put a promise to the proof on a throw-away folder (docs/proofs.md)   [--count N] [--seed N]
              ./shopkeeper replay VIEW      rebuild a view from the log beside the live one and swap it in, also while the platform runs
                                            (docs/operations.md)   [--compare] [--batch N] [--data DIR]; --list names the views
              ./shopkeeper explain CUSTOMER a slate with every candidate's way through the filters; CUSTOMER is an id or TYPE:VALUE
                                            [--placement home] [--limit N] [--channel support] [--store ID] [--page SKU,…] [--cart SKU,…]
                                            [--category NAME] [--query WORDS] [--device phone] [--age YEARS] [--locale de-DE] [--data DIR];
                                            --decision ID instead of CUSTOMER shows an earlier one
              ./shopkeeper doctor           check settings and say what to do   [--data DIR] [--port N] [--amqp-port N] [--mqtt-port N]
            """;

    private Main() {}

    public static void main(String[] args) {
        // Libraries that log by the JDK's own means log where ours goes.
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        System.exit(run(Arrays.asList(args), System.out, System.err));
    }

    static int run(List<String> args, PrintStream out, PrintStream err) {
        boolean unnamed = args.isEmpty() || isOption(args.getFirst());
        String command = unnamed ? "run" : args.getFirst();
        var rest = unnamed ? args : args.subList(1, args.size());
        try {
            return switch (command) {
                case "run" ->
                        new RunCommand(out)
                                .run(
                                        Arguments.of(
                                                rest,
                                                "data",
                                                "port",
                                                "amqp-port",
                                                "mqtt-port",
                                                "virtual-clock"));
                case "demo" -> new DemoCommand(out, err).run(rest);
                case "import" -> new ImportCommand(out, err).run(rest);
                case "evaluate" ->
                        new EvaluateCommand(out)
                                .run(
                                        Arguments.of(
                                                rest, "train", "test", "task", "top", "out",
                                                "seed"));
                case "replay" ->
                        new ReplayCommand(out)
                                .run(Arguments.of(rest, "data", "batch", "list", "compare"));
                case "key" -> new KeyCommand(out).run(rest);
                case "explain" ->
                        new ExplainCommand(out).run(Arguments.of(rest, ExplainCommand.OPTIONS));
                case "doctor" ->
                        new DoctorCommand(out)
                                .run(Arguments.of(rest, "data", "port", "amqp-port", "mqtt-port"));
                case "specs" ->
                        throw new WrongUse(
                                "specs are run from the sources of Shopkeeper: ./shopkeeper specs");
                case "prove" ->
                        throw new WrongUse(
                                "proofs are run from the sources of Shopkeeper: ./shopkeeper prove");
                case "help", "--help", "-h" -> {
                    out.print(USAGE);
                    yield 0;
                }
                default ->
                        throw new WrongUse(
                                "there is no command '" + command + "': try ./shopkeeper help");
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

    private static boolean isOption(String arg) {
        return arg.startsWith("--") && !arg.equals("--help");
    }

    /**
     * The deepest words of our own, for they say what to do, with the deepest cause where they
     * leave it out.
     */
    static String words(Throwable failure) {
        String ours = null;
        String deepest = failure.getClass().getSimpleName();
        boolean incomplete = true;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String words = Optional.ofNullable(cause.getMessage()).orElse("");
            if (words.isEmpty()) {
                continue;
            }
            deepest = words;
            if (isOurs(cause)) {
                ours = words;
                incomplete = cause instanceof UncheckedIOException;
            }
        }
        if (ours == null || ours.equals(deepest)) {
            return line(deepest);
        }
        return incomplete ? line(ours) + ": " + line(deepest) : line(ours);
    }

    /** What the JVM lacks it says in its own words, wherever it was noticed. */
    private static boolean isOurs(Throwable failure) {
        var stack = failure.getStackTrace();
        return !(failure instanceof VirtualMachineError)
                && stack.length > 0
                && stack[0].getClassName().startsWith("shopkeeper.");
    }

    private static String line(String words) {
        return words.lines().findFirst().orElse(words);
    }
}
