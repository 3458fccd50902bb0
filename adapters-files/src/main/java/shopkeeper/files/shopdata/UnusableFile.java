package shopkeeper.files.shopdata;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.zip.ZipException;

/** The file as a whole cannot be taken in; the message is one line for a person. */
final class UnusableFile extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    UnusableFile(String code, String words) {
        super(words);
        this.code = code;
    }

    UnusableFile(String code, String words, Throwable cause) {
        super(words, cause);
        this.code = code;
    }

    /**
     * A file that cannot be read to its end.
     *
     * @param charset what to say of bytes that are no characters
     */
    static UnusableFile broken(Path path, IOException failure, Supplier<String> charset) {
        return switch (failure) {
            case EOFException _ ->
                    new UnusableFile(
                            "truncated",
                            path + " breaks off before its end: get the whole file",
                            failure);
            case ZipException _ ->
                    new UnusableFile(
                            "truncated",
                            path + " is damaged (" + failure.getMessage() + ")",
                            failure);
            case PackedFile.TooDense _ ->
                    new UnusableFile(
                            "too-dense",
                            "%s is not read: %s; unpack it yourself if you trust it"
                                    .formatted(path, failure.getMessage()),
                            failure);
            case CharacterCodingException _ ->
                    new UnusableFile("wrong-charset", charset.get(), failure);
            default ->
                    new UnusableFile(
                            "not-found",
                            path + " cannot be read (" + failure.getMessage() + ")",
                            failure);
        };
    }

    String code() {
        return code;
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
