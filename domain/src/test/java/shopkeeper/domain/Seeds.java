package shopkeeper.domain;

import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Tries a property with many random examples. The seed is printed with every failure; {@code
 * -Dshopkeeper.seed=…} repeats exactly that example.
 */
public final class Seeds {
    private Seeds() {}

    public static void tryMany(int examples, Consumer<RandomGenerator> property) {
        Long wanted = Long.getLong("shopkeeper.seed");
        if (wanted != null) {
            tryOne(wanted, property);
            return;
        }
        long first = System.nanoTime();
        System.out.println("seeds " + first + " to " + (first + examples - 1));
        for (long seed = first; seed < first + examples; seed++) {
            tryOne(seed, property);
        }
    }

    private static void tryOne(long seed, Consumer<RandomGenerator> property) {
        try {
            property.accept(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError("repeat with -Dshopkeeper.seed=" + seed, failure);
        }
    }
}
