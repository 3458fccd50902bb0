package shopkeeper.proofs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A command line as PostgreSQL keeps it: words, some of them in quotes. */
final class OwnWords {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private OwnWords() {}

    static List<String> of(String line) {
        List<String> words = new ArrayList<>();
        WORD.matcher(line.strip()).results().map(OwnWords::word).forEach(words::add);
        return words;
    }

    private static String word(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }
}
