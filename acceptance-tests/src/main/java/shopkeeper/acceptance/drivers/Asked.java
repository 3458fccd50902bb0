package shopkeeper.acceptance.drivers;

import java.util.List;
import java.util.Optional;
import shopkeeper.domain.profile.Identifier;

/**
 * A question in one placement.
 *
 * @param kind recommendation, price, or one that nobody answers yet
 * @param products on the page, or to be priced
 */
public record Asked(Optional<Identifier> who, String kind, List<String> products) {
    static final int LIMIT = 10;
}
