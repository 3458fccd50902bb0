package shopkeeper.web.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class BudgetTest {
    @Test
    void who_says_nothing_waits_two_seconds() {
        assertThat(Budget.patience(new MockHttpServletRequest())).isEqualTo(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @CsvSource({"1", "50", "10000"})
    void a_client_waits_as_long_as_it_has_time(long millis) {
        assertThat(Budget.patience(within(Long.toString(millis))))
                .isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "10001", "-1", "soon", "", "1.5"})
    void a_budget_is_a_number_from_1_to_10000(String told) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Budget.patience(within(told)))
                .satisfies(wrong -> assertThat(wrong.problem().status()).isEqualTo(400));
    }

    private static MockHttpServletRequest within(String budget) {
        var request = new MockHttpServletRequest();
        request.addHeader("Shopkeeper-Budget-Ms", budget);
        return request;
    }
}
