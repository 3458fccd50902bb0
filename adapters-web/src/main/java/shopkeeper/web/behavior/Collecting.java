package shopkeeper.web.behavior;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import shopkeeper.application.behavior.RecordReceipt;
import shopkeeper.application.behavior.TrackBehavior;
import shopkeeper.application.behavior.Tracked;
import shopkeeper.application.kernel.Quarantine;
import shopkeeper.application.kernel.Quarantine.Kept;
import shopkeeper.application.profile.RecogniseCustomer;
import shopkeeper.application.profile.RecogniseCustomer.Recognition.Contradicted;
import shopkeeper.application.profile.RecogniseCustomer.Recognition.NotRecognised;
import shopkeeper.application.profile.RecogniseCustomer.Recognition.Recognised;
import shopkeeper.domain.behavior.Behavior;
import shopkeeper.domain.behavior.BehaviorCommand;
import shopkeeper.domain.behavior.BehaviorCommand.RecordPurchase;
import shopkeeper.domain.behavior.KeepingPolicy;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.profile.Identifier;
import shopkeeper.web.kernel.Problem;
import shopkeeper.web.kernel.ProblemException;
import shopkeeper.web.kernel.Tally;
import shopkeeper.web.kernel.Written;
import tools.jackson.databind.JsonNode;

/**
 * Takes the calls of one request; a wrong one does not stop the others. What one person did is
 * taken in the order told, what others did beside it.
 */
final class Collecting {
    private final RecogniseCustomer customers;
    private final RecordReceipt receipts;
    private final TrackBehavior behaviors;
    private final Quarantine quarantine;
    private final boolean trusted;
    private final Instant received;
    private final Tally tally = new Tally();
    private final Map<List<Identifier>, CustomerId> met = new HashMap<>();
    private final Map<MessageId, JsonNode> seen = new HashMap<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<Told> toTrack = new ArrayList<>();
    private final Map<ReceiptId, Order> orders = new LinkedHashMap<>();

    private record Waiting(int index, SegmentCall call, JsonNode json) {}

    /** Which of the calls it was. */
    private record Told(int index, Behavior behavior) {}

    private record Done(int index, Became became) {}

    private record Order(int index, RecordPurchase purchase, JsonNode json) {}

    /**
     * @param trusted whether the client is believed when it says who somebody is
     */
    Collecting(
            RecogniseCustomer customers,
            RecordReceipt receipts,
            TrackBehavior behaviors,
            Quarantine quarantine,
            boolean trusted,
            Instant received) {
        this.customers = customers;
        this.receipts = receipts;
        this.behaviors = behaviors;
        this.quarantine = quarantine;
        this.trusted = trusted;
        this.received = received;
    }

    void take(
            int index,
            JsonNode json,
            Optional<SegmentCall.CallType> type,
            @Nullable String sentAt) {
        try {
            var call = SegmentCall.read(json, type, sentAt, trusted, received);
            var before = seen.putIfAbsent(call.message(), json);
            if (before == null) {
                take(index, call, json);
            } else if (before.equals(json)) {
                tally.duplicates(1);
            } else {
                tally.rejected(index, Problem.conflict());
            }
        } catch (ProblemException wrong) {
            tally.rejected(index, wrong.problem());
        }
    }

    /** Views and carts are kept together, at the end. */
    Tally done() {
        catchUp();
        if (!toTrack.isEmpty()) {
            var became = behaviors.track(toTrack.stream().map(Told::behavior).toList());
            for (int i = 0; i < became.size(); i++) {
                tell(toTrack.get(i), became.get(i));
            }
        }
        return tally;
    }

    private void tell(Told told, Tracked became) {
        switch (became) {
            case KEPT, COUNTED -> tally.accepted(1);
            case DUPLICATE -> tally.duplicates(1);
            case TOO_LATE -> tally.rejected(told.index(), tooLate(told.behavior()));
        }
    }

    private Problem tooLate(Behavior behavior) {
        return Problem.of(
                422,
                "too-late",
                "Too late",
                "This happened on %s: what was done before %s is no longer kept."
                        .formatted(
                                behavior.day(),
                                KeepingPolicy.oldest(
                                        LocalDate.ofInstant(received, ZoneOffset.UTC))));
    }

    private void take(int index, SegmentCall call, JsonNode json) {
        switch (call.type()) {
            case IDENTIFY, ALIAS -> recognise(call);
            case PAGE, SCREEN -> waiting.add(new Waiting(index, call, json));
            case TRACK -> {
                switch (call.event()) {
                    case EventNames.ORDER_REFUNDED -> refunded(call, json);
                    case String _ -> waiting.add(new Waiting(index, call, json));
                }
            }
        }
    }

    /**
     * What was told up to here depends on nothing but who they are: all of them are met together,
     * and what is written is written together.
     */
    private void catchUp() {
        meetStrangers();
        for (Waiting one : waiting) {
            try {
                if (one.call().isOrder()) {
                    ordered(one.index(), one.call(), one.json());
                } else {
                    track(one.index(), one.call());
                }
            } catch (ProblemException wrong) {
                tally.rejected(one.index(), wrong.problem());
            }
        }
        waiting.clear();
        writeOrders();
    }

