package shopkeeper.domain.consent;

/** The text the customer was shown: which one, its version and its language (BCP 47). */
public record Notice(String id, String version, String locale) {
    public Notice {
        if (id.isBlank() || version.isBlank() || locale.isBlank()) {
            throw new IllegalArgumentException("a notice needs id, version and locale");
        }
        if (holdsControl(id) || holdsControl(version) || holdsControl(locale)) {
            throw new IllegalArgumentException("a notice's name holds no control characters");
        }
    }

    /** A loop: a ledger of many words is told thousands of times a second. */
    private static boolean holdsControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
