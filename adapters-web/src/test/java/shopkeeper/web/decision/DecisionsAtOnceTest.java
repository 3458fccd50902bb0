package shopkeeper.web.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import shopkeeper.web.kernel.ProblemException;

class DecisionsAtOnceTest {
    private final DecisionsAtOnce one = new DecisionsAtOnce(1);

    @Test
    void who_finds_no_place_is_sent_away_until_one_is_free() throws InterruptedException {
        var first = asks("POST");
        assertThat(begins(first)).isTrue();

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> begins(asks("POST")))
                .satisfies(sent -> {
                    assertThat(sent.problem().status()).isEqualTo(503);
                    assertThat(sent.problem().code()).isEqualTo("overloaded");
                    assertThat(sent.problem().retryAfter()).isEqualTo(1);
                });

        ends(first);
        assertThat(begins(asks("POST"))).isTrue();
    }

    @Test
    void a_place_is_given_back_once() throws InterruptedException {
        var first = asks("POST");
        begins(first);
        ends(first);
        ends(first);
        begins(asks("POST"));
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> begins(asks("POST")));
    }

    @Test
    void what_was_decided_before_is_told_though_all_places_are_taken() throws InterruptedException {
        begins(asks("POST"));
        assertThat(begins(asks("GET"))).isTrue();
    }

    private boolean begins(MockHttpServletRequest request) throws InterruptedException {
        return one.preHandle(request, new MockHttpServletResponse(), this);
    }

    private void ends(MockHttpServletRequest request) {
        one.afterCompletion(request, new MockHttpServletResponse(), this, null);
    }

    private static MockHttpServletRequest asks(String method) {
        return new MockHttpServletRequest(method, "/v1/decisions");
    }
}
