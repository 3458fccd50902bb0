package shopkeeper.domain.recommendation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * UP-CF (Faggioli et al., UMAP 2020): what customers buy who share many products with this one, the
 * own history included.
 */
public final class UserNeighbours implements CandidateModel {
    /** The power leaves next to nothing to the others. */
    private static final int NEIGHBOURS = 500;

    private final Histories histories;
    private final Settings settings;

    /**
     * @param last how many baskets of a history count
     * @param asymmetry 0.5 is the plain cosine; less counts rather how much of the other's history
     *     is shared
     * @param locality the power of similarity: the higher, the fewer neighbours count
     * @param own how much the own history counts, a similarity of 1 to the power
     */
    public record Settings(int last, double asymmetry, double locality, double own) {
        public static final Settings PUBLISHED = new Settings(100, .5, 5, 1);

        public Settings own(double share) {
            return new Settings(last, asymmetry, locality, share);
        }
    }

    public UserNeighbours(Interactions all, Settings settings) {
        this.settings = settings;
        histories = new Histories(all, Weighing.frequency(settings.last(), 1));
    }

    private UserNeighbours(Histories histories, Settings settings) {
        this.histories = histories;
        this.settings = settings;
    }

    @Override
    public CandidateModel without(int customer) {
        return new UserNeighbours(histories.without(customer), settings);
    }

    @Override
    public Source source() {
        return Source.USER_NEIGHBOURS;
    }

    @Override
    public String version() {
        return "up-cf-1/%d,%s,%s,%s"
                .formatted(
                        settings.last(), settings.asymmetry(), settings.locality(), settings.own());
    }

    @Override
    public void score(Shopper shopper, float[] scores) {
        Arrays.fill(scores, 0);
        var weights = histories.weigh(shopper);
        int size = 0;
        for (float weight : weights) {
            size += weight > 0 ? 1 : 0;
        }
        int[] common = histories.common(weights);
        double mine = Math.pow(size, settings.asymmetry());
        var alike = new float[common.length];
        for (int one = 0; one < common.length; one++) {
            boolean same = common[one] == size && histories.size(one) == size;
            if (common[one] > 0 && !same) {
                double theirs = Math.pow(histories.size(one), 1 - settings.asymmetry());
                alike[one] = (float) Math.pow(common[one] / (mine * theirs), settings.locality());
            }
        }
        for (int one : Best.of(alike, NEIGHBOURS)) {
            histories.add(one, alike[one], scores);
        }
        int known = Math.min(weights.length, scores.length);
        for (int i = 0; i < known; i++) {
            scores[i] += (float) settings.own() * weights[i];
        }
    }

    @Override
    public Optional<Why> why(Shopper shopper, int product) {
        return Optional.of(new Why("ALIKE_CUSTOMERS", 0, 0, List.of()));
    }
}
