package shopkeeper.web.kernel;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Newline-delimited JSON, a line at a time, however long the whole is. */
public final class Lines {
    private static final int MOST = 100_000;

    private Lines() {}

    /** What one line asks for. */
    @FunctionalInterface
    public interface Taking<T> {
        Written take(int index, T line);
    }

    /** Takes line by line; a wrong one does not stop the others. */
    public static <T> Tally take(InputStream sent, Json json, Class<T> type, Taking<T> taking)
            throws IOException {
        var body = new BufferedInputStream(sent);
        var tally = new Tally();
        var line = next(body);
        boolean isEmpty = true;
        for (int index = 0; line.isPresent(); index++, line = next(body)) {
            if (index == MOST) {
                tally.rejected(
                        index,
                        Problem.tooLarge(
                                "At most %d lines at once: send the rest again.".formatted(MOST)));
                break;
            }
            if (!isBlank(line.get())) {
                isEmpty = false;
                try {
                    tally.counted(taking.take(index, json.read(line.get(), type)));
                } catch (ProblemException wrong) {
                    tally.rejected(index, wrong.problem());
                }
            }
        }
        if (isEmpty) {
            throw Problem.invalid("The body is empty.").asException();
        }
        return tally;
    }

    /** A line that is too long is cut just where it can be seen that it is. */
    private static Optional<byte[]> next(InputStream body) throws IOException {
        var line = new ByteArrayOutputStream();
        int next = body.read();
        if (next < 0) {
            return Optional.empty();
        }
        while (next >= 0 && next != '\n') {
            if (line.size() <= Json.LARGEST) {
                line.write(next);
            }
            next = body.read();
        }
        return Optional.of(line.toByteArray());
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\r' && b != '\t') {
                return false;
            }
        }
        return true;
    }
}
