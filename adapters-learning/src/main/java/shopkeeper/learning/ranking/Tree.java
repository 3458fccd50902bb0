package shopkeeper.learning.ranking;

import java.util.Arrays;

/**
 * Questions about features, each with the same depth, and a correction in each leaf. Node 1 is the
 * root, and 2n and 2n + 1 follow n: the second where the feature reaches the cut.
 */
final class Tree {
    private static final int NO_QUESTION = -1;

    private final int[] feature;
    private final float[] cut;
    private final float[] leaves;

    Tree(int depth) {
        feature = new int[1 << depth];
        Arrays.fill(feature, NO_QUESTION);
        cut = new float[1 << depth];
        leaves = new float[1 << depth];
    }

    void ask(int node, int feature, float cut) {
        this.feature[node] = feature;
        this.cut[node] = cut;
    }

    boolean asks(int node) {
        return feature[node] != NO_QUESTION;
    }

    int feature(int node) {
        return feature[node];
    }

    float cut(int node) {
        return cut[node];
    }

    /** As many as nodes above them, and one. */
    int leaves() {
        return leaves.length;
    }

    void answer(int leaf, double correction) {
        leaves[leaf] = (float) correction;
    }

    float leaf(int number) {
        return leaves[number];
    }

    float of(float[] features) {
        int node = 1;
        while (node < leaves.length) {
            int asked = feature[node];
            node = 2 * node + (asked != NO_QUESTION && features[asked] >= cut[node] ? 1 : 0);
        }
        return leaves[node - leaves.length];
    }
}
