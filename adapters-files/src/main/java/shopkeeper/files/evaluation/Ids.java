package shopkeeper.files.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whatever a file calls its users or items, by number. */
public final class Ids {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> ids = new ArrayList<>();

    /** It is given the next number where it has none. */
    public int numberOf(String id) {
        Integer known = numbers.putIfAbsent(id, ids.size());
        if (known == null) {
            ids.add(id);
            return ids.size() - 1;
        }
        return known;
    }

    /** -1 where it has none. */
    public int find(String id) {
        return numbers.getOrDefault(id, -1);
    }

    public String id(int number) {
        return ids.get(number);
    }

    public int size() {
        return ids.size();
    }
}
