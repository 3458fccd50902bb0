package shopkeeper.bootstrap;

import java.io.Console;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import shopkeeper.application.behavior.RecordReceipt;
import shopkeeper.application.catalog.BrowseCatalog;
import shopkeeper.application.catalog.KeepCatalog;
import shopkeeper.application.consent.RecordConsent;
import shopkeeper.application.kernel.LogProgress;
import shopkeeper.application.pricing.PublishPrices;
import shopkeeper.application.profile.FindCustomer;
import shopkeeper.application.profile.IdentifierKeys;
import shopkeeper.application.profile.RecogniseCustomer;
import shopkeeper.domain.profile.IdentifierKey;
import shopkeeper.files.shopdata.ImportOptions;
import shopkeeper.files.shopdata.ImportResult;
import shopkeeper.files.shopdata.Progress;
import shopkeeper.files.shopdata.ShopDataModule;
import shopkeeper.files.shopdata.ShopPorts;
import shopkeeper.files.shopdata.ShopSource;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.feed.Feed;
import shopkeeper.persistence.schema.Database;

/** Takes files in; running it twice changes nothing. */
final class ImportCommand {
    private static final String DRY_RUN = "--dry-run";
    private static final String[] OPTIONS = {
        "data",
        "columns",
        "delimiter",
        "decimal",
        "charset",
        "time",
        "zone",
        "currency",
        "country",
        "source",
        "customer-type"
    };
    private static final Duration CATCHING_UP = Duration.ofMinutes(5);

    private final PrintStream out;
    private final PrintStream err;

    ImportCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    int run(List<String> args) {
        boolean dryRun = args.contains(DRY_RUN);
        var arguments =
                Arguments.of(args.stream().filter(arg -> !arg.equals(DRY_RUN)).toList(), OPTIONS);
        if (arguments.words().isEmpty()) {
            throw new WrongUse("name at least one file to import");
        }
        var files = arguments.words().stream().map(Arguments::path).toList();
        files.forEach(ImportCommand::demandFile);
        var said = said(arguments);
        return dryRun ? look(files, said) : take(files, said, arguments.data());
    }

    private int take(List<Path> files, ImportOptions said, Path data) {
        var options = PlatformOptions.embedded(data).fromEnvironment();
        if (options.isRunning()) {
            throw new IllegalStateException(
                    "Shopkeeper runs on %s: stop it, import, and start it again"
                            .formatted(options.data()));
        }
        try (var platform =
                ClosedAtExit.open(() -> Platform.behindClosedDoors(options), () -> {})) {
            // In a database that others share nobody can tell history from news.
            if (options.databaseUrl().isEmpty()) {
                Feed.tellNobody(platform.port(Database.class), platform.port(EventLog.class));
            }
            int code = 0;
            for (Path file : files) {
                var source =
                        ShopDataModule.file(
                                file,
                                said,
                                platform.port(IdentifierKeys.class),
                                rejects(options.data(), file),
                                options.time());
                code = Math.max(code, take(source, "Importing " + file, platform, out, err));
            }
            return code;
        }
    }

    /** Nothing is opened: what it would be is read from the files alone. */
    private int look(List<Path> files, ImportOptions said) {
        int code = 0;
        for (Path file : files) {
            out.println("Looking at " + file);
            // No receipt is kept, so what names them is good for nothing else.
            var source =
                    ShopDataModule.file(
                            file,
                            said,
                            identifier ->
                                    new IdentifierKey(Integer.toHexString(identifier.hashCode())),
                            file.resolveSibling("none"),
                            InstantSource.system());
            code = Math.max(code, tell(ShopDataModule.look(source, console(out)), out, err));
        }
        return code;
    }

    /**
     * Imports and waits until every memory and view has seen it; 1 or 2 when the source cannot be
     * used.
     */
    static int take(
            ShopSource source, String title, Platform platform, PrintStream out, PrintStream err) {
        out.println(title);
        var result =
                ShopDataModule.importShop(ports(platform), platform.options().data())
                        .importFrom(source, console(out));
        if (result instanceof ImportResult.Imported imported
                && !platform.port(LogProgress.class).await(imported.position(), CATCHING_UP)) {
            throw new IllegalStateException(
                    "the views did not catch up with the import: start the platform again");
        }
        return tell(result, out, err);
    }

    private static int tell(ImportResult result, PrintStream out, PrintStream err) {
        if (result instanceof ImportResult.Unusable unusable) {
            var lines = unusable.lines();
            lines.subList(0, lines.size() - 1).forEach(line -> out.println("  " + line));
            out.flush();
            err.println("shopkeeper: " + unusable.words());
            return unusable.code().equals("wrong-columns") ? 2 : 1;
        }
        result.lines().forEach(line -> out.println("  " + line));
        return 0;
    }

    private static ShopPorts ports(Platform platform) {
        return new ShopPorts(
                platform.port(KeepCatalog.class),
                platform.port(BrowseCatalog.class),
                platform.port(PublishPrices.class),
                platform.port(RecogniseCustomer.class),
                platform.port(FindCustomer.class),
                platform.port(RecordConsent.class),
                platform.port(RecordReceipt.class),
                platform.port(IdentifierKeys.class),
                platform.port(EventLog.class)::head,
                platform.port(InstantSource.class));
    }

    private static Progress console(PrintStream out) {
        boolean terminal =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        return ShopDataModule.console(out, terminal, InstantSource.system());
    }

    private static ImportOptions said(Arguments arguments) {
        try {
            return ImportOptions.of(arguments.options());
        } catch (IllegalArgumentException e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        }
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
