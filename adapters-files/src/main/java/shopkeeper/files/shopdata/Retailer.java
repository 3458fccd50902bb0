package shopkeeper.files.shopdata;

import java.time.ZoneId;
import java.util.Optional;

/**
 * Whose file it is.
 *
 * @param source before the number of each receipt, so that two shops' receipts differ
 * @param book names the price book that is learned from the file; empty: none is
 * @param latestBookWins whether of two files with a price for a product the later one counts; both
 *     then stand behind the lists that the shop publishes itself
 * @param storesIn opens unknown stores of the file there
 */
record Retailer(
        String source, Optional<String> book, boolean latestBookWins, Optional<ZoneId> storesIn) {}
