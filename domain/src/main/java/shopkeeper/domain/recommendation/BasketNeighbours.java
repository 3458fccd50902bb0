package shopkeeper.domain.recommendation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * TIFU-KNN (Hu et al., SIGIR 2020): what the customer buys, and what those buy whose histories,
 * weighed by age, lie nearest.
 */
public final class BasketNeighbours implements CandidateModel {
    private final Histories histories;
    private final Settings settings;

    /**
     * @param groups into which a history is cut
     * @param within decay of baskets in a group
     * @param between decay of groups
     * @param neighbours how many count
     * @param own how much the customer's own history counts, 0 to 1; the neighbours take the rest
     */
    public record Settings(int groups, double within, double between, int neighbours, double own) {
        public static final Settings PUBLISHED = new Settings(7, .9, .7, 300, .7);

        public Settings own(double share) {
            return new Settings(groups, within, between, neighbours, share);
        }
    }

    public BasketNeighbours(Interactions all, Settings settings) {
        this.settings = settings;
        histories =
                new Histories(
                        all,
                        Weighing.grouped(settings.groups(), settings.within(), settings.between()));
    }

    private BasketNeighbours(Histories histories, Settings settings) {
        this.histories = histories;
        this.settings = settings;
    }

    @Override
    public CandidateModel without(int customer) {
        return new BasketNeighbours(histories.without(customer), settings);
    }

    @Override
    public Source source() {
        return Source.BASKET_NEIGHBOURS;
    }

    @Override
    public String version() {
        return "tifu-knn-1/%d,%s,%s,%d,%s"
                .formatted(
                        settings.groups(),
                        settings.within(),
                        settings.between(),
                        settings.neighbours(),
                        settings.own());
    }

    @Override
    public void score(Shopper shopper, float[] scores) {
        Arrays.fill(scores, 0);
        if (shopper.baskets().length == 0) {
            return;
        }
        var weights = histories.weigh(shopper);
        int[] nearest = nearest(weights);
        float each = (float) ((1 - settings.own()) / Math.max(1, nearest.length));
        for (int one : nearest) {
            histories.add(one, each, scores);
        }
        int known = Math.min(weights.length, scores.length);
        for (int i = 0; i < known; i++) {
            scores[i] += (float) settings.own() * weights[i];
        }
    }

    /** By Euclid's distance; whoever has exactly the same history has nothing to add. */
    private int[] nearest(float[] weights) {
        float square = 0;
        for (float weight : weights) {
            square += weight * weight;
        }
        var near = histories.alike(weights);
        for (int one = 0; one < near.length; one++) {
            float distance = square + histories.square(one) - 2 * near[one];
            near[one] = near[one] == 0 || distance <= 1e-6f * square ? 0 : 1 / distance;
        }
        return Best.of(near, settings.neighbours());
    }

    @Override
    public Optional<Why> why(Shopper shopper, int product) {
        return Optional.of(new Why("ALIKE_BASKETS", settings.neighbours(), 0, List.of()));
    }
}
