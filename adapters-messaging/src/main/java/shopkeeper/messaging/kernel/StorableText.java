package shopkeeper.messaging.kernel;

import tools.jackson.databind.JsonNode;

/** What a text may not hold: a NUL character, which is kept nowhere, and half a surrogate pair. */
final class StorableText {
    private StorableText() {}

    /**
     * @throws MalformedMessage when a name or a text in it holds one of them
     */
    static void demand(JsonNode node) {
        if (node.isString()) {
            demand(node.stringValue());
        }
        for (var property : node.properties()) {
            demand(property.getKey());
            demand(property.getValue());
        }
        if (node.isArray()) {
            node.forEach(StorableText::demand);
        }
    }

    private static void demand(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                throw new MalformedMessage(
                        "A text holds a NUL character or half a surrogate pair.");
            }
        }
    }
}
