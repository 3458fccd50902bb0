package shopkeeper.domain.recommendation;

import java.util.Locale;

/** What became of a suggestion, or what the customer thinks of it. */
public enum Verdict {
    SHOWN,
    CLICKED,
    HELPFUL,
    NOT_HELPFUL,
    HIDDEN,
    /** What was said of it before is taken back. */
    UNDONE;

    /** As it is written and sent, such as not-helpful. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Whether the customer says it on purpose; what was shown and clicked is only seen to happen.
     */
    public boolean isWord() {
        return isSaid() || this == UNDONE;
    }

    /** Whether the customer said it, so that they can take it back. */
    boolean isSaid() {
        return switch (this) {
            case HELPFUL, NOT_HELPFUL, HIDDEN -> true;
            case SHOWN, CLICKED, UNDONE -> false;
        };
    }
}
