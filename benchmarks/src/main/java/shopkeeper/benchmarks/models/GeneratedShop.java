package shopkeeper.benchmarks.models;

import java.util.SplittableRandom;
import shopkeeper.domain.recommendation.Interactions;

/**
 * Purchases made by a seeded generator: each customer has three of many tastes, a taste is a range
 * of products, and within it few products are bought much. It is no data of people: only times and
 * memory may be read from it, no accuracy.
 */
record GeneratedShop(int customers, int products, long seed) {
    private static final int PER_BASKET = 10;
    private static final int PER_TASTE = 200;

    Interactions interactions(int lines) {
        var random = new SplittableRandom(seed);
        var all = Interactions.builder();
        var basket = new int[PER_BASKET];
        int tastes = Math.max(1, products / PER_TASTE);
        int made = 0;
        for (int customer = 0; customer < customers; customer++) {
            all.customer();
            int[] own = {random.nextInt(tastes), random.nextInt(tastes), random.nextInt(tastes)};
            int end = (int) ((long) lines * (customer + 1) / customers);
            for (int day = 0; made < end; day++) {
                for (int i = 0; i < PER_BASKET; i++) {
                    basket[i] = product(own[random.nextInt(own.length)], random);
                }
                all.basket(day, basket);
                made += PER_BASKET;
            }
        }
        return all.build(products);
    }

    /** One in ten strays; else the cube of chance makes the first of a taste much bought. */
    private int product(int taste, SplittableRandom random) {
        if (random.nextInt(10) == 0) {
            return random.nextInt(products);
        }
        double chance = random.nextDouble();
        int within = (int) (chance * chance * chance * Math.min(PER_TASTE, products));
        return Math.min(products - 1, taste * PER_TASTE + within);
    }
}
