package shopkeeper.application.behavior;

/** What became of one thing a customer did. */
public enum Tracked {
    /** Under the customer's name, for what they allowed. */
    KEPT,
    /** Nobody allowed more: it counts, and nothing says whose it was. */
    COUNTED,
    /** This message was taken before. */
    DUPLICATE,
    /** Its day is no longer kept. */
    TOO_LATE
}
