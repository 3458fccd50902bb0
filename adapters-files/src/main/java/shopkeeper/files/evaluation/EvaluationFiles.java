package shopkeeper.files.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import shopkeeper.domain.recommendation.Interactions;

/** The only door: reads the three kinds of files that models are measured with. */
public final class EvaluationFiles {
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private EvaluationFiles() {}

    /** Lines of {@code user<TAB>item<TAB>count}; users by their number, each with one basket. */
    public static Interactions pairs(Path path, Ids users, Ids items) {
        return new PairsFile(path, users, items).read();
    }

    /** JSON of users with their baskets, oldest first. */
    public static Map<String, List<int[]>> baskets(Path path, Ids items) {
        return new BasketsFile(path, items).read();
    }

    /** One session a line, its items with tabs between, or spaces where the line has no tab. */
    public static List<NumberedSession> sessions(Path path, Ids items) {
        var sessions = new ArrayList<NumberedSession>();
        new TextFile(path)
                .lines((line, number) -> {
                    var ids =
                            line.indexOf('\t') < 0
                                    ? SPACES.splitAsStream(line.strip())
                                    : Pattern.compile("\t").splitAsStream(line);
                    sessions.add(
                            new NumberedSession(
                                    number,
                                    ids.filter(id -> !id.isEmpty())
                                            .mapToInt(items::numberOf)
                                            .toArray()));
                });
        return sessions;
    }
}
