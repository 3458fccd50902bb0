package shopkeeper.domain.recommendation;

import java.util.BitSet;

/** Everybody's history as weighed products, found by product; flat arrays. */
final class Histories {
    private final int products;
    private final Weighing weighing;
    private final int[] first;
    private final int[] product;
    private final float[] weight;
    private final int[] firstOf;
    private final int[] customer;
    private final float[] weightOf;
    private final float[] square;
    private final BitSet gone;

    Histories(Interactions all, Weighing weighing) {
        this.products = all.products();
        this.weighing = weighing;
        var pairs = all.pairs();
        first = new int[all.customers() + 1];
        product = new int[pairs.size()];
        weight = new float[pairs.size()];
        square = new float[all.customers()];
        gone = new BitSet();
        var weights = new float[products];
        int size = 0;
        for (int one = 0; one < all.customers(); one++) {
            weighing.weigh(all.shopper(one).baskets(), weights);
            for (int cell = pairs.first(one); cell < pairs.end(one); cell++) {
                int number = pairs.column(cell);
                if (weights[number] > 0) {
                    product[size] = number;
                    weight[size++] = weights[number];
                    square[one] += weights[number] * weights[number];
                    weights[number] = 0;
                }
            }
            first[one + 1] = size;
        }
        firstOf = new int[products + 1];
        for (int i = 0; i < size; i++) {
            firstOf[product[i] + 1]++;
        }
        for (int i = 0; i < products; i++) {
            firstOf[i + 1] += firstOf[i];
        }
        customer = new int[size];
        weightOf = new float[size];
        var next = firstOf.clone();
        for (int one = 0; one < all.customers(); one++) {
            for (int i = first[one]; i < first[one + 1]; i++) {
                int to = next[product[i]]++;
                customer[to] = one;
                weightOf[to] = weight[i];
            }
        }
    }

    private Histories(Histories other, BitSet gone) {
        products = other.products;
        weighing = other.weighing;
        first = other.first;
        product = other.product;
        weight = other.weight;
        firstOf = other.firstOf;
        customer = other.customer;
        weightOf = other.weightOf;
        square = other.square;
        this.gone = gone;
    }

    /** Shares everything but who takes part. */
    Histories without(int one) {
        var more = (BitSet) gone.clone();
        more.set(one);
        return new Histories(this, more);
    }

    int customers() {
        return square.length;
    }

    /** The sum of the squared weights. */
    float square(int one) {
        return square[one];
    }

    /** How many different products. */
    int size(int one) {
        return first[one + 1] - first[one];
    }

    float[] weigh(Shopper shopper) {
        var weights = new float[products];
        weighing.weigh(shopper.baskets(), weights);
        return weights;
    }

    /** Of everybody the sum, over common products, of both weights multiplied. */
    float[] alike(float[] weights) {
        var alike = new float[customers()];
        for (int one = 0; one < products; one++) {
            float mine = weights[one];
            if (mine > 0) {
                for (int i = firstOf[one]; i < firstOf[one + 1]; i++) {
                    alike[customer[i]] += mine * weightOf[i];
                }
            }
        }
        gone.stream().filter(one -> one < alike.length).forEach(one -> alike[one] = 0);
        return alike;
    }

    /** Of everybody the number of common products. */
    int[] common(float[] weights) {
        var common = new int[customers()];
        for (int one = 0; one < products; one++) {
            if (weights[one] > 0) {
                for (int i = firstOf[one]; i < firstOf[one + 1]; i++) {
                    common[customer[i]]++;
                }
            }
        }
        gone.stream().filter(one -> one < common.length).forEach(one -> common[one] = 0);
        return common;
    }

    /** Adds what one customer bought, so many times. */
    void add(int one, float times, float[] scores) {
        for (int i = first[one]; i < first[one + 1]; i++) {
            if (product[i] < scores.length) {
                scores[product[i]] += times * weight[i];
            }
        }
    }
}
