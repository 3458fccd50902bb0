package shopkeeper.domain.recommendation;

/** Numbers that look like chance and are the same for the same seed (SplitMix64, Steele 2014). */
final class Dice {
    private long state;

    Dice(long seed) {
        state = seed;
    }

    long next() {
        state += 0x9E3779B97F4A7C15L;
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** From 0 to one less than the bound. */
    int below(int bound) {
        return (int) (((next() >>> 33) * bound) >>> 31);
    }
}
