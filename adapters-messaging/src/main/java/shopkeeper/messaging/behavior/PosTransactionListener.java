package shopkeeper.messaging.behavior;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shopkeeper.application.behavior.RecordReceipt;
import shopkeeper.application.catalog.BrowseCatalog;
import shopkeeper.application.profile.RecogniseCustomer;
import shopkeeper.application.profile.RecogniseCustomer.Recognition.Contradicted;
import shopkeeper.application.profile.RecogniseCustomer.Recognition.NotRecognised;
import shopkeeper.application.profile.RecogniseCustomer.Recognition.Recognised;
import shopkeeper.domain.behavior.BehaviorCommand;
import shopkeeper.domain.behavior.BehaviorCommand.RecordPurchase;
import shopkeeper.domain.behavior.BehaviorCommand.RecordReturn;
import shopkeeper.domain.behavior.BehaviorRefusal;
import shopkeeper.domain.behavior.BehaviorRefusal.MixedCurrencies;
import shopkeeper.domain.behavior.BehaviorRefusal.MoreReturnedThanBought;
import shopkeeper.domain.behavior.BehaviorRefusal.NothingOnIt;
import shopkeeper.domain.behavior.BehaviorRefusal.SaleNotKnown;
import shopkeeper.domain.behavior.BehaviorRefusal.SumsDoNotAdd;
import shopkeeper.domain.behavior.BehaviorRefusal.WrongSign;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.behavior.Sale;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Outcome.Accepted;
import shopkeeper.domain.kernel.Outcome.Refused;
import shopkeeper.domain.kernel.Recorded;
import shopkeeper.domain.kernel.Via;
import shopkeeper.messaging.kernel.Answer;
import shopkeeper.messaging.kernel.Answer.Kind;
import shopkeeper.messaging.kernel.Answer.Outcome;
import shopkeeper.messaging.kernel.CloudEvent;
import shopkeeper.messaging.kernel.Heard;
import shopkeeper.messaging.kernel.Listener;
import shopkeeper.messaging.kernel.MalformedMessage;
import shopkeeper.messaging.kernel.NamedCustomer;

/** Takes sales and returns from tills; one receipt may hold both. */
public final class PosTransactionListener implements Listener {
    private static final String COMPLETED = "retail.pos.transaction.completed.v1";
    private static final String RETURNED = "retail.pos.return.recorded.v1";

    private final RecordReceipt receipts;
    private final RecogniseCustomer customers;
    private final PosReceiptReader reader;

    public PosTransactionListener(
            RecordReceipt receipts, RecogniseCustomer customers, BrowseCatalog catalog) {
        this.receipts = receipts;
        this.customers = customers;
        this.reader = new PosReceiptReader(catalog);
    }

    @Override
    public Answer hear(Heard heard) {
        usualKind(heard.event());
        var receipt = reader.read(heard);
        return outcome(receipt, heard).about(receipt.id().value());
    }

    /** What a line is where it does not say so. */
    static String usualKind(CloudEvent event) {
        return switch (event.type()) {
            case COMPLETED -> "sale";
            case RETURNED -> "return";
            default ->
                    throw new MalformedMessage(
                            "unknown-type", "Messages of this type are not taken at this address.");
        };
    }

    private Outcome outcome(PosReceipt receipt, Heard heard) {
        if (receipt.practice().isPresent()) {
            return switch (receipt.practice().get()) {
                case TRAINING ->
                        Outcome.because(
                                Kind.IGNORED, "training", "Nobody bought anything: training.");
                case CANCELLED ->
                        Outcome.because(
                                Kind.IGNORED, "cancelled", "The transaction was cancelled.");
            };
        }
        var contradiction = contradiction(receipt);
        if (contradiction.isPresent()) {
            return contradiction.get();
        }
        var unnamed = commands(receipt, Optional.empty(), heard);
        var unfit = unnamed.stream().filter(PosTransactionListener::isUnfit).toList();
        if (!unfit.isEmpty()) {
            return record(unfit);
        }
        if (receipt.customer().isEmpty()) {
            return record(unnamed);
        }
        var message = NamedCustomer.message(heard.event(), receipt.customer());
        return switch (customers.recognise(
                message, receipt.customer(), Via.till(), heard.moment())) {
            case Recognised(var customer, _, _) ->
                    record(commands(receipt, Optional.of(customer), heard));
            case NotRecognised(var refusal) -> Outcome.refused(refusal);
            case Contradicted(var position) -> Outcome.conflict(position);
        };
    }

