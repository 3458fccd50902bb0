package shopkeeper.domain.recommendation;

import java.util.List;
import shopkeeper.domain.kernel.ProductId;

/**
 * A product that may be shown, with everything that its place in the slate depends on.
 *
 * @param number only while the models are there that numbered it
 * @param category a number that says which others are of its kind; -1 where nobody knows
 * @param words of its name, as sorted numbers
 * @param popularity 0 to 1, where 1 is the most popular product
 * @param estimates of the models that know it, in the order of their sources
 */
// Never compared; what is compared are slates.
@SuppressWarnings("ArrayRecordComponent")
public record Candidate(
        int number,
        ProductId product,
        int category,
        int brand,
        int[] words,
        float popularity,
        List<Estimate> estimates,
        List<Lift> lifts,
        Place place) {
    private static final double SAME_CATEGORY = 0.6;
    private static final double SAME_BRAND = 0.3;

    /** Whether the shop itself put it there. */
    public enum Place {
        BY_SCORE,
        PINNED,
        BOOSTED
    }

    /**
     * What one model said.
     *
     * @param score as the model gave it
     * @param best the highest score that this model gave anything
     */
    public record Estimate(Source source, String version, double score, double best) {
        /** Of the model's own best, 0 to 1. */
        double share() {
            return score / best;
        }
    }

    /**
     * What a rule does to the score.
     *
     * @param plus first
     * @param times then
     * @param with numbers of the products it leans on; only while models are there that numbered
     *     them
     */
    public record Lift(Rule rule, double plus, double times, List<Integer> with) {
        public Lift {
            with = List.copyOf(with);
        }
    }

    public Candidate {
        estimates = List.copyOf(estimates);
        lifts = List.copyOf(lifts);
    }

    /** Its score under the policy, before the rest of the slate is looked at. */
    double score(SlatePolicy policy) {
        double sum = 0;
        for (Estimate estimate : estimates) {
            sum += policy.weight(estimate.source()) * estimate.share();
        }
        double times = 1 - policy.damping() * popularity;
        for (Lift lift : lifts) {
            sum += lift.plus();
            times *= lift.times();
        }
        return sum * times;
    }

    /**
     * How alike two are, 0 to 1: by their kind and brand, or by their names.
     *
     * @param named whether their names may have words in common
     */
    double likeness(Candidate other, boolean named) {
        double kind =
                (category >= 0 && category == other.category ? SAME_CATEGORY : 0)
                        + (brand >= 0 && brand == other.brand ? SAME_BRAND : 0);
        return named ? Math.max(kind, Tokens.likeness(words, other.words)) : kind;
    }
}
