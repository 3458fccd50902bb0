package shopkeeper.domain.recommendation;

import java.util.Locale;

/** The languages in which the shop gives its reasons. */
public enum Language {
    ENGLISH,
    GERMAN;

    /** English where the shop does not speak it. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals("de") ? GERMAN : ENGLISH;
    }

    /** ISO 639-1. */
    public String code() {
        return this == GERMAN ? "de" : "en";
    }
}
