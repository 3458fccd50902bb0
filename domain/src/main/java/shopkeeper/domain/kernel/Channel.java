package shopkeeper.domain.kernel;

/** Where customer and shop meet. */
public enum Channel {
    ONLINE,
    IN_STORE,
    SUPPORT
}
