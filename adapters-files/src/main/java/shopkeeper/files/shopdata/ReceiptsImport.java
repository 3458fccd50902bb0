package shopkeeper.files.shopdata;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import shopkeeper.domain.behavior.BehaviorCommand;
import shopkeeper.domain.behavior.BehaviorCommand.RecordPurchase;
import shopkeeper.domain.behavior.BehaviorCommand.RecordReturn;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.files.shopdata.Shop.Receipt;
import shopkeeper.files.shopdata.Tallies.Kind;

/**
 * Sends what was bought in one shop, once everybody who bought is known.
 *
 * @param recognised the customers, by the names of people
 */
record ReceiptsImport(
        ShopPorts ports, Shop shop, Tallies tallies, Map<String, CustomerId> recognised) {
    /** Returns that name their sale wait for the end: they must not overtake it. */
    void send(Course course, Progress progress) {
        var linked = new ArrayList<Receipt>();
        var done = new Done(shop, progress);
        shop.receipts()
                .forEach(receipt -> {
                    if (receipt.sale().isPresent()) {
                        linked.add(receipt);
                    } else {
                        course.step(() -> record(receipt));
                        done.add(receipt.lines().size());
                    }
                });
        course.await();
        for (Receipt receipt : linked) {
            course.step(() -> record(receipt));
            done.add(receipt.lines().size());
        }
        course.await();
    }

    private void record(Receipt receipt) {
        tallies.count(
                receipt.isReturn() ? Kind.RETURN : Kind.RECEIPT,
                ports.receipts().record(command(receipt)));
    }

    private BehaviorCommand command(Receipt receipt) {
        var customer =
                receipt.customer().flatMap(name -> Optional.ofNullable(recognised.get(name)));
        return receipt.isReturn()
                ? new RecordReturn(
                        receipt.id(),
                        receipt.sale(),
                        customer,
                        receipt.store(),
                        receipt.lines(),
                        receipt.why(),
                        receipt.total(),
                        receipt.via(),
                        receipt.at())
                : new RecordPurchase(
                        receipt.id(),
                        customer,
                        receipt.store(),
                        receipt.lines(),
                        receipt.discount(),
                        receipt.total(),
                        receipt.via(),
                        receipt.at());
    }

    /** Rows done so far; those that were rejected are done before they are read again. */
    private static final class Done {
        private final Shop shop;
        private final Progress progress;
        private long rows;

        Done(Shop shop, Progress progress) {
            this.shop = shop;
            this.progress = progress;
            rows = shop.read().rejectedRows();
        }

        void add(int lines) {
            rows += lines;
            progress.at(rows, shop.read().rows(), "receipts");
        }
    }
}
