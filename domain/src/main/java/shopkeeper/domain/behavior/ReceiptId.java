package shopkeeper.domain.behavior;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
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

    /** What a till prints on the paper: all but the time it began. */
    public static ReceiptId printed(
            StoreId store, String till, LocalDate businessDay, String sequence) {
        return new ReceiptId("%s/%s/%s/%s".formatted(store, till, businessDay, sequence));
    }

    /** An order of a web shop, or an invoice of a file. */
    public static ReceiptId order(String shop, String order) {
        return new ReceiptId(shop + ":" + order);
    }

    /** Under this name a repetition is recognised, whatever the transport calls its message. */
    public MessageId asMessage() {
        return new MessageId("receipt", value);
    }

    /** Under which names others may speak of it: its own, and what a till printed. */
    public Set<ReceiptId> names() {
        return printed().map(printed -> Set.of(this, printed)).orElseGet(() -> Set.of(this));
    }

    /** Whether this name means that receipt; a printed one does not say when it began. */
    public boolean means(ReceiptId receipt) {
        return receipt.names().contains(this);
    }

    /** The store's own day, which is not always the day of the calendar. */
    public Optional<LocalDate> businessDay() {
        var parts = value.split("/", -1);
        if (parts.length < 4) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(parts[2]));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private Optional<ReceiptId> printed() {
        var parts = value.split("/", -1);
        return parts.length == 5 && businessDay().isPresent()
                ? Optional.of(new ReceiptId(value.substring(0, value.lastIndexOf('/'))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
