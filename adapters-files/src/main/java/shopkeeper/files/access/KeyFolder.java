package shopkeeper.files.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopkeeper.application.access.Client;
import shopkeeper.application.access.Keys;
import shopkeeper.files.secrets.SecretFile;

/**
 * One file per client, called like the client with a dot for every colon, so that {@code
 * till:A_B:C} and {@code till:A:B_C} do not share one. It holds a salt and a hash, never the key.
 *
 * <p>Deleting a file revokes its key within 30 seconds; a key that another process makes works at
 * once.
 */
final class KeyFolder implements Keys {
    private static final Logger LOG = LoggerFactory.getLogger(KeyFolder.class);
    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final Duration BETWEEN_MISSES = Duration.ofSeconds(1);
    private static final int LONGEST = 200;

    private final Path folder;
    private final KeyMint mint;
    private final InstantSource clock;
    private volatile Seen seen = new Seen(List.of(), FileTime.fromMillis(0), Instant.MIN);

    KeyFolder(Path folder, KeyMint mint, InstantSource clock) {
        this.folder = folder;
        this.mint = mint;
        this.clock = clock;
    }

    @Override
    public Optional<Client> clientWith(String key) {
        if (key.length() > LONGEST) {
            return Optional.empty();
        }
        byte[] hash = bytes(KeyMint.hash(key));
        return holder(hash, seen(FRESH)).or(() -> holder(hash, afterMiss()));
    }

    @Override
    public String keyOf(Client client) {
        return key(client, false);
    }

    @Override
    public String renew(Client client) {
        return key(client, true);
    }

    @Override
    public boolean revoke(Client client) {
        return file(client).delete();
    }

    @Override
    public Set<String> origins() {
        return seen(FRESH).keys().stream()
                .flatMap(held -> held.client().origins().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private String key(Client client, boolean anew) {
        var file = file(client);
        if (client.role() == Client.Role.BROWSER
                && client.origins().isEmpty()
                && file.read().isEmpty()) {
            throw new IllegalArgumentException(
                    "the key of a browser belongs to pages: name them with --origins");
        }
        var line =
                file.change(before -> {
                    var held =
                            before.map(
                                    text -> HeldKey.read(text).orElseThrow(() -> unreadable(file)));
                    var salt =
                            held.filter(_ -> !anew)
                                    .map(HeldKey::salt)
                                    .orElseGet(() -> SecretFile.random(""));
                    var origins =
                            client.origins().isEmpty()
                                    ? held.map(HeldKey::origins).orElse(Set.of())
                                    : client.origins();
                    var hash = KeyMint.hash(mint.key(client, salt));
                    return new HeldKey(salt, hash, origins).line();
                });
        return mint.key(client, HeldKey.read(line).orElseThrow().salt());
    }

    private static IllegalStateException unreadable(SecretFile file) {
        return new IllegalStateException(
                file + " holds no key: delete it, and a new one is made on the next request");
    }

    private SecretFile file(Client client) {
        return new SecretFile(folder.resolve(client.name().replace(':', '.')));
    }

    /** Compares with every key, so that the time it takes tells nothing. */
    private static Optional<Client> holder(byte[] hash, Seen seen) {
        Optional<Client> holder = Optional.empty();
        for (Held held : seen.keys()) {
            if (MessageDigest.isEqual(held.hash(), hash)) {
                holder = Optional.of(held.client());
            }
        }
        return holder;
    }

    /** Guessing keys must not make us read the folder for every guess. */
    private Seen afterMiss() {
        return changedAt().equals(seen.changed()) ? seen(BETWEEN_MISSES) : read();
    }

    private Seen seen(Duration age) {
        Seen last = seen;
        Instant now = clock.instant();
        boolean fresh = !now.isBefore(last.at()) && now.minus(age).isBefore(last.at());
        return fresh ? last : read();
    }

    private Seen read() {
        var changed = changedAt();
        var keys = new ArrayList<Held>();
        try (var files = Files.newDirectoryStream(folder, KeyFolder::isVisible)) {
            for (Path file : files) {
                held(file).ifPresent(keys::add);
            }
        } catch (NoSuchFileException _) {
            LOG.debug("{} is not there yet: no client has a key", folder);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    folder + " cannot be read: give this user the right to read it", e);
        }
        var now = new Seen(List.copyOf(keys), changed, clock.instant());
        seen = now;
        return now;
    }

    private static boolean isVisible(Path file) {
        return !file.getFileName().toString().startsWith(".") && Files.isRegularFile(file);
    }

    private static Optional<Held> held(Path file) {
        try {
            var client = Client.named(file.getFileName().toString().replace('.', ':'));
            return new SecretFile(file)
                    .read()
                    .flatMap(HeldKey::read)
                    .map(held -> new Held(held.holder(client), bytes(held.hash())));
        } catch (IllegalArgumentException _) {
            LOG.warn("{} is ignored: no client is called like that", file);
            return Optional.empty();
        }
    }

    private FileTime changedAt() {
        try {
            return Files.getLastModifiedTime(folder);
        } catch (IOException _) {
            return FileTime.fromMillis(0);
        }
    }

    private static byte[] bytes(String hash) {
        return hash.getBytes(StandardCharsets.US_ASCII);
    }

    /** The folder as it was read. */
    private record Seen(List<Held> keys, FileTime changed, Instant at) {}

    /** A client and the hash of its key; the key itself is nowhere. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Held(Client client, byte[] hash) {}
}
