package shopkeeper.learning.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CholeskyTest {
    @Test
    void a_small_system_is_solved_as_by_hand() {
        double[] b = {10, 9};
        Cholesky.of(new double[][] {{4, 0}, {2, 3}}).solve(b);
        assertThat(b).containsExactly(new double[] {1.5, 2}, within(1e-12));
    }

    @Test
    void the_solution_put_into_the_system_gives_what_was_asked() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        int n = 40;
        var a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                a[i][j] = random.nextDouble() - 0.5;
                a[j][i] = a[i][j];
            }
            a[i][i] = n;
        }
        double[] b = random.doubles(n).toArray();
        double[] x = b.clone();
        Cholesky.of(a).solve(x);
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += a[i][j] * x[j];
            }
            assertThat(sum).as("row %d, seed %d", i, seed).isCloseTo(b[i], within(1e-10));
        }
    }

    @Test
    void what_is_not_positive_definite_has_no_factor() {
        assertThatThrownBy(() -> Cholesky.of(new double[][] {{0}}))
                .hasMessage("row 0 of 1 is not positive definite: raise the regularisation");
        assertThatThrownBy(() -> Cholesky.of(new double[][] {{Double.NaN}}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
