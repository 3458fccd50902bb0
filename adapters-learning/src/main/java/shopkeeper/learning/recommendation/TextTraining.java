package shopkeeper.learning.recommendation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.ByteBuffersDirectory;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.recommendation.ProductNumbers;

/** Puts the texts of products into an index in memory, in the order of their numbers. */
final class TextTraining {
    /** It would advise at each start to add a module that nothing here needs. */
    private static final Logger ADVICE =
            Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    static {
        ADVICE.setLevel(Level.SEVERE);
    }

    private TextTraining() {}

    static TextModel train(ProductNumbers numbers, Collection<Product> products) {
        var byNumber = new TreeMap<Integer, Product>();
        for (Product product : products) {
            int number = numbers.numberOf(product.id());
            if (number >= 0) {
                byNumber.put(number, product);
            }
        }
        var known = new ProductWords(numbers.size());
        byNumber.forEach(known::read);
        var productOf = new int[numbers.size()];
        int texts = 0;
        var directory = new ByteBuffersDirectory();
        try (var writer = new IndexWriter(directory, inOrder())) {
            for (var one : byNumber.entrySet()) {
                if (known.hasWords(one.getKey())) {
                    writer.addDocument(document(one.getValue()));
                    productOf[texts++] = one.getKey();
                }
            }
            writer.commit();
            return new TextModel(
                    "bm25-1/%d texts of %d products".formatted(texts, numbers.size()),
                    known,
                    Arrays.copyOf(productOf, texts),
                    DirectoryReader.open(directory));
        } catch (IOException e) {
            throw new UncheckedIOException("texts cannot be kept in memory", e);
        }
    }

    /** Texts keep the numbers in which they came. */
    private static IndexWriterConfig inOrder() {
        return new IndexWriterConfig(Wording.WORDS)
                .setMergePolicy(NoMergePolicy.INSTANCE)
                .setMergeScheduler(new SerialMergeScheduler())
                .setRAMBufferSizeMB(64);
    }

    private static Document document(Product product) {
        var document = new Document();
        for (Wording part : Wording.values()) {
            document.add(new TextField(part.name(), part.of(product), Field.Store.NO));
        }
        return document;
    }
}
