package shopkeeper.domain.decision;

/** How close to the customer an answer is, the closest first. */
public enum Mode {
    PERSONAL,
    SEGMENT,
    POPULAR,
    NONE
}
