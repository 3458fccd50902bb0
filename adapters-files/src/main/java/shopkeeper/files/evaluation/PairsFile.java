package shopkeeper.files.evaluation;

import java.nio.file.Path;
import java.util.stream.IntStream;
import shopkeeper.domain.recommendation.Interactions;

/** Lines of user, item and count with tabs between; without a count it is 1. */
final class PairsFile {
    private static final String FORM = "user<TAB>item<TAB>count";

    private final Path path;
    private final Ids users;
    private final Ids items;
    private final IntStream.Builder user = IntStream.builder();
    private final IntStream.Builder item = IntStream.builder();
    private final IntStream.Builder count = IntStream.builder();

    PairsFile(Path path, Ids users, Ids items) {
        this.path = path;
        this.users = users;
        this.items = items;
    }

    /** Users in the order of their numbers, each with one basket of all they had. */
    Interactions read() {
        new TextFile(path).lines(this::line);
        return grouped(user.build().toArray(), item.build().toArray(), count.build().toArray());
    }

    private void line(String line, int number) {
        String[] fields = line.split("\t", -1);
        if (fields.length < 2 || fields.length > 3) {
            throw new Malformed(
                    "%s, line %d: %s is expected, and there are %d fields"
                            .formatted(path, number, FORM, fields.length));
        }
        if (fields[0].isEmpty() || fields[1].isEmpty()) {
            throw new Malformed(
                    "%s, line %d: the %s is empty"
                            .formatted(path, number, fields[0].isEmpty() ? "user" : "item"));
        }
        user.add(users.numberOf(fields[0]));
        item.add(items.numberOf(fields[1]));
        count.add(fields.length == 2 ? 1 : count(fields[2], number));
    }

    /** A fraction counts as 1 at least. */
    private int count(String text, int number) {
        try {
            double value = Double.parseDouble(text.strip());
            if (value > 0 && value <= 1_000_000_000) {
                return (int) Math.max(1, Math.round(value));
            }
        } catch (NumberFormatException _) {
            // said below, with the same words
        }
        throw new Malformed(
                "%s, line %d: the count is a number above 0, not '%s'"
                        .formatted(path, number, text));
    }

    private Interactions grouped(int[] user, int[] item, int[] count) {
        int[] first = new int[users.size() + 1];
        for (int one : user) {
            first[one + 1]++;
        }
        for (int i = 0; i < users.size(); i++) {
            first[i + 1] += first[i];
        }
        int[] order = new int[user.length];
        int[] next = first.clone();
        for (int i = 0; i < user.length; i++) {
            order[next[user[i]]++] = i;
        }
        var all = Interactions.builder();
        for (int one = 0; one < users.size(); one++) {
            int size = first[one + 1] - first[one];
            int[] products = new int[size];
            int[] counts = new int[size];
            for (int i = 0; i < size; i++) {
                products[i] = item[order[first[one] + i]];
                counts[i] = count[order[first[one] + i]];
            }
            all.customer();
            if (size > 0) {
                all.basket(0, products, counts);
            }
        }
        return all.build(items.size());
    }
}
