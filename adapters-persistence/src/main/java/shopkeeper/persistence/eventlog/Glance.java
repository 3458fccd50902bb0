package shopkeeper.persistence.eventlog;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import shopkeeper.domain.kernel.Fact;

/**
 * What a story asks of a fact, and asks for thousands of times a second; the rest of it is read
 * when somebody wants it.
 */
final class Glance implements StoredFact {
    private final long position;
    private final String name;
    private final String version;
    private final byte[] text;
    private final Glances glances;

    /**
     * @param text of its payload, in UTF-8; whoever hands it over keeps away from it
     */
    Glance(long position, String name, String version, byte[] text, Glances glances) {
        this.position = position;
        this.name = name;
        this.version = version;
        this.text = text;
        this.glances = glances;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public String payload() {
        return new String(text, StandardCharsets.UTF_8);
    }

    @Override
    public UUID id() {
        return glances.whole(position).id();
    }

    @Override
    public String metadata() {
        return glances.whole(position).metadata();
    }

    @Override
    public Instant at() {
        return glances.whole(position).at();
    }

    @Override
    public int size() {
        return text.length;
    }

    @Override
    public Fact readBy(Vocabulary vocabulary) {
        return vocabulary.read(name, version, text);
    }

    @Override
    public boolean mayBeCausedBy(String message) {
        return glances.mayBeCausedBy(message, position);
    }

    /** Never what it holds. */
    @Override
    public String toString() {
        return name + " at " + position;
    }
}
