package shopkeeper.learning.algebra;

/**
 * Inverts a symmetric positive definite matrix in its place, one block of the diagonal after the
 * other: the block is inverted by Cholesky's way, and what it explains is taken from the rest (its
 * Schur complement). n³/2 multiplications in 32-bit numbers, on the upper triangle only; beside the
 * matrix it needs two blocks of rows.
 */
public final class Inverse {
    /** Rows of a block, and columns of a tile: 64 rows of 512 numbers stay in the near memory. */
    private static final int BLOCK = 64;

    private static final int TILE = 512;

    /** Rows that one of the crew takes at a time. */
    private static final int PIECE = 32;

    private final float[][] a;
    private final int n;
    private final Crew crew;
    private final float[][] before;
    private final float[][] explained;

    private Inverse(float[][] a, Crew crew) {
        this.a = a;
        this.n = a.length;
        this.crew = crew;
        this.before = new float[Math.min(BLOCK, n)][n];
        this.explained = new float[Math.min(BLOCK, n)][n];
    }

    /**
     * Turns a into its inverse. Only the upper triangle is read; all of it is written.
     *
     * @throws IllegalArgumentException when it is not positive definite
     */
    public static void inPlace(float[][] a, Crew crew) {
        var inverse = new Inverse(a, crew);
        for (int from = 0; from < a.length; from += BLOCK) {
            inverse.sweep(from, Math.min(from + BLOCK, a.length));
        }
        inverse.finish();
    }

    /** After the last block a is its own inverse with the sign turned. */
    private void sweep(int from, int to) {
        double[][] block = inverseOfBlock(from, to);
        takeOut(from, to);
        float[][] negative = new float[to - from][to - from];
        for (int i = 0; i < to - from; i++) {
            for (int j = 0; j < to - from; j++) {
                negative[i][j] = (float) -block[i][j];
            }
        }
        crew.share(pieces(n, TILE), tile -> explain(negative, tile * TILE));
        crew.share(pieces(n, PIECE), piece -> takeExplained(to - from, piece * PIECE));
        putBack(from, to, negative);
    }

    private double[][] inverseOfBlock(int from, int to) {
        double[][] block = new double[to - from][to - from];
        for (int i = from; i < to; i++) {
            for (int j = from; j <= i; j++) {
                block[i - from][j - from] = a[j][i];
            }
        }
        return Cholesky.of(block).inverse();
    }

    /** The block's rows, whole: what stands left of the diagonal is found above it. */
    private void takeOut(int from, int to) {
        for (int i = from; i < to; i++) {
            float[] row = before[i - from];
            for (int j = 0; j < from; j++) {
                row[j] = a[j][i];
            }
            // Its own columns are written at the end, from the block's inverse.
            java.util.Arrays.fill(row, from, to, 0);
            System.arraycopy(a[i], to, row, to, n - to);
        }
    }

    private void explain(float[][] negative, int from) {
        int to = Math.min(from + TILE, n);
        for (float[] row : explained) {
            java.util.Arrays.fill(row, from, to, 0);
        }
        Rows.addProducts(
                explained, 0, negative.length, negative, before, 0, negative.length, from, to);
    }

    private void takeExplained(int rows, int from) {
        int to = Math.min(from + PIECE, n);
        for (int left = from - from % TILE; left < n; left += TILE) {
            int right = Math.min(left + TILE, n);
            Rows.addProducts(a, from, to, before, explained, 0, rows, Math.max(left, from), right);
        }
    }

    private void putBack(int from, int to, float[][] negative) {
        for (int i = from; i < to; i++) {
            float[] row = explained[i - from];
            for (int j = 0; j < from; j++) {
                a[j][i] = -row[j];
            }
            System.arraycopy(negative[i - from], 0, a[i], from, to - from);
            for (int j = to; j < n; j++) {
                a[i][j] = -row[j];
            }
        }
    }

    private void finish() {
        crew.share(pieces(n, PIECE), piece -> mirror(piece * PIECE));
    }

    /** Each piece writes its own columns below the diagonal, and reads rows nobody writes. */
    private void mirror(int from) {
        int to = Math.min(from + PIECE, n);
        for (int i = from; i < to; i++) {
            for (int j = i; j < n; j++) {
                a[i][j] = -a[i][j];
            }
        }
        for (int j = from; j < n; j++) {
            for (int i = from; i < Math.min(to, j); i++) {
                a[j][i] = a[i][j];
            }
        }
    }

    private static int pieces(int of, int size) {
        return (of + size - 1) / size;
    }
}
