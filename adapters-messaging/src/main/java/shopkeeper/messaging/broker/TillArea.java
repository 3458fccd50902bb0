package shopkeeper.messaging.broker;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The addresses that belong to one till: {@code stores.<store>.tills.<till>.…}, in MQTT with
 * slashes. Nobody else reads or writes there but the platform.
 */
record TillArea(String store, String till) {
    static final String ROOT = "stores.";

    private static final String NAME = "[A-Za-z0-9_-]{1,40}";
    private static final Pattern CLIENT = Pattern.compile("till:(" + NAME + "):(" + NAME + ")");
    private static final Pattern SOURCE =
            Pattern.compile("urn:store:(" + NAME + "):till:(" + NAME + ")");
    private static final Pattern ADDRESS =
            Pattern.compile("stores\\.(" + NAME + ")\\.tills\\.(" + NAME + ")\\..+");

    static Optional<TillArea> ofClient(String name) {
        return found(CLIENT, name);
    }

    /** By the source of its messages. */
    static Optional<TillArea> ofSource(String source) {
        return found(SOURCE, source);
    }

    static Optional<TillArea> around(String address) {
        return found(ADDRESS, address);
    }

    String client() {
        return "till:" + store + ":" + till;
    }

    boolean holds(String address) {
        return address.startsWith(prefix());
    }

    /** What is said there, such as {@code pos.transactions}. */
    String word(String address) {
        return address.substring(prefix().length());
    }

    String address(String word) {
        return prefix() + word;
    }

    private String prefix() {
        return ROOT + store + ".tills." + till + ".";
    }

    private static Optional<TillArea> found(Pattern pattern, String text) {
        var named = pattern.matcher(text);
        return named.matches()
                ? Optional.of(new TillArea(named.group(1), named.group(2)))
                : Optional.empty();
    }
}
