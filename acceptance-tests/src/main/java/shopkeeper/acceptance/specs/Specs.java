package shopkeeper.acceptance.specs;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.bridge.SLF4JBridgeHandler;
import shopkeeper.acceptance.RunningShop;
import shopkeeper.acceptance.Shop;
import shopkeeper.acceptance.documentation.LivingDocumentation;
import shopkeeper.acceptance.drivers.Address;
import shopkeeper.acceptance.drivers.NotHere;
import shopkeeper.application.access.Client;
import shopkeeper.files.access.FileAccessModule;

/** The command {@code ./shopkeeper specs}: exit 0 all kept, 1 not, 2 wrong use. */
public final class Specs {
    private final PrintStream out;
    private final Path home;
    private final Map<String, String> environment;

    Specs(PrintStream out, Path home, Map<String, String> environment) {
        this.out = out;
        this.home = home;
        this.environment = environment;
    }

    public static void main(String[] args) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var home = Path.of(System.getProperty("shopkeeper.home", ".")).toAbsolutePath().normalize();
        int exit;
        try {
            exit = new Specs(out, home, System.getenv()).run(Arrays.asList(args));
        } catch (WrongUse e) {
            System.err.println("shopkeeper: " + e.getMessage());
            exit = 2;
        } catch (RuntimeException e) {
            System.err.println("shopkeeper: " + words(e));
            if (System.getenv("SHOPKEEPER_TRACE") != null) {
                e.printStackTrace();
            }
            exit = 1;
        }
        System.exit(exit);
    }

    int run(List<String> args) {
        var options = SpecsOptions.of(args);
        var ours = SpecReader.read(features());
        var catalog = StepCatalog.of(ours);
        if (options.steps()) {
            new CatalogText(catalog).print(out);
            return 0;
        }
        var specs =
                options.places().isEmpty()
                        ? ours
                        : options.places().stream()
                                .flatMap(place -> SpecReader.read(place).stream())
                                .toList();
        if (specs.isEmpty()) {
            throw new WrongUse("there is no .feature file in " + options.places().getFirst());
        }
        var folder = folder();
        var removed = new Thread(() -> remove(folder));
        Runtime.getRuntime().addShutdownHook(removed);
        Trials trials;
        try (var shop = shop(options, folder)) {
            trials = new Runner(specs, options.tags()).play(shop);
        }
        var here = Path.of("").toAbsolutePath();
        new Console(out, trials, catalog, here).tell(specs);
        var summary = Summary.of(specs, trials);
        if (summary.triedNothing()) {
            throw new WrongUse("no scenario has the tags " + options.tags());
        }
        var report = options.report().orElse(home.resolve("target/living-documentation"));
        var begin =
                new LivingDocumentation(report)
                        .write(
                                specs,
                                trials,
                                catalog,
                                CodeVersion.of(home, Instant.now()),
                                home.resolve("acceptance-tests/target/screenshots"));
        out.printf("%n%s.%nThe documentation: %s%n", summary.words(), begin);
        return summary.isGood() ? 0 : 1;
    }

    private Shop shop(SpecsOptions options, Path folder) {
        var against = options.against();
        if (against.isEmpty()) {
            out.println("Starting a platform of its own on a throw-away folder …");
            return Shop.open(folder);
        }
        return running(against.get(), options);
    }

    private Shop running(URI platform, SpecsOptions options) {
        Function<String, String> keys = client -> key(client, options.data());
        return new RunningShop(
                platform, tills("amqp", 5672, options), tills("mqtt", 1883, options), keys);
    }

    private Optional<Address> tills(String protocol, int usual, SpecsOptions options) {
        var name = "SHOPKEEPER_AGAINST_" + protocol.toUpperCase(Locale.ROOT);
        return options.tills(protocol, usual, Optional.ofNullable(environment.get(name)));
    }

    /** From the environment, such as SHOPKEEPER_KEY_WEB, or the data folder of that platform. */
    private String key(String client, Optional<Path> data) {
        var role = client.replaceAll(":.*", "").toUpperCase(Locale.ROOT);
        var told = environment.get("SHOPKEEPER_KEY_" + role);
        if (told != null && !role.equals("TILL")) {
            return told;
        }
        if (data.isEmpty()) {
            if (role.equals("TILL")) {
                throw new NotHere(
                        "it needs a till's key: say where that platform's data are with --data");
            }
            throw new WrongUse(
                    "the key of '%s' is needed: set SHOPKEEPER_KEY_%s, or say where that platform's data are with --data"
                            .formatted(client, role));
        }
        if (!Files.isDirectory(data.get())) {
            throw new WrongUse("there is no data folder " + data.get());
        }
        return FileAccessModule.keys(data.get(), InstantSource.system())
                .keyOf(Client.named(client));
    }

    private Path features() {
        return home.resolve("acceptance-tests/src/test/resources/features");
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("shopkeeper-specs-");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a throw-away folder", e);
        }
    }

    private static void remove(Path folder) {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            System.err.println("shopkeeper: cannot remove " + folder + ": remove it by hand");
        }
    }

    private static String words(Throwable failure) {
        return Optional.ofNullable(failure.getMessage())
                .flatMap(words -> words.lines().findFirst())
                .orElse(failure.getClass().getSimpleName());
    }
}
