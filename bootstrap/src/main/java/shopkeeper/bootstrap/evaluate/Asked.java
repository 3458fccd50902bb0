package shopkeeper.bootstrap.evaluate;

import java.util.Set;
import java.util.function.Supplier;
import shopkeeper.domain.recommendation.Shopper;

/**
 * One question to a model and what really came.
 *
 * @param user whom it is about, by number: several questions may be about one
 * @param name as the file calls them
 * @param shopper made when asked for: all beginnings of a long session at once would fill the
 *     memory
 * @param owned what is not to be suggested
 * @param written whether its ranking goes into the file of answers
 */
record Asked(
        int user,
        String name,
        Supplier<Shopper> shopper,
        Set<Integer> owned,
        Set<Integer> came,
        boolean written) {
    Asked {
        owned = Set.copyOf(owned);
        came = Set.copyOf(came);
    }
}
