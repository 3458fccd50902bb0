package shopkeeper.files.shopdata;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;

/** A line of a retailer's file. */
sealed interface RetailLine {
    /** In the file, the header being 1. */
    long number();

    /**
     * A product on a receipt.
     *
     * @param receipt as it is known in the file; another one for what comes back
     * @param name empty where the file has none
     * @param category empty where the file has none
     * @param quantity above zero, of a return too
     * @param unit in the currency's smallest unit, for one piece
     * @param extended in the smallest unit, for the line
     * @param off in the smallest unit, what the line takes off the whole receipt, zero or above
     */
    record Item(
            long number,
            String receipt,
            boolean isReturn,
            String product,
            String name,
            String category,
            BigDecimal quantity,
            Instant at,
            Currency currency,
            long unit,
            long extended,
            long off,
            Optional<String> customer,
            Optional<String> store,
            Optional<String> country)
            implements RetailLine {
        @Override
        public String toString() {
            return "line " + number;
        }
    }

    /**
     * A line that is left out.
     *
     * @param column the one to look at, empty where it is the line
     * @param visit the customer it names all the same, where the line can be read
     */
    record LeftOut(long number, Reject reject, String column, Optional<Visit> visit)
            implements RetailLine {}

    /** A customer was there. */
    record Visit(String customer, Instant at) {
        /** Personal data never reaches a log line by accident. */
        @Override
        public String toString() {
            return "Visit[…]";
        }
    }
}
