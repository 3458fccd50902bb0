package shopkeeper.files.shopdata;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import shopkeeper.domain.profile.IdentifierType;
import shopkeeper.files.shopdata.RetailLine.Item;
import shopkeeper.files.shopdata.RetailLine.LeftOut;
import shopkeeper.files.shopdata.Shop.Receipt;

/**
 * A CSV file with a product of a receipt on each line.
 *
 * @param lines a new one for each reading
 * @param customers what the file calls a customer by
 * @param rejects where lines that are left out are named
 * @param readAs what was found out about the file, for a person
 */
record ReceiptsTable(
        CsvFile file,
        List<String> header,
        Supplier<LineReader> lines,
        Retailer retailer,
        IdentifierType customers,
        Path rejects,
        List<String> readAs,
        Instant now)
        implements ShopSource {
    private static final int ROWS_BETWEEN_REPORTS = 5_000;
    private static final int ENOUGH_TO_TELL = 1_000;

    @Override
    public Optional<Origin> origin() {
        return Optional.of(new Origin(file.path(), file.delimiter() + " " + retailer + readAs));
    }

    @Override
    public Survey survey(Progress progress) {
        var tally = new RetailTally();
        var first = new FirstRejects();
        try {
            var reader = lines.get();
            file.forEach(
                    header,
                    line -> {
                        var read = reader.read(line);
                        first.look(read, reader, tally);
                        tally.add(read);
                        if (tally.rows() == ENOUGH_TO_TELL && isNothing(tally)) {
                            throw new NothingReadable();
                        }
                        if (tally.rows() % ROWS_BETWEEN_REPORTS == 0) {
                            progress.at(tally.rows(), 0, "checking");
                        }
                    });
            progress.at(tally.rows(), tally.rows(), "checking");
            refuseRubbish(tally);
        } catch (UnusableFile e) {
            return new Survey.Unusable(e.code(), e.words(), tally.rows(), tally.rejected());
        } catch (NothingReadable e) {
            return new Survey.Unusable(
                    "wrong-columns", nothingReadable(tally), tally.rows(), tally.rejected());
        }
        return new Survey.Usable(shop(tally, first.names()));
    }

    /** The columns are named wrongly, so the rest need not be read. */
    private static final class NothingReadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static boolean isNothing(RetailTally tally) {
        return tally.rejectedRows() == tally.rows();
    }

    private String nothingReadable(RetailTally tally) {
        var why = new TreeMap<>(tally.rejected());
        return "0 of the first %,d rows of %s could be read (%s): are the columns the right ones?"
                .formatted(
                        tally.rows(),
                        file.path(),
                        String.join(
                                ", ",
                                why.entrySet().stream()
                                        .map(entry ->
                                                String.format(
                                                        Locale.ROOT,
                                                        "%s %,d",
                                                        entry.getKey(),
                                                        entry.getValue()))
                                        .toList()));
    }

    private void refuseRubbish(RetailTally tally) throws UnusableFile {
        if (tally.rows() == 0) {
            throw new UnusableFile("empty", file.path() + " has no line after its header");
        }
        if (isNothing(tally)) {
            throw new UnusableFile("wrong-columns", nothingReadable(tally));
        }
        if (tally.rejectedRows() * 2 > tally.rows()) {
            throw new UnusableFile(
                    "rubbish",
                    "%s is not taken in: %d of its %d lines cannot be used"
                            .formatted(file.path(), tally.rejectedRows(), tally.rows()));
        }
    }

    private Shop shop(RetailTally tally, List<String> firstRejects) {
        return new Shop(
                retailer.source(),
                List.of(),
                retailer.storesIn().map(tally::stores).orElse(List.of()),
                List.of(),
                tally.products(),
                List.of(),
                retailer.book()
                        .map(named -> tally.prices(named, retailer.latestBookWins()))
                        .orElse(List.of()),
                tally.people(customers, now),
                List.of(),
                new Shop.Read(
                        tally.rows(),
                        tally.receipts(),
                        tally.rejected(),
                        new TreeMap<>(),
                        firstRejects,
                        readAs,
                        Optional.of(rejects)),
                receiver -> receipts(tally, receiver));
    }

    private void receipts(RetailTally tally, Consumer<Receipt> receiver) {
        var receipts = new RetailReceipts(retailer.source(), tally, now, receiver);
        try (var leftOut = new RejectsFile(rejects)) {
            var reader = lines.get();
            file.forEach(
                    header,
                    line -> {
                        switch (reader.read(line)) {
                            case Item item -> {
                                var contradiction = tally.contradiction(item);
                                if (contradiction.isPresent()) {
                                    leftOut.add(
                                            item.number(),
                                            reader.columnOf(contradiction.get()),
                                            contradiction.get());
                                } else {
                                    receipts.add(item);
                                }
                            }
                            case LeftOut(var number, var reject, var column, _) ->
                                    leftOut.add(number, column, reject);
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
