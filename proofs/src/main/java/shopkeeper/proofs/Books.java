package shopkeeper.proofs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the ledger client wrote down. */
final class Books {
    private final Map<String, Meant> meant = new LinkedHashMap<>();
    private final Map<String, Meant> acknowledged = new LinkedHashMap<>();
    private final Map<String, String> lastWord = new HashMap<>();
    private final List<Meant> poisoned = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();

    /**
     * @param target a customer, or a till
     */
    record Meant(String key, String way, String target, int pence) {
        boolean isSale() {
            return !way.equals("REST");
        }

        /** The tag under which the shop finds it again: a sale by its receipt. */
        String tag(String store, String day) {
            return isSale()
                    ? "message:receipt/%s/%s/%s/%s/%sT120000"
                            .formatted(store, target, day, key, day.replace("-", ""))
                    : "message:web:web/" + key;
        }
    }

    static Books read(Path file) {
        Books books = new Books();
        try (var lines = Files.lines(file)) {
            lines.forEach(line -> books.add(line.split(" ", -1)));
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger's book cannot be read", e);
        }
        return books;
    }

    private void add(String[] words) {
        String key = words[1];
        switch (words[0]) {
            case "I" ->
                    meant.put(key, new Meant(key, words[2], words[3], Integer.parseInt(words[4])));
            case "A" -> {
                Meant done = meant(key);
                acknowledged.put(key, done);
                if (!done.isSale()) {
                    lastWord.put(done.target(), words[2]);
                }
            }
            case "P" -> poisoned.add(new Meant(key, words[2], words[3], 0));
            case "D", "C" -> counts.merge(words[2], 1, Integer::sum);
            default -> throw new IllegalStateException("no line of a ledger: " + words[0]);
        }
    }

    private Meant meant(String key) {
        Meant found = meant.get(key);
        if (found == null) {
            throw new IllegalStateException("acknowledged, but never meant: " + key);
        }
        return found;
    }

    Map<String, Meant> meant() {
        return meant;
    }

    Map<String, Meant> acknowledged() {
        return acknowledged;
    }

    /** The last choice of each customer. */
    Map<String, String> lastWord() {
        return lastWord;
    }

    /**
     * @param what same or other of what was repeated, conflict or silent of what was contradicted
     */
    int count(String what) {
        return counts.getOrDefault(what, 0);
    }

    /** What nobody can use. */
    List<Meant> poisoned() {
        return poisoned;
    }

    long pence() {
        return acknowledged.values().stream().mapToLong(Meant::pence).sum();
    }

    long sales() {
        return acknowledged.values().stream().filter(Meant::isSale).count();
    }
}
