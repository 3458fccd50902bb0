package shopkeeper.files.shopdata;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.behavior.ReceiptLine;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.files.shopdata.RetailLine.Item;
import shopkeeper.files.shopdata.Shop.Receipt;

/** Puts lines together to receipts: each is ready with its last line, wherever that stands. */
final class RetailReceipts {
    private final RetailTally tally;
    private final Instant now;
    private final Consumer<Receipt> receiver;
    private final Map<String, Open> open = new HashMap<>();

    RetailReceipts(RetailTally tally, Instant now, Consumer<Receipt> receiver) {
        this.tally = tally;
        this.now = now;
        this.receiver = receiver;
    }

    void add(Item item) {
        var receipt = open.computeIfAbsent(item.invoice(), _ -> new Open(item.at()));
        receipt.add(item);
        if (receipt.lines.size() == tally.linesOf(item.invoice())) {
            open.remove(item.invoice());
            receiver.accept(receipt(item, receipt));
        }
    }

    /** Receipts that still wait for a line. */
    int waiting() {
        return open.size();
    }

    private Receipt receipt(Item item, Open receipt) {
        return new Receipt(
                ReceiptId.order(OnlineRetail.NAME, item.invoice()),
                item.isReturn(),
                Optional.empty(),
                tally.customerOf(item.invoice()),
                Optional.empty(),
                receipt.lines,
                Via.web(),
                new Moment(receipt.began, now));
    }

    private static final class Open {
        private final List<ReceiptLine> lines = new ArrayList<>();
        private Instant began;

        Open(Instant began) {
            this.began = began;
        }

        void add(Item item) {
            began = item.at().isBefore(began) ? item.at() : began;
            lines.add(
                    ReceiptLine.of(
                            new ProductId(item.code()),
                            BigDecimal.valueOf(item.quantity()),
                            RetailTally.pounds(item.pennies())));
        }
    }
}
