package shopkeeper.bootstrap;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import shopkeeper.application.catalog.BrowseCatalog;
import shopkeeper.bootstrap.demo.Customer;
import shopkeeper.bootstrap.demo.Demo;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.files.shopdata.ShopDataModule;
import shopkeeper.files.shopdata.ShopSource;

/** The idea from end to end, on a folder that is thrown away. */
final class DemoCommand {
    private static final String STAY = "--stay";
    private static final long SEED = 20_261_122;

    private final PrintStream out;
    private final PrintStream err;

    DemoCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    int run(List<String> args) {
        boolean stays = args.contains(STAY);
        var arguments =
                Arguments.of(args.stream().filter(arg -> !arg.equals(STAY)).toList(), "from");
        arguments.noWords();
        var file = arguments.option("from").map(Arguments::path);
        file.ifPresent(ImportCommand::demandFile);
        Path folder = makeFolder();
        var options = PlatformOptions.embedded(folder).fromEnvironment();
        try {
            out.println(
                    "Starting PostgreSQL, the broker and the platform in a throw-away folder …");
            try (var platform =
                    ClosedAtExit.open(() -> Platform.start(options), () -> remove(folder))) {
                out.printf("Open: %s, amqp port %d%n", platform.http(), platform.amqpPort());
                return live(platform, file, stays);
            }
        } finally {
            remove(folder);
        }
    }

    private int live(Platform platform, Optional<Path> file, boolean stays) {
        var today = LocalDate.ofInstant(platform.options().time().instant(), ZoneOffset.UTC);
        ShopSource shop =
                file.map(path ->
                                ShopDataModule.onlineRetail(
                                        path,
                                        platform.options().data().resolve("rejects.csv"),
                                        platform.options().time()))
                        .orElseGet(() -> ShopDataModule.generatedShop(SEED, today));
        String title =
                file.map(path -> "Taking in " + path)
                        .orElse(
                                "Taking in a generated shop (seed "
                                        + SEED
                                        + "): nobody in it is real");
        int code = ImportCommand.take(shop, title, platform, out, err);
        if (code != 0) {
            return code;
        }
        var customer = file.isPresent() ? somebodyOfTheFile() : somebodyGenerated(today);
        var onlooker = new Onlooker(System.in, out);
        if (stays) {
            invite(platform, customer);
        }
        Demo.live(
                platform.http(),
                platform.amqpPort(),
                platform::key,
                customer,
                names(platform),
                stays ? onlooker::goesOn : () -> {},
                out);
        out.println("That was the day. To keep a shop: ./shopkeeper run");
        if (stays) {
            onlooker.leaves();
        }
        return 0;
    }

    /** The page shows what each step changes, while it changes. */
    private void invite(Platform platform, Customer customer) {
        out.printf(
                """

                Watch it on the page, side by side with this window:
                  open     %s
                  key      %s
                  find     %s %s
                Each step waits for the Enter key.
                """,
                platform.http(),
                platform.key("agent"),
                customer.card().get("type"),
                customer.card().get("value"));
    }

    private static Customer somebodyOfTheFile() {
        return new Customer(
                "Customer 17850",
                Map.of("userId", "17850"),
                Map.of("type", "crm", "value", "17850"),
                Optional.empty());
    }

    private static Customer somebodyGenerated(LocalDate today) {
        var somebody = ShopDataModule.somebody(SEED, today);
        return new Customer(
                "Customer " + somebody.card(),
                Map.of("traits", Map.of("email", somebody.email())),
                Map.of("type", "loyalty", "value", somebody.card()),
                Optional.of(somebody.store().value()));
    }

    private static UnaryOperator<String> names(Platform platform) {
        var catalog = platform.port(BrowseCatalog.class);
        return product -> catalog.product(new ProductId(product)).map(Product::name).orElse("");
    }

    private static Path makeFolder() {
        try {
            return Files.createTempDirectory("shopkeeper-demo-");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a throw-away folder", e);
        }
    }

    private static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder + ": remove it by hand", e);
        }
    }
}