    /** The sum of a sale is the domain's to judge; of what only came back there is no other sum. */
    private static Optional<Outcome> contradiction(PosReceipt receipt) {
        if (!receipt.sold().isEmpty() || receipt.returned().isEmpty()) {
            return Optional.empty();
        }
        var back = receipt.returnedTotal();
        var net = receipt.net();
        return net.equals(back.negated()) || net.equals(back)
                ? Optional.empty()
                : Optional.of(Outcome.refused(new SumsDoNotAdd(back.negated(), net)));
    }

    /**
     * Refused whatever was sold before: nobody is met by such a receipt, since its card may be as
     * wrong as the rest.
     */
    private static boolean isUnfit(BehaviorCommand command) {
        return switch (Sale.UNKNOWN.decide(command)) {
            case Accepted<?, ?> _ -> false;
            case Refused<?, BehaviorRefusal>(var refusal) ->
                    switch (refusal) {
                        case NothingOnIt _, SumsDoNotAdd _, WrongSign _, MixedCurrencies _ -> true;
                        case SaleNotKnown _, MoreReturnedThanBought _ -> false;
                    };
        };
    }

    private Outcome record(List<BehaviorCommand> commands) {
        return worst(commands.stream().map(receipts::record).map(one -> outcome(one)).toList());
    }

    private static List<BehaviorCommand> commands(
            PosReceipt receipt, Optional<CustomerId> customer, Heard heard) {
        var at = new Moment(receipt.occurred(), heard.received());
        var store = Optional.of(heard.till().store());
        var commands = new ArrayList<BehaviorCommand>();
        if (!receipt.sold().isEmpty() || receipt.returned().isEmpty()) {
            commands.add(
                    new RecordPurchase(
                            receipt.id(),
                            customer,
                            store,
                            receipt.sold(),
                            receipt.discount(),
                            receipt.net().plus(receipt.returnedTotal()),
                            Via.till(),
                            at));
        }
        receipt.returned()
                .forEach((sale, lines) ->
                        commands.add(
                                new RecordReturn(
                                        returnId(receipt.id(), commands),
                                        sale,
                                        customer,
                                        store,
                                        lines,
                                        PosReceipt.sum(lines, receipt.net().currency()),
                                        Via.till(),
                                        at)));
        return commands;
    }

    /** Returns of several sales on one receipt are numbered from the second on. */
    private static ReceiptId returnId(ReceiptId receipt, List<BehaviorCommand> before) {
        long returns = before.stream().filter(RecordReturn.class::isInstance).count();
        String id = receipt + "-return" + (returns == 0 ? "" : "-" + (returns + 1));
        try {
            return new ReceiptId(id);
        } catch (IllegalArgumentException e) {
            throw new MalformedMessage("The receipt's identity is too long.");
        }
    }

    private static Outcome outcome(Recorded<?, ? extends BehaviorRefusal> recorded) {
        return switch (recorded) {
            case Recorded.Decided(Accepted<?, ?> _, var position) ->
                    Outcome.of(Kind.ACCEPTED, position);
            case Recorded.Decided(Refused(var refusal), var position) ->
                    Outcome.refused(refusal).at(position);
            case Recorded.Duplicate(var position) -> Outcome.of(Kind.DUPLICATE, position);
            case Recorded.Conflict(var position) -> Outcome.conflict(position);
            case Recorded.Stale<?, ?> _ ->
                    throw new IllegalStateException("a till says nothing of what it has seen");
        };
    }

    /** One receipt has one outcome: what somebody must look at counts more than what went well. */
    private static Outcome worst(List<Outcome> told) {
        var order = List.of(Kind.CONFLICT, Kind.REFUSED, Kind.ACCEPTED, Kind.DUPLICATE);
        var worst = told.getFirst();
        for (Outcome one : told) {
            if (order.indexOf(one.kind()) <= order.indexOf(worst.kind())) {
                worst = one;
            }
        }
        return worst;
    }
}
