package shopkeeper.learning.algebra;

/** Cholesky's way with small systems: a = L Lᵀ, in 64-bit numbers. */
public final class Cholesky {
    private final double[][] lower;

    private Cholesky(double[][] lower) {
        this.lower = lower;
    }

    /**
     * The factor of a symmetric positive definite matrix, of which the lower triangle is read.
     *
     * @throws IllegalArgumentException when it is not positive definite
     */
    public static Cholesky of(double[][] a) {
        int n = a.length;
        double[][] lower = new double[n][];
        for (int i = 0; i < n; i++) {
            lower[i] = new double[i + 1];
            for (int j = 0; j < i; j++) {
                lower[i][j] = (a[i][j] - dot(lower[i], lower[j], j)) / lower[j][j];
            }
            double pivot = a[i][i] - dot(lower[i], lower[i], i);
            if (!(pivot > 0)) {
                throw new IllegalArgumentException(
                        "row %d of %d is not positive definite: raise the regularisation"
                                .formatted(i, n));
            }
            lower[i][i] = Math.sqrt(pivot);
        }
        return new Cholesky(lower);
    }

    private static double dot(double[] a, double[] b, int length) {
        double sum = 0;
        for (int k = 0; k < length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    /** Puts x with a x = b in the place of b. */
    public void solve(double[] b) {
        int n = lower.length;
        for (int i = 0; i < n; i++) {
            b[i] = (b[i] - dot(lower[i], b, i)) / lower[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            b[i] /= lower[i][i];
            for (int k = 0; k < i; k++) {
                b[k] -= lower[i][k] * b[i];
            }
        }
    }

    /** The inverse of a. */
    public double[][] inverse() {
        int n = lower.length;
        double[][] inverse = new double[n][n];
        for (int i = 0; i < n; i++) {
            inverse[i][i] = 1;
            solve(inverse[i]);
        }
        return inverse;
    }
}
