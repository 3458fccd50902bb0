package shopkeeper.bootstrap;

import java.io.Console;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import shopkeeper.application.behavior.RecordReceipt;
import shopkeeper.application.catalog.KeepCatalog;
import shopkeeper.application.kernel.LogProgress;
import shopkeeper.application.pricing.PublishPrices;
import shopkeeper.application.profile.IdentifierKeys;
import shopkeeper.application.profile.RecogniseCustomer;
import shopkeeper.files.shopdata.ImportResult;
import shopkeeper.files.shopdata.ShopDataModule;
import shopkeeper.files.shopdata.ShopSource;

/** Takes files in; running it twice changes nothing. */
final class ImportCommand {
    private static final Duration CATCHING_UP = Duration.ofMinutes(5);

    private final PrintStream out;
    private final PrintStream err;

    ImportCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    int run(Arguments arguments) {
        if (arguments.words().isEmpty()) {
            throw new WrongUse("name at least one file to import");
        }
        var files = arguments.words().stream().map(Arguments::path).toList();
        files.forEach(ImportCommand::demandFile);
        var options = PlatformOptions.embedded(arguments.data()).fromEnvironment();
        if (options.isRunning()) {
            throw new IllegalStateException(
                    "Shopkeeper runs on %s: stop it, import, and start it again"
                            .formatted(options.data()));
        }
        try (var platform =
                ClosedAtExit.open(() -> Platform.behindClosedDoors(options), () -> {})) {
            boolean allUsable = true;
            for (Path file : files) {
                var source =
                        ShopDataModule.onlineRetail(
                                file, rejects(options.data(), file), options.time());
                allUsable &= take(source, "Importing " + file, platform, out, err);
            }
            return allUsable ? 0 : 1;
        }
    }

    /**
     * Imports and waits until every memory and view has seen it; false when the source cannot be
     * used.
     */
    static boolean take(
            ShopSource source, String title, Platform platform, PrintStream out, PrintStream err) {
        out.println(title);
        boolean terminal =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        var result =
                ShopDataModule.importShop(
                                platform.port(KeepCatalog.class),
                                platform.port(PublishPrices.class),
                                platform.port(RecogniseCustomer.class),
                                platform.port(RecordReceipt.class),
                                platform.port(IdentifierKeys.class),
                                platform.port(InstantSource.class))
                        .importFrom(
                                source,
                                ShopDataModule.console(out, terminal, InstantSource.system()));
        if (result instanceof ImportResult.Imported imported
                && !platform.port(LogProgress.class).await(imported.position(), CATCHING_UP)) {
            throw new IllegalStateException(
                    "the views did not catch up with the import: start the platform again");
        }
        boolean taken = result instanceof ImportResult.Imported;
        var lines = taken ? result.lines() : result.lines().subList(0, result.lines().size() - 1);
        lines.forEach(line -> out.println("  " + line));
        if (result instanceof ImportResult.Unusable unusable) {
            out.flush();
            err.println("shopkeeper: " + unusable.words());
        }
        return taken;
    }

    static void demandFile(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new WrongUse("there is no file " + file + " that can be read");
        }
    }

    private static Path rejects(Path data, Path file) {
        return data.resolve("rejects").resolve(file.getFileName() + ".rejects.csv");
    }
}
