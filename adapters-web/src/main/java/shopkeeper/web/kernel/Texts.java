package shopkeeper.web.kernel;

import tools.jackson.databind.JsonNode;

/** Texts that no database keeps and no peer reads are not let in. */
final class Texts {
    private Texts() {}

    static void check(JsonNode node) {
        if (node.isString()) {
            check(node.stringValue());
        }
        for (var property : node.properties()) {
            check(property.getKey());
            check(property.getValue());
        }
        if (node.isArray()) {
            node.forEach(Texts::check);
        }
    }

    /**
     * @throws ProblemException when it holds what must not be in a text
     */
    static void check(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c) || turnsRound(c)) {
                throw Problem.invalid(
                                "A text holds a NUL character, half a surrogate pair or an"
                                        + " override of the direction of writing.")
                        .asException();
            }
        }
    }

    /** Shows people another text than programs see; embedding and isolating is harmless. */
    private static boolean turnsRound(char c) {
        return c == '\u202d' || c == '\u202e';
    }
}
