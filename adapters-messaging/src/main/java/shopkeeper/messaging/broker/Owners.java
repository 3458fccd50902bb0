package shopkeeper.messaging.broker;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Whose queue is whose: one that lasts bears its owner's name, so that it is theirs after a restart
 * too; one that passes has a name nobody can guess, and who opened it is remembered.
 */
final class Owners {
    /** Between an address and a queue at it. */
    static final String QUEUE = "::";

    private static final Pattern UNGUESSABLE =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}([.].*)?");
    private static final Pattern NAMED = Pattern.compile("(till|follower|browser):.*");

    private final Map<String, String> known = new ConcurrentHashMap<>();

    /** Begins with a client's name and goes on with anything that is in no such name. */
    static boolean bears(String client, String text) {
        return text.startsWith(client)
                && (text.length() == client.length()
                        || !String.valueOf(text.charAt(client.length())).matches("[A-Za-z0-9_:-]"));
    }

    /** Whether the queue's name says that it is somebody else's. */
    static boolean isAnothers(String client, String address) {
        return queue(address)
                .filter(name -> NAMED.matcher(name).matches() && !bears(client, name))
                .isPresent();
    }

    static Optional<String> queue(String address) {
        int end = address.indexOf(QUEUE);
        return end < 0 ? Optional.empty() : Optional.of(address.substring(end + QUEUE.length()));
    }

    Optional<String> of(String address) {
        return Optional.ofNullable(known.get(address));
    }

    /** The first to open an address owns it. */
    boolean opens(String client, String address) {
        return client.equals(known.computeIfAbsent(address, _ -> client));
    }

    boolean owns(String client, String address) {
        return client.equals(known.get(address));
    }

    /** At an address of many a queue is opened under the own name, or one nobody can guess. */
    boolean opensAmongOthers(String client, String address) {
        return queue(address)
                .filter(name ->
                        bears(client, name)
                                || (UNGUESSABLE.matcher(name).matches() && opens(client, address)))
                .isPresent();
    }

    boolean ownsAmongOthers(String client, String address) {
        return queue(address)
                .filter(name -> bears(client, name) || owns(client, address))
                .isPresent();
    }

    /** The queue or address is gone, and its name is nobody's. */
    void forget(String address) {
        known.remove(address);
    }
}
