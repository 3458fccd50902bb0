package shopkeeper.acceptance.specs;

import java.util.List;

/**
 * How one case went in one channel.
 *
 * @param step where it stopped; empty when it went well
 * @param words what was expected and what came instead, or why it was not tried
 * @param unknown the sentences nobody knows
 */
public record Trial(Verdict verdict, String step, int line, String words, List<Unknown> unknown) {
    /** How it went. */
    public enum Verdict {
        GOOD("kept", '✓'),
        FAILED("not kept", '✗'),
        UNKNOWN("a sentence nobody knows", '?'),
        SKIPPED("not tried", '–');

        private final String words;
        private final char sign;

        Verdict(String words, char sign) {
            this.words = words;
            this.sign = sign;
        }

        public String words() {
            return words;
        }

        public char sign() {
            return sign;
        }
    }

    /** A sentence that no step was written for. */
    public record Unknown(String text, int line) {}

    static Trial good() {
        return new Trial(Verdict.GOOD, "", 0, "", List.of());
    }

    static Trial skipped(String why) {
        return new Trial(Verdict.SKIPPED, "", 0, why, List.of());
    }
}
