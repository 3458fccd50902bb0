package shopkeeper.domain.recommendation;

/** What became of a suggestion, or what the customer thinks of it. */
public enum Verdict {
    SHOWN,
    CLICKED,
    HELPFUL,
    NOT_HELPFUL,
    HIDDEN,
    /** What was said of it before is taken back. */
    UNDONE;

    /** Whether the customer said it, so that they can take it back. */
    boolean isSaid() {
        return switch (this) {
            case HELPFUL, NOT_HELPFUL, HIDDEN -> true;
            case SHOWN, CLICKED, UNDONE -> false;
        };
    }
}
