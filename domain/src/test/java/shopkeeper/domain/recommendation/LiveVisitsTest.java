package shopkeeper.domain.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.Seeds;
import shopkeeper.domain.kernel.CustomerId;

class LiveVisitsTest {
    private static final long IDLE = 1800;
    private static final int TEA = 0;
    private static final int POT = 1;
    private static final int CUP = 2;
    private static final CustomerId ANN = new CustomerId("ann");
    private static final CustomerId BEN = new CustomerId("ben");

    private final LiveVisits visits = new LiveVisits(3);

    @Test
    void every_click_counts_at_once() {
        looks(ANN, 0, TEA);
        assertThat(next(TEA)).containsExactly(0, 0, 0);

        looks(ANN, 60, POT);
        assertThat(next(TEA)[POT]).isPositive();

        looks(ANN, 90, POT);
        assertThat(visits.looks(0))
                .as("looked at twice in a row is once")
                .containsExactly(TEA, POT);
    }

    @Test
    void after_half_an_hour_without_a_look_a_new_visit_begins() {
        looks(ANN, 0, TEA);
        looks(ANN, IDLE, POT);
        looks(ANN, 2 * IDLE + 1, CUP);

        assertThat(visits.size()).isEqualTo(2);
        assertThat(visits.looks(0)).containsExactly(TEA, POT);
        assertThat(visits.looks(1)).containsExactly(CUP);
    }

    @Test
    void the_visits_of_two_do_not_mix() {
        looks(ANN, 0, TEA);
        looks(BEN, 1, CUP);
        looks(ANN, 2, POT);

        assertThat(visits.looks(0)).containsExactly(TEA, POT);
        assertThat(visits.looks(1)).containsExactly(CUP);
        assertThat(next(TEA)[CUP]).isZero();
    }

    @Test
    void the_oldest_visits_make_room() {
        looks(ANN, 0, TEA);
        looks(ANN, 1, POT);
        for (int i = 0; i < 3; i++) {
            assertThat(next(TEA)[POT]).isPositive();
            looks(new CustomerId("c-" + i), 10 + i, CUP);
        }

        assertThat(next(TEA)[POT]).isZero();
        assertThat(visits.size()).isEqualTo(3);
        assertThat(visits.with(TEA)).isZero();
        assertThat(visits.with(CUP)).isEqualTo(3);
        looks(ANN, 20, POT);
        assertThat(visits.looks(4)).as("hers was over").containsExactly(POT);
    }

    @Test
    void whoever_is_forgotten_never_looked_at_anything() {
        looks(ANN, 0, TEA);
        looks(ANN, 1, POT);
        looks(BEN, 0, TEA);
        looks(BEN, 1, CUP);

        visits.forget(ANN);

        assertThat(next(TEA)[POT]).isZero();
        assertThat(next(TEA)[CUP]).isPositive();
        assertThat(visits.size()).isEqualTo(1);
        assertThat(visits.with(TEA)).isEqualTo(1);
        looks(ANN, 2, TEA);
        assertThat(visits.looks(2)).containsExactly(TEA);
        visits.forget(new CustomerId("stranger"));
        assertThat(visits.size()).isEqualTo(2);
    }

    @Test
    void a_visit_is_as_long_as_a_hundred_looks() {
        for (int i = 0; i < 130; i++) {
            looks(ANN, i, i % 3);
        }

        assertThat(visits.looks(0)).hasSize(100);
    }

    /** As if only those who stayed had ever looked, whoever came, went and was forgotten. */
    @Test
    void what_is_known_is_what_the_latest_visits_say() {
        Seeds.tryMany(
                100,
                random -> {
                    var live = new LiveVisits(8);
                    var told = new ArrayList<List<Integer>>();
                    for (int visit = 0; visit < 40; visit++) {
                        var customer = new CustomerId("c-" + visit);
                        var looks = new ArrayList<Integer>();
                        for (int click = 0; click < 5; click++) {
                            int product = random.nextInt(4);
                            live.looked(customer, product, visit, IDLE);
                            if (looks.isEmpty() || looks.getLast() != product) {
                                looks.add(product);
                            }
                        }
                        boolean forgotten = random.nextInt(5) == 0;
                        if (forgotten) {
                            live.forget(customer);
                        }
                        told.add(forgotten ? List.of() : looks);
                    }
                    var kept =
                            told.subList(32, 40).stream()
                                    .filter(one -> !one.isEmpty())
                                    .map(one -> one.stream().mapToInt(it -> it).toArray())
                                    .toList();
                    var plain =
                            new SessionNeighbours(
                                    Sessions.of(kept, 4), SessionNeighbours.Settings.USUAL);
                    var wanted = new float[4];
                    var got = new float[4];
                    var asking = Shopper.inSession(random.nextInt(4), random.nextInt(4));
                    plain.score(asking, wanted);
                    new SessionNeighbours(live, Set.of()).score(asking, got);
                    IntStream.range(0, 4)
                            .forEach(i -> assertThat(got[i]).isCloseTo(wanted[i], within(1e-4f)));
                });
    }

    private void looks(CustomerId customer, long second, int product) {
        visits.looked(customer, product, second, IDLE);
    }

    private float[] next(int... session) {
        var scores = new float[3];
        new SessionNeighbours(visits, Set.of()).score(Shopper.inSession(session), scores);
        return scores;
    }
}
