package shopkeeper.files.shopdata;

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
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.files.shopdata.RetailLine.Item;
import shopkeeper.files.shopdata.Shop.Receipt;

/** Puts lines together to receipts: each is ready with its last line, wherever that stands. */
final class RetailReceipts {
    private final String source;
    private final RetailTally tally;
    private final Instant now;
    private final Consumer<Receipt> receiver;
    private final Map<String, Open> open = new HashMap<>();

    RetailReceipts(String source, RetailTally tally, Instant now, Consumer<Receipt> receiver) {
        this.source = source;
        this.tally = tally;
        this.now = now;
        this.receiver = receiver;
    }

    void add(Item item) {
        var receipt = open.computeIfAbsent(item.receipt(), _ -> new Open(item.at()));
        receipt.add(item);
        if (receipt.lines.size() == tally.linesOf(item.receipt())) {
            open.remove(item.receipt());
            receiver.accept(receipt(item, receipt));
        }
    }

    /** Receipts that still wait for a line. */
    int waiting() {
        return open.size();
    }

    private Receipt receipt(Item item, Open receipt) {
        return new Receipt(
                ReceiptId.order(source, item.receipt()),
                item.isReturn(),
                Optional.empty(),
                tally.customerOf(item.receipt()),
                receipt.store.map(StoreId::new),
                receipt.lines,
                RetailTally.money(-receipt.off, item.currency()),
                RetailTally.via(receipt.store),
                new Moment(receipt.began, now));
    }

    private static final class Open {
        private final List<ReceiptLine> lines = new ArrayList<>();
        private Optional<String> store = Optional.empty();
        private Instant began;
        private long off;

        Open(Instant began) {
            this.began = began;
        }

        void add(Item item) {
            began = item.at().isBefore(began) ? item.at() : began;
            store = store.or(item::store);
            off += item.off();
            lines.add(
                    new ReceiptLine(
                            new ProductId(item.product()),
                            item.quantity(),
                            RetailTally.money(item.unit(), item.currency()),
                            RetailTally.money(item.extended(), item.currency())));
        }
    }
}
