package shopkeeper.acceptance.specs;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How like two sentences are, word by word and letter by letter. */
final class Likeness {
    private Likeness() {}

    /** The word of these that was probably meant, if any is near. */
    static Optional<String> meant(String word, Collection<String> known) {
        return known.stream()
                .filter(one -> distance(lower(word), lower(one)) <= Math.min(2, one.length() / 3))
                .min(Comparator.comparingInt(one -> distance(lower(word), lower(one))));
    }

    /** From 0, nothing in common, to 1, the same. */
    static double of(String one, String other) {
        var ours = words(one);
        var theirs = words(other);
        double shared = 0;
        for (String word : ours) {
            shared += theirs.stream().mapToDouble(their -> like(word, their)).max().orElse(0);
        }
        double reach = Math.max(ours.size(), theirs.size());
        double letters =
                1.0
                        - distance(lower(one), lower(other))
                                / (double) Math.max(1, Math.max(one.length(), other.length()));
        return reach == 0 ? 0 : 0.7 * shared / reach + 0.3 * letters;
    }

    private static double like(String one, String other) {
        int longer = Math.max(one.length(), other.length());
        double same = 1.0 - distance(one, other) / (double) longer;
        return same >= 0.6 ? same : 0;
    }

    private static List<String> words(String sentence) {
        return Arrays.stream(lower(sentence).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String lower(String words) {
        return words.toLowerCase(Locale.ROOT);
    }

    /** Levenshtein: letters to change, add or leave out. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int line = 1; line <= one.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column < row.length; column++) {
                int above = row[column];
                int changed = one.charAt(line - 1) == other.charAt(column - 1) ? 0 : 1;
                row[column] = Math.min(diagonal + changed, 1 + Math.min(above, row[column - 1]));
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
