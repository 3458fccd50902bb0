package shopkeeper.messaging.behavior;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import shopkeeper.application.behavior.CountRepeats;
import shopkeeper.application.behavior.RecordReceipt;
import shopkeeper.application.catalog.BrowseCatalog;
import shopkeeper.application.profile.RecogniseCustomer;
import shopkeeper.application.profile.RecogniseCustomer.Recognition.Contradicted;
import shopkeeper.application.profile.RecogniseCustomer.Recognition.NotRecognised;
import shopkeeper.application.profile.RecogniseCustomer.Recognition.Recognised;
import shopkeeper.domain.behavior.BehaviorCommand;
import shopkeeper.domain.behavior.BehaviorRefusal.SumsDoNotAdd;
import shopkeeper.domain.behavior.ReceiptCheck;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.behavior.Repeat;
import shopkeeper.domain.behavior.VoidReason;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Reason;
import shopkeeper.domain.kernel.Via;
import shopkeeper.messaging.kernel.Answer;
import shopkeeper.messaging.kernel.Answer.Kind;
import shopkeeper.messaging.kernel.Answer.Outcome;
import shopkeeper.messaging.kernel.CloudEvent;
import shopkeeper.messaging.kernel.Heard;
import shopkeeper.messaging.kernel.Listener;
import shopkeeper.messaging.kernel.MalformedMessage;
import shopkeeper.messaging.kernel.NamedCustomer;
import shopkeeper.messaging.kernel.XmlEnvelope;

/** Takes what tills tell of transactions: sales and returns, also on one receipt, and voids. */
public final class PosTransactionListener implements Listener {
    private final RecordReceipt receipts;
    private final CountRepeats repeats;
    private final RecogniseCustomer customers;
    private final PosReceiptReader reader;

    public PosTransactionListener(
            RecordReceipt receipts,
            CountRepeats repeats,
            RecogniseCustomer customers,
            BrowseCatalog catalog) {
        this.receipts = receipts;
        this.repeats = repeats;
        this.customers = customers;
        this.reader = new PosReceiptReader(catalog);
    }

    @Override
    public Answer hear(Heard heard) {
        return heard.event().type().equals(XmlEnvelope.POSLOG) ? posLog(heard) : one(heard);
    }

    /** A POSLog may tell of many transactions: each is taken by itself, the worst is the answer. */
    private Outcome posLog(Heard heard) {
        var body =
                XmlEnvelope.body(heard.event())
                        .orElseThrow(() -> new MalformedMessage("The message holds no XML."));
        var told = PosLog.read(body);
        if (told.isEmpty()) {
            return Outcome.because(
                    Kind.IGNORED, "no-transaction", "No retail transaction is in it.");
        }
        var outcomes = new ArrayList<Outcome>();
        for (PosLog.Told each : told) {
            outcomes.add(tried(part(heard, each, outcomes.size() + 1)));
        }
        return outcomes.size() == 1
                ? outcomes.getFirst()
                : PosOutcomes.worst(outcomes).listing(outcomes);
    }

    private Outcome tried(Heard part) {
        try {
            return one(part);
        } catch (MalformedMessage malformed) {
            return Outcome.because(Kind.QUARANTINED, malformed.code(), malformed.words());
        }
    }

    private static Heard part(Heard heard, PosLog.Told told, int number) {
        var event = heard.event();
        return new Heard(
                new CloudEvent(
                        told.kind().type(),
                        event.source(),
                        event.id() + "-" + number,
                        event.time(),
                        event.expiry(),
                        told.data()),
                heard.till(),
                heard.received(),
                heard.arrivedNanos());
    }

    private Outcome one(Heard heard) {
        return switch (PosKind.of(heard.event().type())) {
            case COMPLETED, RETURNED -> receipt(heard);
            case VOIDED -> undone(heard, VoidReason.VOIDED);
            case REJECTED -> undone(heard, VoidReason.REJECTED);
        };
    }

    private Outcome receipt(Heard heard) {
        var receipt = reader.read(heard);
        var outcome = flagged(outcome(receipt, heard), receipt);
        count(outcome, receipt.id(), heard);
        return outcome.about(receipt.id().value());
    }

    private Outcome undone(Heard heard, VoidReason reason) {
        var undone = reader.readVoid(heard, reason);
        var outcome = record(List.of(PosCommands.of(undone, heard)));
        count(outcome, undone.id(), heard);
        return outcome.about(undone.sale().value());
    }

    private Outcome outcome(PosReceipt receipt, Heard heard) {
        if (receipt.practice().isPresent()) {
            return record(List.of(PosCommands.of(receipt, receipt.practice().get(), heard)));
        }
        var contradiction = contradiction(receipt);
        if (contradiction.isPresent()) {
            return contradiction.get();
        }
        var unnamed = PosCommands.of(receipt, Optional.empty(), heard);
        // Nobody is met by such a receipt: its card may be as wrong as the rest.
        var unfit =
                unnamed.stream().flatMap(command -> ReceiptCheck.unfit(command).stream()).toList();
        if (!unfit.isEmpty()) {
            return Outcome.refused(unfit.getFirst());
        }
        if (receipt.customer().isEmpty()) {
            return record(unnamed);
        }
        var message = NamedCustomer.message(heard.event(), receipt.customer());
        return switch (customers.recognise(
                message, receipt.customer(), Via.till(), heard.moment())) {
            case Recognised(var customer, _, _) ->
                    record(PosCommands.of(receipt, Optional.of(customer), heard));
            case NotRecognised(var refusal) -> Outcome.refused(refusal);
            case Contradicted(var position, var contents) -> Outcome.conflict(position, contents);
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

    private Outcome record(List<BehaviorCommand> commands) {
        return PosOutcomes.worst(
                commands.stream().map(receipts::record).map(PosOutcomes::of).toList());
    }

    private void count(Outcome outcome, ReceiptId receipt, Heard heard) {
        var repeat =
                switch (outcome.kind()) {
                    case DUPLICATE -> Optional.of(Repeat.DUPLICATE);
                    case CONFLICT -> Optional.of(Repeat.CONFLICT);
                    case ACCEPTED, REFUSED, PARKED, IGNORED, QUARANTINED ->
                            Optional.<Repeat>empty();
                };
        var day = receipt.businessDay();
        if (repeat.isPresent() && day.isPresent()) {
            repeats.counted(heard.till().store(), day.get(), repeat.get());
        }
    }

    /** A wrong check digit is told, and the sale is taken all the same. */
    private static Outcome flagged(Outcome outcome, PosReceipt receipt) {
        if (receipt.flawed().isEmpty()
                || outcome.kind() != Kind.ACCEPTED
                || outcome.reason().isPresent()) {
            return outcome;
        }
        var flawed =
                receipt.flawed().stream().map(ProductId::value).collect(Collectors.joining(", "));
        return outcome.with(
                Reason.of("check-digit", "Taken, but these are no right bar codes: " + flawed));
    }
}
