package shopkeeper.files.shopdata;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A line of an Online Retail file. */
sealed interface RetailLine {
    /** In the file, the header being 1. */
    long number();

    /**
     * A product on an invoice.
     *
     * @param quantity above zero, on a cancellation too
     * @param pennies for one piece
     */
    record Item(
            long number,
            String invoice,
            String code,
            String name,
            int quantity,
            Instant at,
            long pennies,
            Optional<String> customer)
            implements RetailLine {
        boolean isReturn() {
            return isCancellation(invoice);
        }

        @Override
        public String toString() {
            return "line " + number;
        }
    }

    /**
     * A line that is left out.
     *
     * @param visit the customer it names all the same, where the line can be read
     */
    record LeftOut(long number, Reject reject, Optional<Visit> visit) implements RetailLine {}

    /** A customer was there. */
    record Visit(String customer, Instant at) {
        /** Personal data never reaches a log line by accident. */
        @Override
        public String toString() {
            return "Visit[…]";
        }
    }

    static boolean isCancellation(String invoice) {
        return invoice.toUpperCase(Locale.ROOT).startsWith("C");
    }
}
