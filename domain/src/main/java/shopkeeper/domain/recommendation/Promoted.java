package shopkeeper.domain.recommendation;

import java.util.List;
import shopkeeper.domain.kernel.ProductId;

/**
 * What the shop itself wants to show in a placement.
 *
 * @param pinned first, in this order
 * @param boosted before others that are as good
 */
public record Promoted(List<ProductId> pinned, List<ProductId> boosted) {
    public static final Promoted NOTHING = new Promoted(List.of(), List.of());

    private static final int MOST = 100;

    public Promoted {
        pinned = pinned.stream().distinct().toList();
        boosted = boosted.stream().distinct().toList();
        if (pinned.size() > MOST || boosted.size() > MOST) {
            throw new IllegalArgumentException("a placement promotes at most 100 products");
        }
    }
}
