package shopkeeper.files.shopdata;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A file that is understood but for which the shop has no place yet: its lines are counted and
 * named, not silently dropped.
 */
record NotTaken(CsvFile file, List<String> header, String what) implements ShopSource {
    @Override
    public Survey survey(Progress progress) {
        long[] rows = new long[1];
        try {
            file.forEach(header, _ -> rows[0]++);
        } catch (UnusableFile e) {
            return new Survey.Unusable(e.code(), e.words(), rows[0], new TreeMap<>());
        }
        progress.at(rows[0], rows[0], "checking");
        return new Survey.Usable(
                new Shop(
                        "none",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        new Shop.Read(
                                rows[0],
                                0,
                                new TreeMap<>(),
                                new TreeMap<>(Map.of(what + " (no place for them yet)", rows[0])),
                                List.of(),
                                List.of(),
                                Optional.empty()),
                        _ -> {}));
    }
}
