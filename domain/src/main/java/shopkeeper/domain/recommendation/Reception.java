package shopkeeper.domain.recommendation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.recommendation.FeedbackEvent.FeedbackGiven;

/**
 * How one customer received what was suggested to them, over all decisions. It learns in place, a
 * look at a time, while others ask.
 */
public final class Reception {
    /** What did not help stays away so long. */
    public static final Duration UNHELPFUL_FOR = Duration.ofDays(90);

    /** What was only shown counts so long. */
    public static final Duration TIRED_FOR = Duration.ofDays(14);

    private static final int TIRED_AFTER = 5;

    private final Map<ProductId, Word> words = new HashMap<>();

    /** What was heard of longest ago comes first. */
    private final SequencedMap<ProductId, Looks> looks = new LinkedHashMap<>();

    /**
     * The customer's last word.
     *
     * @param verdict empty where they took it back
     */
    private record Word(Optional<Verdict> verdict, Instant at) {
        Word or(Word other) {
            return other.at.isAfter(at) ? other : this;
        }
    }

    /**
     * @param shown how often since the last click, and never with a gap of {@link #TIRED_FOR}
     */
    private record Looks(int shown, Instant lastAt) {
        Looks and(Looks other) {
            return new Looks(
                    shown + other.shown, other.lastAt.isAfter(lastAt) ? other.lastAt : lastAt);
        }

        boolean count(Instant now) {
            return lastAt.isAfter(now.minus(TIRED_FOR));
        }
    }

    public synchronized void take(FeedbackGiven given) {
        var product = given.product();
        var at = given.at().effective();
        switch (given.verdict()) {
            case SHOWN -> look(product, at);
            case CLICKED -> looks.remove(product);
            case HELPFUL, NOT_HELPFUL, HIDDEN ->
                    say(product, new Word(Optional.of(given.verdict()), at));
            case UNDONE -> {
                if (say(product, new Word(Optional.empty(), at))) {
                    looks.remove(product);
                }
            }
        }
    }

    /**
     * What was only shown and counts no more is kept no longer. What was taken back is: it undoes
     * what a visitor said who turned out to be them.
     */
    public synchronized void forget(Instant now) {
        while (!looks.isEmpty() && !looks.firstEntry().getValue().count(now)) {
            looks.pollFirstEntry();
        }
    }

    public synchronized boolean isEmpty() {
        return words.isEmpty() && looks.isEmpty();
    }

    /** Two receptions of one person: the visitor's and the customer's; the later word counts. */
    public Reception and(Reception other) {
        var all = new Reception();
        addTo(all);
        other.addTo(all);
        return all;
    }

    public synchronized Wishes wishes(Instant now) {
        return new Wishes(
                saying(Verdict.HIDDEN, Instant.MIN),
                saying(Verdict.NOT_HELPFUL, now.minus(UNHELPFUL_FOR)),
                saying(Verdict.HELPFUL, Instant.MIN),
                having(looks, seen -> seen.shown() >= TIRED_AFTER && seen.count(now)));
    }

    private void look(ProductId product, Instant at) {
        var now = new Looks(1, at);
        var before = Optional.ofNullable(looks.remove(product)).filter(seen -> seen.count(at));
        looks.put(product, before.map(seen -> seen.and(now)).orElse(now));
    }

    /** A word that a till tells late is no answer to what was said since: it changes nothing. */
    private boolean say(ProductId product, Word word) {
        boolean isOvertaken = word.at().isBefore(words.getOrDefault(product, word).at());
        if (!isOvertaken) {
            words.put(product, word);
        }
        return !isOvertaken;
    }

    private synchronized void addTo(Reception all) {
        words.forEach((product, word) -> all.words.merge(product, word, Word::or));
        looks.forEach((product, seen) -> all.looks.merge(product, seen, Looks::and));
    }

    private Set<ProductId> saying(Verdict verdict, Instant after) {
        return having(
                words,
                word -> word.verdict().equals(Optional.of(verdict)) && word.at().isAfter(after));
    }

    private static <T> Set<ProductId> having(Map<ProductId, T> all, Predicate<T> condition) {
        return all.entrySet().stream()
                .filter(one -> condition.test(one.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
