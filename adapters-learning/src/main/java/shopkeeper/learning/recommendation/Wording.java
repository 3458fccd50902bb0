package shopkeeper.learning.recommendation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import shopkeeper.domain.catalog.Product;

/** The parts of a product's text, what each counts for, and the words in them. */
enum Wording {
    NAME(1) {
        @Override
        String of(Product product) {
            return product.name();
        }
    },
    CATEGORY(0.6f) {
        @Override
        String of(Product product) {
            return product.category().orElse("");
        }
    },
    BRAND(0.6f) {
        @Override
        String of(Product product) {
            return product.details().brand().orElse("");
        }
    },
    DESCRIPTION(0.4f) {
        @Override
        String of(Product product) {
            return product.details().text().orElse("");
        }
    };

    static final Analyzer WORDS = new StandardAnalyzer();

    private final float weight;

    Wording(float weight) {
        this.weight = weight;
    }

    /** Empty where the product has none. */
    abstract String of(Product product);

    float weight() {
        return weight;
    }

    /** Each word and how often it is there. */
    Map<String, Integer> words(String text) {
        var words = new HashMap<String, Integer>();
        try (var stream = WORDS.tokenStream(name(), text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.merge(term.toString(), 1, Integer::sum);
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        }
        return words;
    }
}
