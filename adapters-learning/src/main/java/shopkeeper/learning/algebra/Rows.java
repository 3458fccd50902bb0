package shopkeeper.learning.algebra;

/**
 * The one inner loop everything else is made of: two rows gain multiples of four other rows. Rows
 * are arrays of their own, all indexed alike, and the loop is small: that is what lets the compiler
 * use vectors (four rows with four others are too much for it, and eight times slower).
 */
public final class Rows {
    private Rows() {}

    /**
     * c[i][j] += sum over p of a[p][i] * b[p][j], for i in [i0, i1), p in [p0, p1), j in [from,
     * to).
     */
    public static void addProducts(
            float[][] c,
            int i0,
            int i1,
            float[][] a,
            float[][] b,
            int p0,
            int p1,
            int from,
            int to) {
        if (from >= to) {
            return;
        }
        int i = i0;
        for (; i + 2 <= i1; i += 2) {
            int p = p0;
            for (; p + 4 <= p1; p += 4) {
                addFour(c, i, a, b, p, from, to);
            }
            for (; p < p1; p++) {
                add(c[i], a[p][i], b[p], from, to);
                add(c[i + 1], a[p][i + 1], b[p], from, to);
            }
        }
        for (int p = p0; i < i1 && p < p1; p++) {
            add(c[i], a[p][i], b[p], from, to);
        }
    }

    private static void addFour(
            float[][] c, int i, float[][] a, float[][] b, int p, int from, int to) {
        twoWithFour(
                c[i],
                c[i + 1],
                b[p],
                b[p + 1],
                b[p + 2],
                b[p + 3],
                a[p][i],
                a[p + 1][i],
                a[p + 2][i],
                a[p + 3][i],
                a[p][i + 1],
                a[p + 1][i + 1],
                a[p + 2][i + 1],
                a[p + 3][i + 1],
                from,
                to);
    }

    private static void twoWithFour(
            float[] c,
            float[] d,
            float[] b0,
            float[] b1,
            float[] b2,
            float[] b3,
            float f0,
            float f1,
            float f2,
            float f3,
            float g0,
            float g1,
            float g2,
            float g3,
            int from,
            int to) {
        for (int j = from; j < to; j++) {
            float x0 = b0[j];
            float x1 = b1[j];
            float x2 = b2[j];
            float x3 = b3[j];
            c[j] = Math.fma(f3, x3, Math.fma(f2, x2, Math.fma(f1, x1, Math.fma(f0, x0, c[j]))));
            d[j] = Math.fma(g3, x3, Math.fma(g2, x2, Math.fma(g1, x1, Math.fma(g0, x0, d[j]))));
        }
    }

    /** c[j] += factor * b[j]. */
    public static void add(float[] c, float factor, float[] b, int from, int to) {
        for (int j = from; j < to; j++) {
            c[j] = Math.fma(factor, b[j], c[j]);
        }
    }

    public static void scale(float[] c, float factor, int from, int to) {
        for (int j = from; j < to; j++) {
            c[j] *= factor;
        }
    }

    /** sums[j] += sum over r of factors[r] * rows[r][j], four rows at a time. */
    public static void combine(float[] sums, float[] factors, float[][] rows, int from, int to) {
        int r = 0;
        for (; r + 4 <= factors.length; r += 4) {
            oneWithFour(
                    sums,
                    rows[r],
                    rows[r + 1],
                    rows[r + 2],
                    rows[r + 3],
                    factors[r],
                    factors[r + 1],
                    factors[r + 2],
                    factors[r + 3],
                    from,
                    to);
        }
        for (; r < factors.length; r++) {
            add(sums, factors[r], rows[r], from, to);
        }
    }

    private static void oneWithFour(
            float[] c,
            float[] b0,
            float[] b1,
            float[] b2,
            float[] b3,
            float f0,
            float f1,
            float f2,
            float f3,
            int from,
            int to) {
        for (int j = from; j < to; j++) {
            float low = Math.fma(f1, b1[j], Math.fma(f0, b0[j], c[j]));
            c[j] = Math.fma(f3, b3[j], Math.fma(f2, b2[j], low));
        }
    }
}
