package shopkeeper.files.shopdata;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import shopkeeper.application.profile.IdentifierKeys;

/** The only door to imports for the composition root. */
public final class ShopDataModule {
    private ShopDataModule() {}

    /**
     * @param data where it keeps how far an import came
     */
    public static ImportShop importShop(ShopPorts ports, Path data) {
        return new ResumableImport(ports, new MarkFolder(data.resolve("imports")));
    }

    /**
     * Any file the shop understands: Online Retail, Complete Journey, or any CSV whose columns are
     * named.
     *
     * @param keys names receipts that the file does not name, so that no customer can be read from
     *     it
     * @param rejects as in {@link #onlineRetail}
     */
    public static ShopSource file(
            Path file,
            ImportOptions options,
            IdentifierKeys keys,
            Path rejects,
            InstantSource clock) {
        return new AnyFile(file, options, keys, rejects, clock.instant());
    }

    /** What an import of it would take in; nothing is written anywhere. */
    public static ImportResult look(ShopSource source, Progress progress) {
        return Look.at(source, progress);
    }

    /**
     * A CSV file of invoices as UCI Online Retail has it, plain or gzip.
     *
     * @param rejects where lines that cannot be used are named; written only when there are any and
     *     the file as a whole is usable
     */
    public static ShopSource onlineRetail(Path file, Path rejects, InstantSource clock) {
        return OnlineRetail.source(file, rejects, clock.instant());
    }

    /**
     * A shop that never was: 2,000 customers, 500 products, 3 stores and the 20,000 purchases of
     * the twelve months before {@code today}; the same for the same seed and day.
     */
    public static ShopSource generatedShop(long seed, LocalDate today) {
        return new GeneratedShop(seed, today);
    }

    /**
     * A bar with rows per second and time left.
     *
     * @param terminal whether a line can be overwritten; else a plain line is written every few
     *     seconds
     */
    public static Progress console(PrintStream out, boolean terminal, InstantSource clock) {
        return new ConsoleProgress(out, terminal, clock);
    }

    /** Somebody whom a generated shop knows, for a story about it. */
    public static Somebody somebody(long seed, LocalDate today) {
        return Somebody.of(seed, today);
    }
}
