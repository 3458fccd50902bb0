package shopkeeper.bootstrap.evaluate;

import java.util.Arrays;
import java.util.Optional;

/** What models are measured by. */
public enum Task {
    NEW_ITEMS("new-items", 20),
    NEXT_BASKET("next-basket", 10),
    SESSION("session", 20);

    private final String word;
    private final int shown;

    Task(String word, int shown) {
        this.word = word;
        this.shown = shown;
    }

    public static Optional<Task> of(String word) {
        return Arrays.stream(values()).filter(task -> task.word.equals(word)).findFirst();
    }

    String word() {
        return word;
    }

    /** How many ranks count for coverage. */
    int shown() {
        return shown;
    }
}
