package shopkeeper.files.shopdata;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Remembers the last character that was read, to tell whether the last line was ended. */
final class LastChar extends FilterReader {
    private int last = '\n';

    LastChar(Reader in) {
        super(in);
    }

    boolean endsLine() {
        return last == '\n' || last == '\r';
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (next >= 0) {
            last = next;
        }
        return next;
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        int count = super.read(into, from, length);
        if (count > 0) {
            last = into[from + count - 1];
        }
        return count;
    }
}
