package shopkeeper.learning.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InverseTest {
    /** Below, at and beyond a block of 64 and a tile of 512, and no multiples of four. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5, 63, 64, 65, 130, 515, 643})
    void a_matrix_times_its_inverse_is_the_identity(int n) {
        long seed = System.nanoTime();
        float[][] a = positiveDefinite(n, new Random(seed));
        float[][] inverse = upperTriangle(a);
        try (var crew = new Crew(2)) {
            Inverse.inPlace(inverse, crew);
        }
        assertThat(largestResidual(a, inverse)).as("n %d, seed %d", n, seed).isLessThan(2e-4);
    }

    @Test
    void the_inverse_of_a_small_matrix_is_the_one_computed_by_hand() {
        float[][] a = {{4, 2}, {2, 3}};
        try (var crew = new Crew(1)) {
            Inverse.inPlace(a, crew);
        }
        assertThat(a[0]).containsExactly(new float[] {0.375f, -0.25f}, within(1e-7f));
        assertThat(a[1]).containsExactly(new float[] {-0.25f, 0.5f}, within(1e-7f));
    }

    @Test
    void the_number_of_threads_changes_nothing() {
        long seed = System.nanoTime();
        float[][] a = positiveDefinite(300, new Random(seed));
        float[][] alone = upperTriangle(a);
        float[][] together = upperTriangle(a);
        try (var one = new Crew(1);
                var three = new Crew(3)) {
            Inverse.inPlace(alone, one);
            Inverse.inPlace(together, three);
        }
        assertThat(together).as("seed %d", seed).isDeepEqualTo(alone);
    }

    @Test
    void what_is_not_positive_definite_is_refused_by_its_row() {
        float[][] a = {{1, 2}, {2, 1}};
        try (var crew = new Crew(1)) {
            assertThatThrownBy(() -> Inverse.inPlace(a, crew))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("row 1 of 2 is not positive definite: raise the regularisation");
        }
    }

    private static float[][] positiveDefinite(int n, Random random) {
        var a = new float[n][n];
        for (int customer = 0; customer < 2 * n; customer++) {
            int[] bought = random.ints(6, 0, n).toArray();
            for (int i : bought) {
                for (int j : bought) {
                    a[i][j]++;
                }
            }
        }
        for (int i = 0; i < n; i++) {
            a[i][i] += 10;
        }
        return a;
    }

    /** Not a number below the diagonal: nobody may read it. */
    private static float[][] upperTriangle(float[][] a) {
        var upper = new float[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                upper[i][j] = j < i ? Float.NaN : a[i][j];
            }
        }
        return upper;
    }

    private static double largestResidual(float[][] a, float[][] inverse) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                double sum = i == j ? -1 : 0;
                for (int k = 0; k < a.length; k++) {
                    sum += (double) a[i][k] * inverse[k][j];
                }
                largest = Math.max(largest, Double.isNaN(sum) ? Double.MAX_VALUE : Math.abs(sum));
            }
        }
        return largest;
    }
}
