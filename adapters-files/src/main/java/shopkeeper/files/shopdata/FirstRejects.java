package shopkeeper.files.shopdata;

import java.util.ArrayList;
import java.util.List;
import shopkeeper.files.shopdata.RetailLine.Item;
import shopkeeper.files.shopdata.RetailLine.LeftOut;

/** The first lines that are left out, for somebody who tries a file. */
final class FirstRejects {
    private static final int MOST = 10;

    private final List<String> names = new ArrayList<>();

    void look(RetailLine line, LineReader reader, RetailTally before) {
        if (names.size() == MOST) {
            return;
        }
        switch (line) {
            case LeftOut(var number, var reject, var column, _) -> add(number, column, reject);
            case Item item ->
                    before.contradiction(item)
                            .ifPresent(
                                    reject -> add(item.number(), reader.columnOf(reject), reject));
        }
    }

    void add(long line, String column, Reject reject) {
        if (names.size() < MOST) {
            names.add(
                    "line %d%s: %s, %s"
                            .formatted(
                                    line,
                                    column.isEmpty() ? "" : ", column " + column,
                                    reject.code(),
                                    reject.words()));
        }
    }

    List<String> names() {
        return List.copyOf(names);
    }
}
