package shopkeeper.files.shopdata;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.HashSet;
import java.util.Set;

/**
 * Tells whether the last line, which no line break ends, was cut: it lacks columns, or, where the
 * last column can tell, that is empty or only the beginning of one that was seen before.
 */
final class Ending {
    private static final int MOST = 1000;

    private final int columns;
    private final boolean byBeginnings;
    private final Set<String> seen = new HashSet<>();
    private long line;
    private int width;
    private String end = "";

    Ending(int columns, boolean byBeginnings) {
        this.columns = columns;
        this.byBeginnings = byBeginnings;
    }

    void follow(CsvRecord next) {
        if (byBeginnings && width == columns && seen.size() < MOST) {
            seen.add(end);
        }
        line = next.getStartingLineNumber();
        width = next.getFieldCount();
        end = next.getField(width - 1);
    }

    long line() {
        return line;
    }

    boolean isCut() {
        return line > 0
                && (width < columns
                        || (byBeginnings && end.isEmpty())
                        || seen.stream()
                                .anyMatch(whole ->
                                        whole.length() > end.length() && whole.startsWith(end)));
    }
}
