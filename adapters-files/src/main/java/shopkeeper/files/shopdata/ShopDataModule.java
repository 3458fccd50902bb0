package shopkeeper.files.shopdata;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import shopkeeper.application.behavior.RecordReceipt;
import shopkeeper.application.catalog.KeepCatalog;
import shopkeeper.application.pricing.PublishPrices;
import shopkeeper.application.profile.IdentifierKeys;
import shopkeeper.application.profile.RecogniseCustomer;

/** The only door to imports for the composition root. */
public final class ShopDataModule {
    private ShopDataModule() {}

    public static ImportShop importShop(
            KeepCatalog catalog,
            PublishPrices prices,
            RecogniseCustomer customers,
            RecordReceipt receipts,
            IdentifierKeys keys,
            InstantSource clock) {
        return (source, progress) ->
                new ShopImport(catalog, prices, customers, receipts, keys, clock)
                        .importFrom(source, progress);
    }

    /**
     * A CSV file of invoices as UCI Online Retail has it, plain or gzip.
     *
     * @param rejects where lines that cannot be used are named; written only when there are any and
     *     the file as a whole is usable
     */
    public static ShopSource onlineRetail(Path file, Path rejects, InstantSource clock) {
        return new OnlineRetail(file, rejects, clock);
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
