package shopkeeper.files.shopdata;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import shopkeeper.domain.kernel.Position;

/** What became of an import. */
public sealed interface ImportResult {
    /** The same for people, a line each. */
    List<String> lines();

    /**
     * It was taken in.
     *
     * @param refused what the shop refused, by the code of its refusal
     * @param rejected lines of the source that were left out, by reason
     * @param notTaken lines the shop has no place for, by what they hold
     * @param rejects the file that names those lines
     * @param position the last one in the log that this import caused or saw
     */
    record Imported(
            Tally stores,
            Tally products,
            Tally priceBooks,
            Tally customers,
            Tally consents,
            Tally receipts,
            Tally returns,
            SortedMap<String, Long> refused,
            long rows,
            SortedMap<String, Long> rejected,
            SortedMap<String, Long> notTaken,
            Optional<Path> rejects,
            Duration took,
            Position position)
            implements ImportResult {
        public Imported {
            refused = copy(refused);
            rejected = copy(rejected);
            notTaken = copy(notTaken);
        }

        @Override
        public List<String> lines() {
            var lines = new ArrayList<String>();
            add(lines, "stores", stores);
            add(lines, "products", products);
            add(lines, "price books", priceBooks);
            add(lines, "customers", customers);
            add(lines, "words on consent", consents);
            add(lines, "receipts", receipts);
            add(lines, "returns", returns);
            refused.forEach((code, count) -> lines.add(line("refused: " + code, count, "")));
            lines.add(line("lines read", rows, ""));
            lines.addAll(rejectedLines(rejected));
            notTaken.forEach((what, count) -> lines.add(line("not taken: " + what, count, "")));
            rejects.ifPresent(file -> lines.add("the rejected lines are named in " + file));
            lines.add(String.format(Locale.ROOT, "it took %.1f seconds", took.toMillis() / 1000.0));
            return List.copyOf(lines);
        }

        private static void add(List<String> lines, String what, Tally tally) {
            if (tally.fresh() + tally.known() > 0) {
                lines.add(
                        line(
                                what,
                                tally.fresh() + tally.known(),
                                String.format(
                                        Locale.ROOT,
                                        " (%,d new, %,d already known)",
                                        tally.fresh(),
                                        tally.known())));
            }
        }
    }

    /**
     * Nothing of it was taken in.
     *
     * @param code stable: not-found, empty, truncated, broken-quote, another-kind, wrong-charset,
     *     too-dense, wrong-columns or rubbish
     * @param words one line: what, where, what to do
     */
    record Unusable(String code, String words, long rows, SortedMap<String, Long> rejected)
            implements ImportResult {
        public Unusable {
            rejected = copy(rejected);
        }

        @Override
        public List<String> lines() {
            var lines = new ArrayList<String>();
            lines.add(line("lines read", rows, ""));
            lines.addAll(rejectedLines(rejected));
            lines.add(words);
            return List.copyOf(lines);
        }
    }

    /**
     * What would be taken in, counted without touching the shop.
     *
     * @param firstRejects the first lines that would be left out, in words
     */
    record Tried(
            long stores,
            long products,
            long customers,
            long receipts,
            long rows,
            SortedMap<String, Long> rejected,
            SortedMap<String, Long> notTaken,
            List<String> firstRejects)
            implements ImportResult {
        public Tried {
            rejected = copy(rejected);
            notTaken = copy(notTaken);
            firstRejects = List.copyOf(firstRejects);
        }

        @Override
        public List<String> lines() {
            var lines = new ArrayList<String>();
            lines.add(line("stores", stores, ""));
            lines.add(line("products", products, ""));
            lines.add(line("customers", customers, ""));
            lines.add(line("receipts and returns", receipts, ""));
            lines.add(line("lines read", rows, ""));
            lines.addAll(rejectedLines(rejected));
            notTaken.forEach((what, count) -> lines.add(line("not taken: " + what, count, "")));
            firstRejects.forEach(reject -> lines.add("  " + reject));
            lines.add("nothing was taken in: leave --dry-run away to do it");
            return List.copyOf(lines);
        }
    }

    /** How many are new, and how many the shop knew already. */
    record Tally(long fresh, long known) {}

    private static List<String> rejectedLines(SortedMap<String, Long> rejected) {
        return rejected.entrySet().stream()
                .map(entry -> line("rejected: " + entry.getKey(), entry.getValue(), ""))
                .toList();
    }

    private static String line(String what, long count, String more) {
        return String.format(Locale.ROOT, "%-40s %,9d%s", what, count, more);
    }

    private static SortedMap<String, Long> copy(SortedMap<String, Long> counts) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }
}
