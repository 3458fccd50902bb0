package shopkeeper.persistence.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import shopkeeper.application.kernel.ParkedFacts.Redriven;

class RedriveTest {
    private final Redrive redrive = new Redrive();

    @Test
    void who_waits_no_longer_hears_how_far_it_is_and_it_goes_on() {
        redrive.taken();
        assertThat(redrive.within(Duration.ZERO)).isEqualTo(new Redriven(1, false));
        redrive.taken();
        redrive.done();
        assertThat(redrive.within(Duration.ZERO)).isEqualTo(new Redriven(2, true));
    }

    @Test
    void what_went_wrong_is_told() {
        redrive.failed(new IllegalStateException("it has stopped"));
        assertThatThrownBy(() -> redrive.within(Duration.ofSeconds(9)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("it has stopped");
    }
}
