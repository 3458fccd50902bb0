package shopkeeper.files.access;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import shopkeeper.application.access.Client;

/**
 * What is kept of a client's key: {@code 1 SALT SHA256 ORIGIN…} on one line.
 *
 * @param hash of the key, in hexadecimal
 */
record HeldKey(String salt, String hash, Set<String> origins) {
    private static final Pattern LINE =
            Pattern.compile("1 ([A-Za-z0-9_-]{20,60}) ([0-9a-f]{64})((?: [!-~]{1,300})*)");

    HeldKey {
        origins = Set.copyOf(origins);
    }

    /** Empty where the line is none of ours. */
    static Optional<HeldKey> read(String line) {
        var read = LINE.matcher(line);
        return read.matches()
                ? Optional.of(new HeldKey(read.group(1), read.group(2), words(read.group(3))))
                : Optional.empty();
    }

    private static Set<String> words(String text) {
        return Pattern.compile(" ")
                .splitAsStream(text)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    String line() {
        var line = new StringBuilder("1 ").append(salt).append(' ').append(hash);
        new TreeSet<>(origins).forEach(origin -> line.append(' ').append(origin));
        return line.toString();
    }

    /** The client, on the pages that the file names. */
    Client holder(Client client) {
        return client.on(origins);
    }
}