    /** Who share no identifier do not make each other known: no one waits for another. */
    private void meetStrangers() {
        var shared =
                waiting.stream()
                        .map(one -> one.call().identifiers())
                        .filter(identifiers -> identifiers.size() > 1)
                        .flatMap(List::stream)
                        .collect(Collectors.toSet());
        var strangers = new LinkedHashMap<List<Identifier>, SegmentCall>();
        for (Waiting one : waiting) {
            var identifiers = one.call().identifiers();
            if (identifiers.size() == 1
                    && !met.containsKey(identifiers)
                    && !shared.contains(identifiers.getFirst())) {
                strangers.putIfAbsent(identifiers, one.call());
            }
        }
        if (strangers.size() > 1) {
            var calls = List.copyOf(strangers.values());
            var became = SideBySide.each(calls, this::meet);
            for (int i = 0; i < calls.size(); i++) {
                remember(calls.get(i).identifiers(), became.get(i));
            }
        }
    }

    private void recognise(SegmentCall call) {
        catchUp();
        met.clear();
        switch (ask(call.message(), call)) {
            case Recognised(_, var changed, var position) ->
                    tally.counted(
                            new Written(changed ? "accepted" : "duplicate", position.value()));
            case NotRecognised(var refusal) -> throw Problem.refused(refusal).asException();
            case Contradicted _ -> throw Problem.conflict().asException();
        }
    }

    private void track(int index, SegmentCall call) {
        toTrack.add(
                new Told(
                        index,
                        new Behavior(
                                call.message(),
                                who(call),
                                ActReader.act(call),
                                call.via(),
                                call.at())));
    }

    /** Orders that follow each other do not depend on each other, unless they are the same. */
    private void ordered(int index, SegmentCall call, JsonNode json) {
        var order = new Order(index, OrderReader.purchase(call, who(call)), json);
        if (orders.containsKey(order.purchase().receipt())) {
            writeOrders();
        }
        orders.put(order.purchase().receipt(), order);
    }

    /**
     * Each waits until it is durable, so they wait together; those of one customer in their order.
     */
    private void writeOrders() {
        var byCustomer =
                orders.values().stream()
                        .collect(
                                Collectors.groupingBy(
                                        order -> order.purchase().customer(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        orders.clear();
        SideBySide.each(List.copyOf(byCustomer.values()), this::writtenInOrder)
                .forEach(theirs -> theirs.forEach(this::count));
    }

    private List<Done> writtenInOrder(List<Order> orders) {
        return orders.stream()
                .map(order -> new Done(order.index(), written(order.purchase(), order.json())))
                .toList();
    }

    private void count(Done order) {
        switch (order.became()) {
            case Taken(var written) -> tally.counted(written);
            case NotTaken(var no) -> tally.rejected(order.index(), no);
        }
    }

    private void refunded(SegmentCall call, JsonNode json) {
        catchUp();
        switch (written(OrderReader.refund(call, who(call)), json)) {
            case Taken(var written) -> tally.counted(written);
            case NotTaken(var no) -> throw no.asException();
        }
    }

    private sealed interface Became {}

    private record Taken(Written written) implements Became {}

    private record NotTaken(Problem problem) implements Became {}

    /** Shops rarely read our answer: a receipt that was not taken is kept for a person to see. */
    private Became written(BehaviorCommand receipt, JsonNode json) {
        try {
            return new Taken(Written.of(receipts.record(receipt)));
        } catch (ProblemException no) {
            quarantine.keep(
                    new Kept(
                            "/v1/track",
                            SegmentCall.SOURCE,
                            no.problem().code(),
                            no.problem().detail(),
                            json.toString(),
                            received));
            return new NotTaken(no.problem());
        }
    }

    /** Whoever acts without being known is met as a visitor. */
    private CustomerId who(SegmentCall call) {
        var known = met.get(call.identifiers());
        if (known != null) {
            return known;
        }
        var became = meet(call);
        remember(call.identifiers(), became);
        return switch (became) {
            case Recognised(var customer, _, _) -> customer;
            case NotRecognised(var refusal) -> throw Problem.refused(refusal).asException();
            case Contradicted _ -> throw Problem.conflict().asException();
        };
    }

    private RecogniseCustomer.Recognition meet(SegmentCall call) {
        return ask(new MessageId(SegmentCall.SOURCE + "-met", call.message().id()), call);
    }

    private void remember(List<Identifier> identifiers, RecogniseCustomer.Recognition became) {
        if (became instanceof Recognised(var customer, var changed, var position)) {
            if (changed) {
                tally.reached(position);
            }
            met.put(identifiers, customer);
        }
    }

    private RecogniseCustomer.Recognition ask(MessageId message, SegmentCall call) {
        var content =
                call.identifiers().stream()
                        .map(identifier -> identifier.type() + " " + identifier.value())
                        .collect(Collectors.joining("\n"));
        return customers.recognise(
                new Message(message, content), call.identifiers(), call.via(), call.at());
    }
}
