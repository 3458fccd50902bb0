package shopkeeper.web.kernel;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of a query or a form, read as strictly as JSON is. */
final class SentFields {
    private static final int MOST = 100;

    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private int count;

    /**
     * @throws ProblemException when it is not as browsers send it
     */
    void add(String encoded) {
        for (var field : encoded.split("&", -1)) {
            if (!field.isEmpty()) {
                add(field.split("=", 2));
            }
        }
    }

    Map<String, String[]> asMap() {
        var map = new LinkedHashMap<String, String[]>();
        fields.forEach((name, values) -> map.put(name, values.toArray(String[]::new)));
        return map;
    }

    private void add(String[] nameAndValue) {
        if (++count > MOST) {
            throw Problem.tooLarge("At most %d fields at once.".formatted(MOST)).asException();
        }
        var value = nameAndValue.length == 2 ? text(nameAndValue[1]) : "";
        fields.computeIfAbsent(text(nameAndValue[0]), _ -> new ArrayList<>()).add(value);
    }

    private static String text(String encoded) {
        var bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%') {
                bytes.write(16 * digit(encoded, i + 1) + digit(encoded, i + 2));
                i += 2;
            } else {
                bytes.write(c == '+' ? ' ' : c);
            }
        }
        try {
            var decoder = StandardCharsets.UTF_8.newDecoder();
            var text = decoder.decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
            Texts.check(text);
            return text;
        } catch (CharacterCodingException _) {
            throw wrong();
        }
    }

    private static int digit(String encoded, int at) {
        int digit = at < encoded.length() ? Character.digit(encoded.charAt(at), 16) : -1;
        if (digit < 0) {
            throw wrong();
        }
        return digit;
    }

    private static ProblemException wrong() {
        return Problem.invalid("A field of the address or the form is not UTF-8 in percent signs.")
                .asException();
    }
}
