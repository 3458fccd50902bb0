package shopkeeper.application.behavior;

import java.util.Optional;
import shopkeeper.domain.behavior.BehaviorCommand.RecordPurchase;
import shopkeeper.domain.behavior.BehaviorCommand.RecordReturn;
import shopkeeper.domain.kernel.Message;

/** The only door to behavior for the composition root. */
public final class BehaviorModule {
    private BehaviorModule() {}

    public static RecordReceipt recordReceipt(Sales sales) {
        return command -> {
            var message = new Message(command.receipt().asMessage(), command.content());
            return switch (command) {
                case RecordPurchase _ ->
                        sales.decide(Optional.empty(), message, sale -> sale.decide(command));
                case RecordReturn back ->
                        sales.decide(back.sale(), message, sale -> sale.decide(command));
            };
        };
    }
}
