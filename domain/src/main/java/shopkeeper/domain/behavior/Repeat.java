package shopkeeper.domain.behavior;

/** What it was when a receipt came again. */
public enum Repeat {
    /** With the same content: nothing happened again. */
    DUPLICATE,
    /** With other content: somebody must look at it. */
    CONFLICT
}
