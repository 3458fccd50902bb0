package shopkeeper.acceptance.specs;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How one case went in one channel.
 *
 * @param step where it stopped; empty when it went well
 * @param words what was expected and what came instead, why it was not tried, or what another
 *     channel did for this one
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
        return good(Set.of());
    }

    /**
     * @param borrowed what the channel cannot do by itself, and the web did for it
     */
    static Trial good(Set<String> borrowed) {
        var words =
                borrowed.isEmpty()
                        ? ""
                        : borrowed.stream().sorted().collect(Collectors.joining(" and "))
                                + " over the web";
        return new Trial(Verdict.GOOD, "", 0, words, List.of());
    }

    static Trial skipped(String why) {
        return new Trial(Verdict.SKIPPED, "", 0, why, List.of());
    }
}
