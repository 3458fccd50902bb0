package shopkeeper.domain.behavior;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import shopkeeper.domain.kernel.Ascii;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.StoreId;

/** The identity of a receipt, whoever sends it and however often. */
public record ReceiptId(String value) {
    private static final DateTimeFormatter BEGIN = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    public ReceiptId {
        Ascii.id("receipt id", value);
    }

    /**
     * Store, till, business day and sequence; with the time it began, since sequences roll over and
     * restart.
     *
     * @param begin local time of the store
     */
    public static ReceiptId atTill(
            StoreId store,
            String till,
            LocalDate businessDay,
            String sequence,
            LocalDateTime begin) {
        return new ReceiptId(
                "%s/%s/%s/%s/%s"
                        .formatted(store, till, businessDay, sequence, BEGIN.format(begin)));
    }

    /** An order of a web shop, or an invoice of a file. */
    public static ReceiptId order(String shop, String order) {
        return new ReceiptId(shop + ":" + order);
    }

    /** Under this name a repetition is recognised, whatever the transport calls its message. */
    public MessageId asMessage() {
        return new MessageId("receipt", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
