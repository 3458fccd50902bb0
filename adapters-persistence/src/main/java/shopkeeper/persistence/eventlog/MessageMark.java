package shopkeeper.persistence.eventlog;

import java.util.Map;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.MessageId;

/**
 * What a fact keeps of the message that caused it: its name and the keyed hash of its content, in
 * the fact's metadata.
 *
 * @param name source and id with a slash between; a slash of the source itself is escaped, so that
 *     no two messages share one
 */
record MessageMark(String name, String hash) {
    /** Metadata key of the name, and the key of the tag under which the message is found again. */
    static final String NAME = "message";

    private static final String HASH = "content";

    static MessageMark of(Message message, ContentDigest digest) {
        return new MessageMark(name(message.id()), digest.of(message.content()));
    }

    Map<String, String> metadata() {
        return Map.of(NAME, name, HASH, hash);
    }

    Tag tag() {
        return new Tag(NAME, name);
    }

    /** Whether the text of a tag is that of a message. */
    static boolean isTag(String text) {
        return text.startsWith(NAME + ":");
    }

    /** The name in the text of a message's tag. */
    static String nameIn(String tag) {
        return tag.substring(NAME.length() + 1);
    }

    boolean causedIt(EventMessage event) {
        boolean perhaps = !(event instanceof StoredEvent stored) || stored.mayBeCausedBy(name);
        return perhaps && name.equals(event.metadata().get(NAME));
    }

    boolean hadThisContent(Map<String, String> metadata) {
        return hash.equals(metadata.get(HASH));
    }

    static String content(Map<String, String> metadata) {
        return metadata.getOrDefault(HASH, "");
    }

    static MessageId cause(Map<String, String> metadata) {
        @Nullable String name = metadata.get(NAME);
        int slash = name == null ? -1 : name.indexOf('/');
        if (name == null || slash < 0) {
            throw new UnreadableFact("the fact does not say which message caused it");
        }
        String source = name.substring(0, slash).replace("%2F", "/").replace("%25", "%");
        return new MessageId(source, name.substring(slash + 1));
    }

    private static String name(MessageId id) {
        return id.source().replace("%", "%25").replace("/", "%2F") + "/" + id.id();
    }
}
