package shopkeeper.learning.recommendation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import shopkeeper.domain.recommendation.Shopper;
import shopkeeper.domain.recommendation.Source;
import shopkeeper.domain.recommendation.Why;

/** BM25 over name, category, brand and description, in memory. */
final class TextModel implements ProductTexts {
    /** What somebody had in hand last says what they look for; older things blur it. */
    private static final int ANCHORS = 10;

    /** The words that tell most; a query of all of them would find everything. */
    private static final int WORDS = 40;

    private static final int FOUND = 1000;

    private final String version;
    private final ProductWords known;
    private final int[] productOf;
    private final IndexSearcher searcher;

    /**
     * @param productOf by the number of their texts
     */
    TextModel(String version, ProductWords known, int[] productOf, DirectoryReader texts) {
        this.version = version;
        this.known = known;
        this.productOf = productOf;
        this.searcher = new IndexSearcher(texts);
        this.searcher.setQueryCache(null);
    }

    @Override
    public Source source() {
        return Source.TEXT;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public void score(Shopper shopper, float[] scores) {
        int[] anchors = anchors(shopper);
        find(alike(anchors), scores);
        for (int anchor : anchors) {
            if (anchor < scores.length) {
                scores[anchor] = 0;
            }
        }
    }

    @Override
    public void search(String words, float[] scores) {
        var all = new HashMap<Integer, Float>();
        for (Wording part : Wording.values()) {
            for (String word : part.words(words).keySet()) {
                int number = known.word(new Term(part.name(), word));
                if (number >= 0) {
                    all.put(number, part.weight());
                }
            }
        }
        find(all, scores);
    }

    /** The latest of what is on the page, was looked at or bought, of which there are words. */
    private int[] anchors(Shopper shopper) {
        var latest = new int[ANCHORS];
        int size = 0;
        for (int[] some : List.of(shopper.context(), shopper.session())) {
            size = addFromEnd(some, latest, size);
        }
        for (int i = shopper.baskets().length - 1; i >= 0 && size < ANCHORS; i--) {
            size = addFromEnd(shopper.baskets()[i], latest, size);
        }
        return Arrays.copyOf(latest, size);
    }

    private int addFromEnd(int[] some, int[] latest, int before) {
        int size = before;
        for (int i = some.length - 1; i >= 0 && size < ANCHORS; i--) {
            int product = some[i];
            if (known.hasWords(product)
                    && Arrays.stream(latest, 0, size).noneMatch(other -> other == product)) {
                latest[size++] = product;
            }
        }
        return size;
    }

    /** Their words; the first anchors count most. */
    private Map<Integer, Float> alike(int[] anchors) {
        var all = new HashMap<Integer, Float>();
        for (int i = 0; i < anchors.length; i++) {
            known.add(anchors[i], 1f / (1 + i), all);
        }
        return all;
    }

    private void find(Map<Integer, Float> words, float[] scores) {
        Arrays.fill(scores, 0);
        if (words.isEmpty()) {
            return;
        }
        try {
            for (var hit : searcher.search(query(words), FOUND).scoreDocs) {
                if (productOf[hit.doc] < scores.length) {
                    scores[productOf[hit.doc]] = hit.score;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("texts in memory cannot be searched", e);
        }
    }

    private Query query(Map<Integer, Float> words) {
        var query = new BooleanQuery.Builder();
        words.entrySet().stream()
                .map(word -> word(word.getKey(), word.getValue()))
                .sorted(
                        Comparator.comparingDouble(Word::telling)
                                .reversed()
                                .thenComparing(Word::term))
                .limit(WORDS)
                .map(word -> new BoostQuery(new TermQuery(word.term()), word.weight()))
                .forEach(word -> query.add(word, BooleanClause.Occur.SHOULD));
        return query.build();
    }

    private Word word(int number, float weight) {
        return new Word(known.term(number), weight, known.rarity(number) * weight);
    }

    /** A word of the question, what it counts for, and how much it tells. */
    private record Word(Term term, float weight, double telling) {}

    /** The product it shares most words with, the latest first. */
    @Override
    public Optional<Why> why(Shopper shopper, int product) {
        if (!known.hasWords(product)) {
            return Optional.empty();
        }
        return IntStream.of(anchors(shopper))
                .filter(anchor -> anchor != product && known.shared(product, anchor) > 0)
                .boxed()
                .max(Comparator.comparingInt(anchor -> known.shared(product, anchor)))
                .map(anchor -> new Why("SIMILAR_PRODUCT", 0, 0, List.of(anchor)));
    }
}
