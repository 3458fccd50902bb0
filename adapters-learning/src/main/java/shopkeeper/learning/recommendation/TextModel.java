package shopkeeper.learning.recommendation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
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
import shopkeeper.domain.catalog.Product;
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
    private final List<Optional<Product>> products;
    private final int[] productOf;
    private final IndexSearcher searcher;

    /**
     * @param products by number, empty where nothing is known of one
     * @param productOf by the number of their texts
     */
    TextModel(
            String version,
            List<Optional<Product>> products,
            int[] productOf,
            DirectoryReader texts) {
        this.version = version;
        this.products = List.copyOf(products);
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
        var all = new HashMap<Term, Float>();
        for (Wording part : Wording.values()) {
            part.words(words)
                    .forEach((word, _) -> all.put(new Term(part.name(), word), part.weight()));
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
            if (hasWords(product)
                    && Arrays.stream(latest, 0, size).noneMatch(other -> other == product)) {
                latest[size++] = product;
            }
        }
        return size;
    }

    private boolean hasWords(int product) {
        return product >= 0 && product < products.size() && products.get(product).isPresent();
    }

    /** Their words by part; the first anchors count most. */
    private Map<Term, Float> alike(int[] anchors) {
        var all = new HashMap<Term, Float>();
        for (int i = 0; i < anchors.length; i++) {
            Product product = products.get(anchors[i]).orElseThrow();
            float weight = 1f / (1 + i);
            for (Wording part : Wording.values()) {
                part.words(part.of(product))
                        .forEach((word, times) ->
                                all.merge(
                                        new Term(part.name(), word),
                                        weight * part.weight() * times,
                                        Float::sum));
            }
        }
        return all;
    }

    private void find(Map<Term, Float> words, float[] scores) {
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

    private Query query(Map<Term, Float> words) throws IOException {
        var known = new ArrayList<Word>();
        for (var word : words.entrySet()) {
            int texts = searcher.getIndexReader().docFreq(word.getKey());
            if (texts > 0) {
                double rarity = Math.log(1.0 + (double) productOf.length / texts);
                known.add(new Word(word.getKey(), word.getValue(), rarity * word.getValue()));
            }
        }
        var query = new BooleanQuery.Builder();
        known.stream()
                .sorted(
                        Comparator.comparingDouble(Word::telling)
                                .reversed()
                                .thenComparing(Word::term))
                .limit(WORDS)
                .map(word -> new BoostQuery(new TermQuery(word.term()), word.weight()))
                .forEach(word -> query.add(word, BooleanClause.Occur.SHOULD));
        return query.build();
    }

    /** A word of the question, what it counts for, and how much it tells. */
    private record Word(Term term, float weight, double telling) {}

    /** The product it shares most words with, the latest first. */
    @Override
    public Optional<Why> why(Shopper shopper, int product) {
        if (!hasWords(product)) {
            return Optional.empty();
        }
        int[] anchors = anchors(shopper);
        var itself = alike(new int[] {product});
        return IntStream.of(anchors)
                .filter(anchor -> anchor != product)
                .filter(anchor ->
                        alike(new int[] {anchor}).keySet().stream().anyMatch(itself::containsKey))
                .boxed()
                .max(Comparator.comparingLong(anchor -> shared(itself, anchor)))
                .map(anchor -> new Why("SIMILAR_PRODUCT", 0, 0, List.of(anchor)));
    }

    private long shared(Map<Term, Float> words, int anchor) {
        return alike(new int[] {anchor}).keySet().stream().filter(words::containsKey).count();
    }
}
