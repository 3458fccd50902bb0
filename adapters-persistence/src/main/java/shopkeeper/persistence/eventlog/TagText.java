package shopkeeper.persistence.eventlog;

import org.axonframework.messaging.eventstreaming.Tag;

/** A tag as one text: the key up to the first colon, the rest is the value. */
final class TagText {
    private TagText() {}

    static Tag parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1) {
            throw new IllegalArgumentException(
                    "a tag is a key, a colon and a value, such as customer:4711");
        }
        return new Tag(text.substring(0, colon), text.substring(colon + 1));
    }

    static String of(Tag tag) {
        if (tag.key().indexOf(':') >= 0) {
            throw new IllegalArgumentException("a tag's key holds no colon: " + tag.key());
        }
        return tag.key() + ":" + tag.value();
    }
}
