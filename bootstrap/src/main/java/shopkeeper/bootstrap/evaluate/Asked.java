package shopkeeper.bootstrap.evaluate;

import java.util.Set;
import shopkeeper.domain.recommendation.Shopper;

/**
 * One question to a model and what really came.
 *
 * @param user whom it is about, by number: several questions may be about one
 * @param name as the file calls them
 * @param owned what is not to be suggested
 * @param written whether its ranking goes into the file of answers
 */
record Asked(
        int user,
        String name,
        Shopper shopper,
        Set<Integer> owned,
        Set<Integer> came,
        boolean written) {
    Asked {
        owned = Set.copyOf(owned);
        came = Set.copyOf(came);
    }
}
