package shopkeeper.files.shopdata;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import shopkeeper.files.shopdata.RetailLine.Item;
import shopkeeper.files.shopdata.RetailLine.LeftOut;
import shopkeeper.files.shopdata.Shop.Receipt;

/** The file of a British gift shop that UCI publishes, and files like it. */
final class OnlineRetail implements ShopSource {
    static final String NAME = "online-retail";

    private static final int ROWS_BETWEEN_REPORTS = 5_000;

    private final CsvFile file;
    private final Path rejects;
    private final Instant now;

    OnlineRetail(Path file, Path rejects, InstantSource clock) {
        this.file = new CsvFile(file, RetailLines.HEADER);
        this.rejects = rejects;
        now = clock.instant();
    }

    @Override
    public Survey survey(Progress progress) {
        var tally = new RetailTally();
        try {
            var lines = new RetailLines();
            file.forEach(line -> {
                tally.add(lines.read(line));
                if (tally.rows() % ROWS_BETWEEN_REPORTS == 0) {
                    progress.at(tally.rows(), 0, "checking");
                }
            });
            progress.at(tally.rows(), tally.rows(), "checking");
            refuseRubbish(tally);
        } catch (UnusableFile e) {
            return new Survey.Unusable(e.code(), e.words(), tally.rows(), tally.rejected());
        }
        return new Survey.Usable(shop(tally));
    }

    private void refuseRubbish(RetailTally tally) throws UnusableFile {
        if (tally.rows() == 0) {
            throw new UnusableFile("empty", file.path() + " has no line after its header");
        }
        if (tally.rejectedRows() * 2 > tally.rows()) {
            throw new UnusableFile(
                    "rubbish",
                    "%s is not taken in: %d of its %d lines cannot be used"
                            .formatted(file.path(), tally.rejectedRows(), tally.rows()));
        }
    }

    private Shop shop(RetailTally tally) {
        return new Shop(
                NAME,
                List.of(),
                tally.products(),
                List.of(),
                List.of(tally.prices()),
                tally.people(now),
                tally.rows(),
                tally.rejected(),
                Optional.of(rejects),
                receiver -> receipts(tally, receiver));
    }

    private void receipts(RetailTally tally, Consumer<Receipt> receiver) {
        var receipts = new RetailReceipts(tally, now, receiver);
        try (var leftOut = new RejectsFile(rejects)) {
            var lines = new RetailLines();
            file.forEach(line -> {
                switch (lines.read(line)) {
                    case Item item when tally.contradicts(item) ->
                            leftOut.add(item.number(), Reject.MIXED_CUSTOMERS);
                    case Item item -> receipts.add(item);
                    case LeftOut(var number, var reject, _) -> leftOut.add(number, reject);
                }
            });
        } catch (UnusableFile e) {
            throw new IllegalStateException(e.words(), e);
        }
        if (receipts.waiting() > 0) {
            throw new IllegalStateException(
                    file.path()
                            + " changed while it was read: run the import again on a file at rest");
        }
    }
}
