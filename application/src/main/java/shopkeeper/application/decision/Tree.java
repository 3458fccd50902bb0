package shopkeeper.application.decision;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something kept as maps, lists, texts and numbers, read back; what does not fit is a broken row.
 */
record Tree(Map<?, ?> fields) {
    Set<String> names() {
        var names = new LinkedHashSet<String>();
        fields.keySet().forEach(name -> names.add(name.toString()));
        return names;
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    String text(String name) {
        return is(String.class, name);
    }

    boolean flag(String name) {
        return is(Boolean.class, name);
    }

    int whole(String name) {
        return is(Number.class, name).intValue();
    }

    double number(String name) {
        return is(Number.class, name).doubleValue();
    }

    Tree tree(String name) {
        return new Tree(is(Map.class, name));
    }

    List<Tree> trees(String name) {
        return list(name).stream().map(item -> new Tree(is(Map.class, name, item))).toList();
    }

    List<Integer> wholes(String name) {
        return list(name).stream().map(item -> is(Number.class, name, item).intValue()).toList();
    }

    List<List<?>> lists(String name) {
        var lists = new ArrayList<List<?>>();
        list(name).forEach(item -> lists.add(is(List.class, name, item)));
        return lists;
    }

    List<?> list(String name) {
        return is(List.class, name);
    }

    private <T> T is(Class<T> type, String name) {
        return is(type, name, fields.get(name));
    }

    private static <T> T is(Class<T> type, String name, @Nullable Object value) {
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        throw new IllegalStateException(
                "the journal keeps no %s under %s".formatted(type.getSimpleName(), name));
    }
}
