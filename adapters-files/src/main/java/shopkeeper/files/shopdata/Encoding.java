package shopkeeper.files.shopdata;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** How the characters of a file are written: as its first bytes say, else as it was told. */
final class Encoding {
    private static final int LONGEST_LINE = 1 << 20;

    private Encoding() {}

    /** Characters that are none make it fail, since guessing would change names for good. */
    static Reader reader(BufferedInputStream in, Charset told) throws IOException {
        return new InputStreamReader(
                in,
                marked(in, told)
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** The number of the first line that is not written so; 0 where that cannot be told. */
    static long wrongLine(InputStream in, Charset told) throws IOException {
        var line = new ByteArrayOutputStream();
        long number = 1;
        for (int next = in.read(); next >= 0 && line.size() < LONGEST_LINE; next = in.read()) {
            line.write(next);
            if (next == '\n') {
                if (!isWritten(line.toByteArray(), told)) {
                    return number;
                }
                number++;
                line.reset();
            }
        }
        return isWritten(line.toByteArray(), told) ? 0 : number;
    }

    private static boolean isWritten(byte[] line, Charset told) {
        try {
            told.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(line));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static Charset marked(BufferedInputStream in, Charset told) throws IOException {
        in.mark(3);
        byte[] first = in.readNBytes(3);
        in.reset();
        if (begins(first, 0xef, 0xbb, 0xbf)) {
            in.skipNBytes(3);
            return StandardCharsets.UTF_8;
        }
        if (begins(first, 0xff, 0xfe)) {
            in.skipNBytes(2);
            return StandardCharsets.UTF_16LE;
        }
        if (begins(first, 0xfe, 0xff)) {
            in.skipNBytes(2);
            return StandardCharsets.UTF_16BE;
        }
        return told;
    }

    private static boolean begins(byte[] first, int... mark) {
        if (first.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((first[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
