package shopkeeper.domain.recommendation;

import java.util.Arrays;
import java.util.Optional;

/**
 * What the customer buys again and again, by how readily that product is bought again at all:
 * personal frequency times, for each product, the share of what it promised that came true in
 * everybody's last baskets. What the shop no longer sells, or what is bought once in a life, sinks.
 */
public final class Repurchase implements CandidateModel {
    private final Settings settings;
    private final PersonalFrequency frequency;
    private final Weighing weighing;
    private final float[] kept;

    /**
     * @param decay of each basket against the one after it
     * @param last so many last baskets of everybody are looked at
     * @param shrink so much promised frequency must speak for a product before its own share counts
     * @param power 1 takes that share as it is, less draws it towards 1
     */
    public record Settings(double decay, int last, double shrink, double power) {
        public static final Settings USUAL = new Settings(.9, 2, 8, 1);
    }

    public Repurchase(Interactions all, Settings settings) {
        this.settings = settings;
        weighing = Weighing.frequency(0, settings.decay());
        frequency = PersonalFrequency.decaying(settings.decay());
        kept = new float[all.products()];
        var promised = new double[all.products()];
        var came = new double[all.products()];
        var weights = new float[all.products()];
        for (int customer = 0; customer < all.customers(); customer++) {
            learn(all.shopper(customer).baskets(), weights, promised, came);
        }
        double usual = (Arrays.stream(came).sum() + 1e-9) / (Arrays.stream(promised).sum() + 1e-9);
        for (int i = 0; i < kept.length; i++) {
            double share =
                    (came[i] + settings.shrink() * usual) / (promised[i] + settings.shrink());
            kept[i] = (float) Math.pow(share, settings.power());
        }
    }

    /**
     * @param weights all 0, before and after
     */
    private void learn(int[][] baskets, float[] weights, double[] promised, double[] came) {
        for (int next = Math.max(1, baskets.length - settings.last());
                next < baskets.length;
                next++) {
            var before = Arrays.copyOf(baskets, next);
            weighing.weigh(before, weights);
            for (int product : baskets[next]) {
                came[product] += weights[product] > 0 ? 1 : 0;
            }
            for (int[] basket : before) {
                for (int product : basket) {
                    promised[product] += weights[product];
                    weights[product] = 0;
                }
            }
        }
    }

    @Override
    public Source source() {
        return Source.BOUGHT_BEFORE;
    }

    @Override
    public String version() {
        return "repurchase-1/%s,%d,%s,%s"
                .formatted(settings.decay(), settings.last(), settings.shrink(), settings.power());
    }

    @Override
    public void score(Shopper shopper, float[] scores) {
        frequency.score(shopper, scores);
        for (int i = 0; i < scores.length; i++) {
            scores[i] *= i < kept.length ? kept[i] : 1;
        }
    }

    @Override
    public Optional<Why> why(Shopper shopper, int product) {
        return frequency.why(shopper, product);
    }
}
