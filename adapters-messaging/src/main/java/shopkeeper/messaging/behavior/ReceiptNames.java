package shopkeeper.messaging.behavior;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.messaging.behavior.StoreClock.Time;
import shopkeeper.messaging.kernel.Fields;
import shopkeeper.messaging.kernel.MalformedMessage;
import shopkeeper.messaging.kernel.Till;

/** How tills name receipts: their own, and those they speak of. */
final class ReceiptNames {
    private static final int DIGITS = 6;

    private ReceiptNames() {}

    /** Or a till could use up the receipt numbers of another one. */
    static void requireSameTill(Fields data, Till till) {
        var store = data.neededPart("store").needed("id");
        if (!store.equals(till.store().value())) {
            throw new MalformedMessage("data.store.id is another store than source names.");
        }
        if (!data.needed("workstation").equals(till.number())) {
            throw new MalformedMessage("data.workstation is another till than source names.");
        }
    }

    static ReceiptId own(Fields data, LocalDateTime begin) {
        var store = data.neededPart("store").needed("id", StoreId::new);
        return identity(store, data, Optional.of(begin));
    }

    /** The receipt a line or a whole message speaks of; it may lack the time it began. */
    static ReceiptId linked(Fields link) {
        return link.text("receipt", ReceiptId::new)
                .orElseGet(() ->
                        identity(
                                link.needed("store", StoreId::new),
                                link,
                                link.text("begin", Time::parse).map(Time::local)));
    }

    private static ReceiptId identity(StoreId store, Fields data, Optional<LocalDateTime> begin) {
        var day = data.needed("businessDay", LocalDate::parse);
        var workstation = data.needed("workstation");
        return data.needed(
                "sequence",
                sequence ->
                        begin.map(at ->
                                        ReceiptId.atTill(
                                                store, workstation, day, full(sequence), at))
                                .orElseGet(() ->
                                        ReceiptId.printed(
                                                store, workstation, day, full(sequence))));
    }

    /** Some write 123, some 000123, of one and the same receipt. */
    private static String full(String sequence) {
        if (!sequence.matches("[0-9]+")) {
            return sequence;
        }
        var number = sequence.replaceFirst("^0+(?=.)", "");
        return "0".repeat(Math.max(0, DIGITS - number.length())) + number;
    }
}
