package shopkeeper.files.shopdata;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * A file that may be packed with gzip, read as what is in it; one that was made to fill memory or
 * disk is not read to its end.
 */
final class PackedFile {
    private static final int BUFFER = 1 << 16;
    private static final int MOST_RATIO = 200;
    private static final long HARMLESS = 64L << 20;

    private PackedFile() {}

    static BufferedInputStream open(Path path) throws IOException {
        var packed = new Counting(Files.newInputStream(path));
        try {
            var in = new BufferedInputStream(packed, BUFFER);
            in.mark(2);
            boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
            in.reset();
            return gzip
                    ? new BufferedInputStream(
                            new Watched(new GZIPInputStream(in, BUFFER), packed), BUFFER)
                    : in;
        } catch (IOException e) {
            packed.close();
            throw e;
        }
    }

    /** It grows more than any shop's file. */
    static final class TooDense extends IOException {
        private static final long serialVersionUID = 1L;

        TooDense() {
            super("it unpacks to more than %d times its size".formatted(MOST_RATIO));
        }
    }

    private static class Counting extends FilterInputStream {
        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count += next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            count += Math.max(read, 0);
            return read;
        }

        long count() {
            return count;
        }
    }

    private static final class Watched extends Counting {
        private final Counting packed;

        Watched(InputStream unpacked, Counting packed) {
            super(unpacked);
            this.packed = packed;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            if (count() > HARMLESS && count() / MOST_RATIO > packed.count()) {
                throw new TooDense();
            }
            return read;
        }
    }
}
