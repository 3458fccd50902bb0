package shopkeeper.files.evaluation;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A text in UTF-8, plain or gzip, with or without byte order mark. */
record TextFile(Path path) {
    /** What is done with a line, which begins at 1. */
    interface Line {
        void read(String line, int number);
    }

    /** What is done with all of it. */
    interface Whole {
        void read(Reader reader) throws IOException;
    }

    /** Empty lines are skipped. */
    void lines(Line each) {
        read(reader -> {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    each.read(line, number);
                }
            }
        });
    }

    void whole(Whole whole) {
        read(whole::read);
    }

    /** The same, for those who read lines. */
    private interface Buffered {
        void read(BufferedReader reader) throws IOException;
    }

    private void read(Buffered buffered) {
        var decoder = StandardCharsets.UTF_8.newDecoder(); // reports what is no UTF-8
        try (var reader =
                new BufferedReader(
                        new InputStreamReader(unpacked(Files.newInputStream(path)), decoder))) {
            reader.mark(1);
            if (reader.read() != '\uFEFF') {
                reader.reset();
            }
            buffered.read(reader);
        } catch (CharacterCodingException e) {
            throw new Malformed(path + " is no text in UTF-8: convert it first", e);
        } catch (IOException e) {
            throw new Malformed("%s cannot be read: %s".formatted(path, e.getMessage()), e);
        }
    }

    private static InputStream unpacked(InputStream raw) throws IOException {
        var in = new BufferedInputStream(raw, 1 << 16);
        in.mark(2);
        int first = in.read();
        int second = in.read();
        in.reset();
        return first == 0x1f && second == 0x8b ? new GZIPInputStream(in, 1 << 16) : in;
    }
}
