package shopkeeper.files.shopdata;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file with one JSON object a line, plain or gzip, read with bounded memory. */
record NdjsonFile(Path path) {
    private static final int LONGEST_LINE = 1 << 20;
    private static final int BUFFER = 1 << 16;

    /** Gets every line that is not blank. */
    @FunctionalInterface
    interface Receiver {
        /**
         * @param text null where the line is too long to be read
         */
        void line(long number, @Nullable String text);
    }

    /** Whether the first sign that is no blank begins an object. */
    static boolean isOne(Path path) {
        try (var in = PackedFile.open(path)) {
            int sign = in.read();
            while (sign == 0xef || sign == 0xbb || sign == 0xbf || (sign > 0 && sign <= 0x20)) {
                sign = in.read();
            }
            return sign == '{';
        } catch (IOException e) {
            return false;
        }
    }

    void forEach(Receiver receiver) throws UnusableFile {
        if (!Files.isRegularFile(path)) {
            throw new UnusableFile("not-found", path + " is no file that can be read");
        }
        try (var in = PackedFile.open(path)) {
            read(Encoding.reader(in, StandardCharsets.UTF_8), receiver);
        } catch (IOException e) {
            throw UnusableFile.broken(
                    path, e, () -> path + " is not written in UTF-8, as JSON must be");
        }
    }

    private static void read(Reader in, Receiver receiver) throws IOException {
        var buffer = new char[BUFFER];
        var line = new StringBuilder();
        long number = 1;
        boolean tooLong = false;
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            for (int i = 0; i < count; i++) {
                if (buffer[i] == '\n') {
                    give(number++, line, tooLong, receiver);
                    line.setLength(0);
                    tooLong = false;
                } else if (line.length() < LONGEST_LINE) {
                    line.append(buffer[i]);
                } else {
                    tooLong = true;
                }
            }
        }
        give(number, line, tooLong, receiver);
    }

    private static void give(long number, StringBuilder line, boolean tooLong, Receiver receiver) {
        if (tooLong) {
            receiver.line(number, null);
        } else if (!line.toString().isBlank()) {
            receiver.line(number, line.toString());
        }
    }
}
