package shopkeeper.messaging.kernel;

import java.util.regex.Pattern;
import shopkeeper.domain.kernel.StoreId;

/** The till that speaks: {@code urn:store:<store>:till:<till>}. */
public record Till(StoreId store, String number) {
    private static final Pattern SOURCE =
            Pattern.compile("urn:store:([A-Za-z0-9_-]{1,40}):till:([A-Za-z0-9_-]{1,40})");

    /**
     * @throws MalformedMessage when the source names no till
     */
    public static Till of(String source) {
        var named = SOURCE.matcher(source);
        if (!named.matches()) {
            throw new MalformedMessage(
                    "source must name the till as urn:store:<store>:till:<till>.");
        }
        return new Till(new StoreId(named.group(1)), named.group(2));
    }

    /** Under this name it holds a key. */
    public String client() {
        return "till:" + store + ":" + number;
    }
}
