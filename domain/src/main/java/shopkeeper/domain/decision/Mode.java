package shopkeeper.domain.decision;

import shopkeeper.domain.recommendation.Slate;

/** How close to the customer an answer is, the closest first. */
public enum Mode {
    PERSONAL,
    SEGMENT,
    POPULAR,
    NONE;

    public static Mode of(Slate slate) {
        if (slate.suggestions().isEmpty()) {
            return NONE;
        }
        return slate.personal() ? PERSONAL : POPULAR;
    }
}
