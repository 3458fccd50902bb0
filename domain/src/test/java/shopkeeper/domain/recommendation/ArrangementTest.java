package shopkeeper.domain.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.Seeds;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.recommendation.Arrangement.Chosen;
import shopkeeper.domain.recommendation.Candidate.Estimate;
import shopkeeper.domain.recommendation.Candidate.Place;

class ArrangementTest {
    private static final int BOOST = 2;

    @Test
    void comparing_only_who_may_win_arranges_as_comparing_everybody_does() {
        Seeds.tryMany(
                300,
                random -> {
                    var pool = anyPool(random);
                    assertThat(Arrangement.of(pool))
                            .extracting(Chosen::candidate)
                            .containsExactlyElementsOf(naively(pool));
                });
    }

    private static Pool anyPool(RandomGenerator random) {
        var candidates =
                IntStream.range(0, random.nextInt(1, 40))
                        .mapToObj(number -> anyCandidate(number, random))
                        .toList();
        double variety = random.nextInt(4) * 0.25;
        var policy =
                new SlatePolicy(
                        Occasion.HOME, 1, Map.of(Source.POPULAR, 1.0), 0, variety, 0.3, 0, 0);
        return new Pool(policy, random.nextInt(1, 15), candidates, List.of(), Map.of());
    }

    /** With few scores, kinds and words, so that many are equal or alike. */
    private static Candidate anyCandidate(int number, RandomGenerator random) {
        int[] words = random.ints(random.nextInt(4), 0, 200).sorted().distinct().toArray();
        return new Candidate(
                number,
                new ProductId("P-" + number),
                random.nextInt(-1, 3),
                random.nextInt(-1, 3),
                random.nextBoolean() ? words : new int[] {random.nextInt(3), 7},
                0,
                List.of(new Estimate(Source.POPULAR, "1", random.nextInt(6), 5)),
                List.of(),
                random.nextInt(6) == 0 ? Place.BOOSTED : Place.BY_SCORE);
    }

    private static List<Candidate> naively(Pool pool) {
        var left = new ArrayList<>(pool.candidates());
        var chosen = new ArrayList<Candidate>();
        int promoted = pool.policy().promoted(pool.limit());
        while (chosen.size() < pool.limit() && !left.isEmpty()) {
            var plain = best(left, chosen, pool, 1);
            var boosted = promoted > 0 ? best(left, chosen, pool, BOOST) : plain;
            promoted -= boosted.equals(plain) ? 0 : 1;
            chosen.add(boosted);
            left.remove(boosted);
        }
        return chosen;
    }

    private static Candidate best(
            List<Candidate> left, List<Candidate> chosen, Pool pool, double boost) {
        double most =
                pool.candidates().stream()
                        .mapToDouble(one -> one.score(pool.policy()))
                        .max()
                        .orElse(0);
        var best = left.getFirst();
        double highest = Double.NEGATIVE_INFINITY;
        for (Candidate one : left) {
            double worth = most > 0 ? one.score(pool.policy()) / most : 0;
            double times = one.place() == Place.BOOSTED ? boost : 1;
            double alike =
                    chosen.stream()
                            .mapToDouble(before -> before.likeness(one, true))
                            .max()
                            .orElse(0);
            double variety = pool.policy().variety();
            double value = (1 - variety) * worth * times - variety * alike;
            if (value > highest) {
                highest = value;
                best = one;
            }
        }
        return best;
    }
}
