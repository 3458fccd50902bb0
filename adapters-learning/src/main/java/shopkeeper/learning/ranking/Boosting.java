package shopkeeper.learning.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import shopkeeper.domain.recommendation.RankedBefore;
import shopkeeper.domain.recommendation.Ranker;
import shopkeeper.domain.recommendation.RankerTrainer;

/**
 * Gradient boosting (Friedman, Greedy Function Approximation, 2001) of shallow trees on the
 * logistic loss, with the second-order gains and leaves of XGBoost (Chen and Guestrin, KDD 2016).
 * The same candidates give the same trees.
 */
public final class Boosting implements RankerTrainer {
    private final BoostingSettings settings;

    public Boosting(BoostingSettings settings) {
        this.settings = settings;
    }

    @Override
    public Ranker train(RankedBefore candidates) {
        float usual = (float) logit((candidates.come() + .5) / (candidates.size() + 1));
        return new Trees(usual, new Run(candidates, usual).trees());
    }

    private static double logit(double share) {
        return Math.log(share / (1 - share));
    }

    private static double share(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    /**
     * @param usual what is said of any candidate, before any tree, as a logit
     */
    private record Trees(float usual, List<Tree> trees) implements Ranker {
        @Override
        public float score(float[] features) {
            float logit = usual;
            for (Tree tree : trees) {
                logit += tree.of(features);
            }
            return (float) share(logit);
        }
    }

    /** Slopes and curvatures of the loss, side by side. */
    private static final class Sums {
        private final double[] both;

        Sums(int size) {
            both = new double[2 * size];
        }

        void set(int at, double slope, double curve) {
            both[2 * at] = slope;
            both[2 * at + 1] = curve;
        }

        void add(int to, Sums from, int number) {
            both[2 * to] += from.both[2 * number];
            both[2 * to + 1] += from.both[2 * number + 1];
        }

        double slope(int at) {
            return both[2 * at];
        }

        double curve(int at) {
            return both[2 * at + 1];
        }
    }

    private final class Run {
        private final RankedBefore candidates;
        private final Bins bins;
        private final float[] logits;
        private final Sums loss;

        /** Where in the tree that grows each candidate is. */
        private final int[] node;

        Run(RankedBefore candidates, float usual) {
            this.candidates = candidates;
            bins = new Bins(candidates);
            logits = new float[candidates.size()];
            Arrays.fill(logits, usual);
            loss = new Sums(candidates.size());
            node = new int[candidates.size()];
        }

        List<Tree> trees() {
            var trees = new ArrayList<Tree>();
            for (int i = 0; i < settings.trees(); i++) {
                trees.add(next());
            }
            return trees;
        }

        private Tree next() {
            for (int i = 0; i < logits.length; i++) {
                double now = share(logits[i]);
                loss.set(i, now - (candidates.hasCome(i) ? 1 : 0), now * (1 - now));
                node[i] = 1;
            }
            var tree = new Tree(settings.depth());
            for (int level = 0; level < settings.depth(); level++) {
                ask(tree, 1 << level);
                goDown(tree);
            }
            answer(tree);
            return tree;
        }

        /** Asks of each node of a level what parts those who come best from the others. */
        private void ask(Tree tree, int first) {
            var all = new Sums(first);
            for (int i = 0; i < node.length; i++) {
                all.add(node[i] - first, loss, i);
            }
            double[] best = new double[first];
            for (int feature = 0; feature < bins.features(); feature++) {
                var sums = sums(feature, first);
                for (int one = 0; one < first; one++) {
                    best[one] = askOf(tree, first, one, feature, sums, all, best[one]);
                }
            }
        }

        /** By node of the level and step of the feature. */
        private Sums sums(int feature, int first) {
            var sums = new Sums(first * Bins.MOST);
            byte[] steps = bins.steps(feature);
            for (int i = 0; i < node.length; i++) {
                sums.add((node[i] - first) * Bins.MOST + steps[i], loss, i);
            }
            return sums;
        }

        private double askOf(
                Tree tree, int first, int one, int feature, Sums sums, Sums all, double best) {
            double reached = best;
            double slope = 0;
            double curve = 0;
            double whole = worth(all.slope(one), all.curve(one));
            for (int cut = 0; cut < bins.cuts(feature); cut++) {
                slope += sums.slope(one * Bins.MOST + cut);
                curve += sums.curve(one * Bins.MOST + cut);
                double rest = all.curve(one) - curve;
                if (curve < settings.least() || rest < settings.least()) {
                    continue;
                }
                double gain = worth(slope, curve) + worth(all.slope(one) - slope, rest) - whole;
                if (gain > reached) {
                    reached = gain;
                    tree.ask(first + one, feature, bins.cut(feature, cut));
                }
            }
            return reached;
        }

        private double worth(double slope, double curve) {
            return slope * slope / (curve + settings.l2());
        }

        private void goDown(Tree tree) {
            for (int i = 0; i < node.length; i++) {
                int from = node[i];
                boolean reaches =
                        tree.asks(from)
                                && candidates.feature(i, tree.feature(from)) >= tree.cut(from);
                node[i] = 2 * from + (reaches ? 1 : 0);
            }
        }

        private void answer(Tree tree) {
            var sums = new Sums(tree.leaves());
            for (int i = 0; i < node.length; i++) {
                sums.add(node[i] - tree.leaves(), loss, i);
            }
            for (int leaf = 0; leaf < tree.leaves(); leaf++) {
                tree.answer(
                        leaf,
                        -settings.rate() * sums.slope(leaf) / (sums.curve(leaf) + settings.l2()));
            }
            for (int i = 0; i < node.length; i++) {
                logits[i] += tree.leaf(node[i] - tree.leaves());
            }
        }
    }
}
