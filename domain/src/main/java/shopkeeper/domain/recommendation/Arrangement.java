package shopkeeper.domain.recommendation;

import java.util.ArrayList;
import java.util.List;
import shopkeeper.domain.recommendation.Candidate.Place;

/**
 * Puts the candidates of a pool in order: what is pinned first, then one after the other the
 * candidate that is best and least like those before it (maximal marginal relevance: Carbonell and
 * Goldstein, SIGIR 1998). What is pinned or boosted takes no more of the slate than the policy
 * says.
 */
final class Arrangement {
    /** A boosted product is taken for so much better than it is. */
    private static final double BOOST = 2;

    private final Pool pool;
    private final SlatePolicy policy;
    private final List<Candidate> candidates;
    private final double[] worth;
    private final double[] likeness;

    /** Most names have no word in common, which these tell at once. */
    private final long[] sketches;

    private final boolean[] taken;

    /** With how many of the chosen each has been compared; its likeness can only grow by more. */
    private final int[] compared;

    /** The chosen ones' indexes. */
    private final int[] order;

    private final List<Chosen> chosen = new ArrayList<>();
    private int promotedLeft;

    /**
     * @param score 0 to 1, as it is shown
     * @param promoted whether it is there because the shop wants it
     */
    record Chosen(Candidate candidate, double score, boolean promoted) {}

    private Arrangement(Pool pool) {
        this.pool = pool;
        this.policy = pool.policy();
        this.candidates = pool.candidates();
        this.worth = new double[candidates.size()];
        this.likeness = new double[candidates.size()];
        this.sketches = new long[candidates.size()];
        this.taken = new boolean[candidates.size()];
        this.compared = new int[candidates.size()];
        this.order = new int[candidates.size()];
        this.promotedLeft = policy.promoted(pool.limit());
        double best = 0;
        for (int i = 0; i < worth.length; i++) {
            worth[i] = candidates.get(i).score(policy);
            sketches[i] = Tokens.sketch(candidates.get(i).words());
            best = Math.max(best, worth[i]);
        }
        for (int i = 0; i < worth.length && best > 0; i++) {
            worth[i] /= best;
        }
    }

    static List<Chosen> of(Pool pool) {
        return new Arrangement(pool).arrange();
    }

    private List<Chosen> arrange() {
        for (int i = 0; i < worth.length && promotedLeft > 0; i++) {
            if (candidates.get(i).place() == Place.PINNED) {
                promotedLeft--;
                take(i, true);
            }
        }
        while (chosen.size() < Math.min(pool.limit(), worth.length)) {
            int best = best(1);
            int boosted = promotedLeft > 0 ? best(BOOST) : best;
            if (boosted == best) {
                take(best, false);
            } else {
                promotedLeft--;
                take(boosted, true);
            }
        }
        return chosen;
    }

    /**
     * Of equals the earlier one: a pool has its best first. Only who would win as compared so far
     * is compared with the rest of the chosen.
     */
    private int best(double boost) {
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < worth.length; i++) {
            if (!taken[i] && value(i, boost) > most) {
                compare(i);
                double value = value(i, boost);
                if (value > most) {
                    most = value;
                    best = i;
                }
            }
        }
        return best;
    }

    private double value(int index, double boost) {
        double times = candidates.get(index).place() == Place.BOOSTED ? boost : 1;
        return (1 - policy.variety()) * worth[index] * times - policy.variety() * likeness[index];
    }

    private void compare(int index) {
        if (policy.variety() == 0) {
            return;
        }
        var candidate = candidates.get(index);
        for (; compared[index] < chosen.size(); compared[index]++) {
            int other = order[compared[index]];
            boolean named = (sketches[index] & sketches[other]) != 0;
            likeness[index] =
                    Math.max(likeness[index], candidates.get(other).likeness(candidate, named));
        }
    }

    private void take(int index, boolean promoted) {
        taken[index] = true;
        order[chosen.size()] = index;
        chosen.add(new Chosen(candidates.get(index), worth[index], promoted));
    }
}
