package shopkeeper.domain.decision;

import shopkeeper.domain.recommendation.Slate;

/** How close to the customer an answer is, the closest first. */
public enum Mode {
    PERSONAL,
    SEGMENT,
    POPULAR,
    NONE;

    /** Whether it was made of what the customer did, or of their kind did. */
    public boolean isOfCustomer() {
        return switch (this) {
            case PERSONAL, SEGMENT -> true;
            case POPULAR, NONE -> false;
        };
    }

    public static Mode of(Slate slate) {
        if (slate.suggestions().isEmpty()) {
            return NONE;
        }
        return slate.personal() ? PERSONAL : POPULAR;
    }
}
