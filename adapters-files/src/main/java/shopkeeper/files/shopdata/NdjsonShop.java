package shopkeeper.files.shopdata;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import shopkeeper.application.profile.IdentifierKeys;
import shopkeeper.files.shopdata.NdjsonLine.OfReceipt;
import shopkeeper.files.shopdata.Shop.Receipt;

/** A shop in our own format: one JSON object a line, in any order. */
record NdjsonShop(NdjsonFile file, String source, IdentifierKeys keys, Path rejects, Instant now)
        implements ShopSource {
    static final String NAME = "ndjson";

    private static final int ROWS_BETWEEN_REPORTS = 5_000;
    private static final int ENOUGH_TO_TELL = 1_000;

    @Override
    public Survey survey(Progress progress) {
        var tally = new NdjsonTally(keys);
        var reader = new NdjsonReader(now);
        try {
            file.forEach((number, text) -> {
                if (tally.rows() < ENOUGH_TO_TELL || tally.rejectedRows() < tally.rows()) {
                    tally.add(number, reader.read(text));
                }
                if (tally.rows() % ROWS_BETWEEN_REPORTS == 0) {
                    progress.at(tally.rows(), 0, "checking");
                }
            });
            refuseRubbish(tally);
        } catch (UnusableFile e) {
            return new Survey.Unusable(e.code(), e.words(), tally.rows(), tally.rejected());
        }
        progress.at(tally.rows(), tally.rows(), "checking");
        return new Survey.Usable(shop(tally));
    }

    private void refuseRubbish(NdjsonTally tally) throws UnusableFile {
        if (tally.rows() == 0) {
            throw new UnusableFile("empty", file.path() + " has no line");
        }
        if (tally.rejectedRows() * 2 > tally.rows()) {
            throw new UnusableFile(
                    "rubbish",
                    "%s is not taken in: %d of its first %d lines cannot be used (%s)"
                            .formatted(
                                    file.path(),
                                    tally.rejectedRows(),
                                    tally.rows(),
                                    tally.firstRejects().getFirst()));
        }
    }

    private Shop shop(NdjsonTally tally) {
        return new Shop(
                source,
                tally.stores(),
                List.of(),
                tally.products(),
                tally.sighted(),
                tally.stock(),
                tally.books(),
                tally.people(),
                tally.words(),
                new Shop.Read(
                        tally.rows(),
                        tally.receipts(),
                        tally.rejected(),
                        new TreeMap<>(),
                        tally.firstRejects(),
                        List.of(),
                        Optional.of(rejects)),
                receiver -> receipts(tally, receiver));
    }

    private void receipts(NdjsonTally tally, Consumer<Receipt> receiver) {
        var reader = new NdjsonReader(now);
        try (var leftOut = new RejectsFile(rejects)) {
            file.forEach((number, text) -> {
                switch (reader.read(text)) {
                    case NdjsonLine.Unfit(var reject, var field) ->
                            leftOut.add(number, field, reject);
                    case OfReceipt receipt -> receiver.accept(receipt(receipt, tally));
                    case NdjsonLine _ -> {
                        // it was sent before
                    }
                }
            });
        } catch (UnusableFile e) {
            throw new IllegalStateException(e.words(), e);
        }
    }

    private static Receipt receipt(OfReceipt receipt, NdjsonTally tally) {
        return new Receipt(
                receipt.receipt(),
                receipt.isReturn(),
                receipt.sale(),
                receipt.customer().flatMap(tally::nameOf),
                receipt.store(),
                receipt.lines(),
                receipt.why(),
                receipt.discount(),
                receipt.via(),
                receipt.at());
    }
}
