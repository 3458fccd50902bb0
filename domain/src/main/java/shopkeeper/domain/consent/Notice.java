package shopkeeper.domain.consent;

/** The text the customer was shown: which one, its version and its language (BCP 47). */
public record Notice(String id, String version, String locale) {
    public Notice {
        if (id.isBlank() || version.isBlank() || locale.isBlank()) {
            throw new IllegalArgumentException("a notice needs id, version and locale");
        }
        if ((id + version + locale).chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a notice's name holds no control characters");
        }
    }
}
