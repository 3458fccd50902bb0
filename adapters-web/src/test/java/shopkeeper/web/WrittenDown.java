package shopkeeper.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of the documentation that a test knows the truth of. */
final class WrittenDown {
    private WrittenDown() {}

    /** Fails when the page says something else; with {@code -Dwrite.docs} it is written anew. */
    static void says(String page, String truth) {
        var file = Path.of("..", "docs", page);
        try {
            if (System.getProperty("write.docs") != null) {
                Files.writeString(file, truth);
            }
            assertThat(Files.exists(file) ? Files.readString(file) : "")
                    .as(
                            "docs/%s is out of date: write it anew with mvn -pl adapters-web -am"
                                    + " test -Dwrite.docs, and look at the difference",
                            page)
                    .isEqualTo(truth);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
