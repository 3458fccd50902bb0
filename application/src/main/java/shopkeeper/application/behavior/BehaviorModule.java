package shopkeeper.application.behavior;

import shopkeeper.application.catalog.BrowseCatalog;
import shopkeeper.application.consent.AskPermission;
import shopkeeper.application.consent.ConsentLedgers;
import shopkeeper.application.kernel.Memory;
import shopkeeper.application.profile.CustomerDirectory;
import shopkeeper.domain.behavior.BehaviorCommand.RecordPractice;
import shopkeeper.domain.behavior.BehaviorCommand.RecordPurchase;
import shopkeeper.domain.behavior.BehaviorCommand.RecordReturn;
import shopkeeper.domain.behavior.BehaviorCommand.RecordVoid;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.MessageId;

/** The only door to behavior for the composition root. */
public final class BehaviorModule {
    private static final int MOST_SESSIONS = 100_000;

    private final CustomerDirectory directory;
    private final SessionMemory sessions;
    private final SalesMemory sales = new SalesMemory();
    private final ReturnsMemory returns = new ReturnsMemory();

    public BehaviorModule(CustomerDirectory directory, ConsentLedgers ledgers) {
        this.directory = directory;
        sessions = new SessionMemory(directory, ledgers, MOST_SESSIONS);
    }

    /** What is kept in memory follows the log. */
    public Memory memory() {
        return sessions;
    }

    public Memory salesMemory() {
        return sales;
    }

    public Memory returnsMemory() {
        return returns;
    }

    public LastReturns lastReturns() {
        return returns;
    }

    public CountSales countSales() {
        return sales;
    }

    public SessionView sessions() {
        return sessions;
    }

    public TrackBehavior trackBehavior(
            Behaviors behaviors, AskPermission permissions, FollowLooks looks) {
        return new TrackWhatIsAllowed(behaviors, permissions, directory, sessions, looks);
    }

    public static AskTraits askTraits(
            PastPurchases purchases,
            BrowseCatalog catalog,
            AskPermission permissions,
            CustomerDirectory directory) {
        return new ConcludeFromPurchases(purchases, catalog, permissions, directory);
    }

    public static RecordReceipt recordReceipt(Sales sales) {
        return command -> {
            var message = new Message(command.receipt().asMessage(), command.content());
            return switch (command) {
                case RecordPurchase _, RecordPractice _ ->
                        sales.decide(command.receipt(), message, sale -> sale.decide(command));
                case RecordVoid undone ->
                        sales.decide(undone.sale(), message, sale -> sale.decide(command));
                case RecordReturn back when back.sale().isPresent() ->
                        sales.decide(back.sale().get(), message, sale -> sale.decide(command));
                case RecordReturn back ->
                        sales.decide(back.customer(), message, bought -> bought.decide(back));
            };
        };
    }

    public static OpenPoints openPoints(PointsBooks books) {
        return opened ->
                books.write(
                        new Message(
                                new MessageId("points-opened", opened.customer().value()),
                                "points " + opened.points()),
                        opened);
    }

    public static AskPoints askPoints(ReceiptViews receipts) {
        return new TellPoints(receipts);
    }
}
