package shopkeeper.application.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.recommendation.Shopper;

class LiveModelsTest {
    @Test
    void favourites_are_the_five_bought_most_often_and_of_equals_the_lower_numbers() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            int baskets = random.nextInt(8);
            int[][] bought =
                    IntStream.range(0, baskets)
                            .mapToObj(_ -> random.ints(random.nextInt(6), 0, 12).toArray())
                            .toArray(int[][]::new);
            assertThat(LiveModels.favourites(Shopper.withBaskets(bought)))
                    .as("seed %d, %s", seed, Arrays.deepToString(bought))
                    .containsExactly(mostOften(bought));
        }
    }

    private static int[] mostOften(int[][] bought) {
        Map<Integer, Long> times =
                Arrays.stream(bought)
                        .flatMapToInt(Arrays::stream)
                        .boxed()
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return times.entrySet().stream()
                .sorted(
                        Map.Entry.<Integer, Long>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(5)
                .mapToInt(Map.Entry::getKey)
                .toArray();
    }
}
