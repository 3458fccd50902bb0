package shopkeeper.proofs.ledger;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of JSON as is needed to read an answer: no parser is shared with the shop. */
final class Text {
    private Text() {}

    /** The value of a text field, or nothing. */
    static String field(String name, String json) {
        Matcher found = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
        return found.find() ? found.group(1) : "";
    }
}
