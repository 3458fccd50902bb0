package shopkeeper.domain.recommendation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one customer bought, in the order in which they bought it, whatever the order in which it
 * was told.
 *
 * <p>Not safe for several threads: whoever keeps it guards it.
 */
public final class PersonalHistory {
    private static final Comparator<OwnBasket> BY_TIME =
            Comparator.comparingLong(OwnBasket::second);

    private final List<OwnBasket> baskets = new ArrayList<>();
    private boolean inOrder = true;

    /** Made when somebody asks: questions are many, purchases few. */
    private @Nullable Past past;

    public void bought(OwnBasket basket) {
        inOrder &= baskets.isEmpty() || baskets.getLast().second() <= basket.second();
        baskets.add(basket);
        past = null;
    }

    /** As if that basket had never been. */
    public void voided(OwnBasket basket) {
        baskets.removeIf(one -> one == basket);
        past = null;
    }

    /** Something of it was brought back. */
    public void changed() {
        past = null;
    }

    /**
     * Brought back without a receipt: taken from the latest basket that has it, then from the one
     * before.
     *
     * @param touched hears of each basket before something is taken from it
     */
    public void broughtBack(int product, BigDecimal quantity, Consumer<OwnBasket> touched) {
        sort();
        var left = quantity;
        for (int i = baskets.size() - 1; i >= 0 && left.signum() > 0; i--) {
            var basket = baskets.get(i);
            if (basket.has(product)) {
                touched.accept(basket);
                left = basket.takeBack(product, left);
            }
        }
        past = null;
    }

    /** What came back as a whole is no basket. */
    public Past past() {
        var known = past;
        if (known == null) {
            var kept = kept();
            known =
                    new Past(
                            kept.stream().map(OwnBasket::products).toArray(int[][]::new),
                            kept.stream().mapToLong(OwnBasket::second).toArray());
            past = known;
        }
        return known;
    }

    /** The same basket by basket. */
    public List<OwnBasket> kept() {
        sort();
        return baskets.stream().filter(basket -> basket.products().length > 0).toList();
    }

    private void sort() {
        if (!inOrder) {
            baskets.sort(BY_TIME);
            inOrder = true;
        }
    }
}
