package shopkeeper.domain.profile;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A type and a value that point at a customer; the value is normalised, so that it is the same in
 * every channel.
 */
public record Identifier(IdentifierType type, String value) {
    /**
     * @throws IllegalArgumentException when nothing is left of the value, or it cannot be one of
     *     its type
     */
    public Identifier {
        value = normalised(type, value);
        if (value.isEmpty() || value.length() > 320) {
            throw new IllegalArgumentException(
                    "an identifier of type "
                            + type.name().toLowerCase(Locale.ROOT)
                            + " must have 1 to 320 characters");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("an identifier holds no control characters");
        }
        if (type == IdentifierType.EMAIL && value.indexOf('@') < 1) {
            throw new IllegalArgumentException("an e-mail address needs an @");
        }
    }

    /** Personal data never reaches a log line by accident. */
    @Override
    public String toString() {
        return type + ":…";
    }

    private static String normalised(IdentifierType type, String value) {
        String plain = Normalizer.normalize(value, Normalizer.Form.NFKC).strip();
        return switch (type) {
            case EMAIL -> plain.toLowerCase(Locale.ROOT);
            case PHONE -> plain.replaceAll("[\\s()./-]", "");
            case LOYALTY -> plain.replace(" ", "");
            case ANONYMOUS, CRM, RECEIPT -> plain;
        };
    }
}
