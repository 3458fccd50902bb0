package shopkeeper.domain.behavior;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Why somebody brought something back, as far as they said it. */
public enum ReturnReason {
    TOO_SMALL,
    TOO_LARGE,
    DEFECTIVE,
    WRONG_ITEM,
    NOT_AS_DESCRIBED,
    CHANGED_MIND,
    OTHER;

    private static final int LONGEST = 100;

    /** What tills and web shops write for it, letters only. */
    private static final Map<String, ReturnReason> SAID =
            Map.ofEntries(
                    Map.entry("small", TOO_SMALL),
                    Map.entry("large", TOO_LARGE),
                    Map.entry("toobig", TOO_LARGE),
                    Map.entry("big", TOO_LARGE),
                    Map.entry("defect", DEFECTIVE),
                    Map.entry("damaged", DEFECTIVE),
                    Map.entry("broken", DEFECTIVE),
                    Map.entry("wrongproduct", WRONG_ITEM),
                    Map.entry("unwanted", CHANGED_MIND),
                    Map.entry("dislike", CHANGED_MIND));

    /**
     * The word of a till or a web shop, such as {@code too small}, {@code TooSmall} or {@code
     * Defective}; what nobody knows is {@link #OTHER}, so that nothing that was typed is kept.
     */
    public static Optional<ReturnReason> said(String word) {
        if (word.isBlank()) {
            return Optional.empty();
        }
        if (word.length() > LONGEST) {
            return Optional.of(OTHER);
        }
        var letters = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        for (ReturnReason one : values()) {
            if (one.name().toLowerCase(Locale.ROOT).replace("_", "").equals(letters)) {
                return Optional.of(one);
            }
        }
        return Optional.of(SAID.getOrDefault(letters, OTHER));
    }
}
