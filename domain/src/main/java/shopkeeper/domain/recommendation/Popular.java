package shopkeeper.domain.recommendation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the shop sells most: the share of customers, or of their last baskets, that hold it. */
public final class Popular implements CandidateModel {
    private final String version;
    private final float[] share;
    private final int[] times;
    private final int of;

    private Popular(String version, int[] times, int of) {
        this.version = version;
        this.times = times;
        this.of = of;
        share = new float[times.length];
        for (int i = 0; i < times.length; i++) {
            share[i] = of == 0 ? 0 : (float) times[i] / of;
        }
    }

    /** Among customers, each counted once. */
    public static Popular amongCustomers(Interactions all) {
        var pairs = all.pairs();
        var times = new int[all.products()];
        for (int cell = 0; cell < pairs.size(); cell++) {
            times[pairs.column(cell)]++;
        }
        return new Popular("popular-1/customers", times, all.customers());
    }

    /** Among all baskets. */
    public static Popular amongBaskets(Interactions all) {
        var times = new int[all.products()];
        for (int line = 0; line < all.lines(); line++) {
            times[all.product(line)]++;
        }
        return new Popular("popular-1/baskets", times, all.baskets());
    }

    /** Among everybody's last basket: what is bought lately, where no days are known. */
    public static Popular amongLastBaskets(Interactions all) {
        var times = new int[all.products()];
        int of = 0;
        for (int customer = 0; customer < all.customers(); customer++) {
            int last = all.endBasket(customer) - 1;
            if (last >= all.firstBasket(customer)) {
                of++;
                for (int line = all.firstLine(last); line < all.endLine(last); line++) {
                    times[all.product(line)]++;
                }
            }
        }
        return new Popular("popular-1/last-baskets", times, of);
    }

    @Override
    public Source source() {
        return Source.POPULAR;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public void score(Shopper shopper, float[] scores) {
        int known = Math.min(scores.length, share.length);
        System.arraycopy(share, 0, scores, 0, known);
        Arrays.fill(scores, known, scores.length, 0);
    }

    @Override
    public Optional<Why> why(Shopper shopper, int product) {
        return product >= times.length || times[product] == 0
                ? Optional.empty()
                : Optional.of(new Why("FALLBACK_POPULAR", times[product], of, List.of()));
    }
}
