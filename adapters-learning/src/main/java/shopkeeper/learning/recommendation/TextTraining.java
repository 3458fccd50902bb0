package shopkeeper.learning.recommendation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
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
        var known = new ArrayList<>(Collections.nCopies(numbers.size(), Optional.<Product>empty()));
        for (Product product : products) {
            int number = numbers.numberOf(product.id());
            if (number >= 0 && hasWords(product)) {
                known.set(number, Optional.of(product));
            }
        }
        var productOf = new int[known.size()];
        int texts = 0;
        var directory = new ByteBuffersDirectory();
        try (var writer = new IndexWriter(directory, inOrder())) {
            for (int number = 0; number < known.size(); number++) {
                if (known.get(number).isPresent()) {
                    writer.addDocument(document(known.get(number).get()));
                    productOf[texts++] = number;
                }
            }
            writer.commit();
            return new TextModel(
                    "bm25-1/%d texts of %d products".formatted(texts, known.size()),
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

    private static boolean hasWords(Product product) {
        return Arrays.stream(Wording.values())
                .anyMatch(part -> !part.words(part.of(product)).isEmpty());
    }

    private static Document document(Product product) {
        var document = new Document();
        for (Wording part : Wording.values()) {
            document.add(new TextField(part.name(), part.of(product), Field.Store.NO));
        }
        return document;
    }
}
